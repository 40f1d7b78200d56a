import { mkdirSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"

/** Writes files given by "/"-separated path below `folder`. */
export const writeFiles = (folder: string, files: ReadonlyMap<string, Uint8Array | string>): void => {
  for (const [path, content] of files) {
    const target = join(folder, ...path.split("/"))
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, content)
  }
}
