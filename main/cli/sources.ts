import { readFileSync } from "node:fs"
import { homedir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import type { KdfParameters } from "../crypto/kdf.ts"
import type { CommandLine } from "./main.ts"

const root = fileURLToPath(new URL("../../", import.meta.url))

const version = (): string => {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string }
  return version
}

/** Where things lie when nothing is bundled. */
export const sourcePlaces = (stateFolder: string, kdf: KdfParameters): Omit<CommandLine, "words"> => ({
  options: {
    places: {
      mainFolder: join(root, "main"),
      rendererFolder: join(root, "dist", "renderer"),
      packagesFolder: join(root, "node_modules"),
      assetsFolder: join(root, "assets"),
      demoFolder: join(root, "demo", "files"),
      homeFolder: homedir(),
      stateFolder,
    },
    version: version(),
    kdf,
  },
  parser: {
    entry: join(root, "main", "workers", "parser", "entry-node.ts"),
    readable: ["main", "shared", "node_modules", "package.json"].map((name) => join(root, name)),
  },
})
