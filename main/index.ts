/** Entry of the program: picks a host, or the command line. The only reader of the environment. */
import { homedir, tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { productKdf } from "./crypto/kdf-parameters.ts"
import type { HostOptions } from "./host/host.ts"
import { profileParents } from "./host/profile.ts"
import { stateFolderOf } from "./host/platform.ts"

const mainFolder = dirname(fileURLToPath(import.meta.url))
const root = join(mainFolder, "..", "..")
const surroundings = { platform: process.platform, home: homedir(), environment: process.env }

const options: HostOptions = {
  places: {
    mainFolder,
    rendererFolder: join(root, "dist", "renderer"),
    packagesFolder: join(root, "node_modules"),
    assetsFolder: join(root, "assets"),
    demoFolder: join(root, "demo", "files"),
    homeFolder: homedir(),
    stateFolder: stateFolderOf(surroundings),
  },
  version: __SAQTA_VERSION__,
  kdf: productKdf,
}

const runInElectron = async (): Promise<void> => {
  const { runElectron } = await import("./host/electron/shell.ts")
  await runElectron({
    ...options,
    words: process.argv.slice(1),
    profileParents: profileParents(process.env["XDG_RUNTIME_DIR"], tmpdir()),
    environment: process.env,
    appImage: process.env["APPIMAGE"],
  })
}

const runOnNode = async (): Promise<number> => {
  const { openWindow, windowWords } = await import("./host/open-window.ts")
  if (process.argv.slice(2).every((word) => windowWords.includes(word))) {
    return openWindow({
      options,
      words: process.argv.slice(2),
      entry: fileURLToPath(import.meta.url),
      environment: process.env,
      temporaryFolder: tmpdir(),
      root,
      say: (line) => void process.stderr.write(`${line}\n`),
    })
  }
  const { runCommandLine } = await import("./cli/main.ts")
  const surroundings = { environment: process.env, temporaryFolder: tmpdir() }
  return runCommandLine({ words: process.argv.slice(2), options, surroundings })
}

if ("electron" in process.versions) void runInElectron()
else void runOnNode().then((exitCode) => (process.exitCode = exitCode))
