/** Packages the app as for release (`electron-builder.yml`, Linux folder), on the Electron test runtime. */
import { execFileSync } from "node:child_process"
import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { testRuntimeFolder, testRuntimeVersion } from "../../tools/electron-test-runtime.ts"
import { layOutApp } from "./electron-app.ts"

const root = join(import.meta.dirname, "..", "..")

/** The release's own configuration, less the fuse that this old runtime's wire is too short for. */
const configuration = (inspectable: boolean): string => {
  const yaml = readFileSync(join(root, "electron-builder.yml"), "utf8")
  const short = yaml.replace(/^ {2}grantFileProtocolExtraPrivileges: false\n/m, "")
  const twin = short.replace("enableNodeCliInspectArguments: false", "enableNodeCliInspectArguments: true")
  if (short === yaml || twin === short)
    throw new Error("electron-builder.yml no longer names the fuses that are tested")
  return inspectable ? twin : short
}

export interface Package {
  readonly folder: string
  readonly program: string
}

/** Both packages from one laid-out app: as released, and a twin that differs in the one fuse that lets tests look in. */
export const packageBoth = async (): Promise<{ hardened: Package; twin: Package; work: string }> => {
  const work = mkdtempSync(join(tmpdir(), "saqta-package-"))
  chmodSync(work, 0o755)
  const app = join(work, "app")
  await layOutApp(app)
  const pack = (name: string, inspectable: boolean): Package => {
    const config = join(work, `${name}.yml`)
    writeFileSync(config, configuration(inspectable))
    const output = join(work, name)
    const settings = {
      electronVersion: testRuntimeVersion,
      electronDist: testRuntimeFolder,
      "directories.app": app,
      "directories.output": output,
    }
    const flags = Object.entries(settings).map(([key, value]) => `-c.${key}=${value}`)
    const builder = join(root, "node_modules", ".bin", "electron-builder")
    execFileSync(builder, ["--linux", "dir", "--config", config, ...flags], {
      cwd: root,
      stdio: ["ignore", "ignore", "inherit"],
    })
    const folder = join(output, "linux-unpacked")
    return { folder, program: join(folder, "saqta") }
  }
  return { hardened: pack("hardened", false), twin: pack("twin", true), work }
}
