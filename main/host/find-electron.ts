import { accessSync, constants, readFileSync } from "node:fs"
import { join } from "node:path"

/**
 * Electron's program, if its npm package got it: `path.txt` names it inside `dist`
 * (or inside `ELECTRON_OVERRIDE_DIST_PATH`, which the package honours too).
 */
export const findElectron = (
  packageFolder: string,
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined => {
  const override = environment["ELECTRON_OVERRIDE_DIST_PATH"]
  const name = (): string => {
    try {
      return readFileSync(join(packageFolder, "path.txt"), "utf8").trim()
    } catch {
      return "electron"
    }
  }
  const path = join(override === undefined || override === "" ? join(packageFolder, "dist") : override, name())
  try {
    accessSync(path, constants.X_OK)
    return path
  } catch {
    return undefined
  }
}
