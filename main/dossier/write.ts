import { mkdir, rename, rm, stat } from "node:fs/promises"
import { basename, dirname, join } from "node:path"
import { Fault } from "../../shared/faults.ts"
import { sha256Hex } from "../crypto/hash.ts"
import { diskFault, openNew, syncFolder } from "../vault/durable.ts"
import type { BagFiles } from "./bag.ts"

const writeOne = async (path: string, bytes: Uint8Array): Promise<void> => {
  const handle = await openNew(path)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const exists = async (path: string): Promise<boolean> => (await stat(path).catch(() => undefined)) !== undefined

/** A folder under its temporary name: whole on the disk, and not yet there for anybody. */
export interface StagedFolder {
  readonly temporaryPath: string
  /** Gives it its name. @throws Fault "target-exists" */
  commit(): Promise<void>
  discard(): Promise<void>
}

/**
 * Writes `files` into a temporary folder beside `target`, everything flushed.
 * @throws Fault "target-exists", "disk-full", "permission-denied", "io-error"; nothing is left behind then
 */
export const stageFolder = async (target: string, files: BagFiles): Promise<StagedFolder> => {
  if (await exists(target)) throw new Fault("target-exists", { name: target.split(/[\\/]/).at(-1) ?? "" })
  // Subtle: a name that nobody else gives, since what is found under it is cleared away; short, whatever the target's.
  const temporaryPath = join(dirname(target), `.saqta-${sha256Hex(Buffer.from(basename(target))).slice(0, 16)}.partial`)
  const discard = () => rm(temporaryPath, { recursive: true, force: true })
  try {
    // What an interrupted build left under this name was never anybody else's.
    await discard()
    await mkdir(temporaryPath, { recursive: true, mode: 0o700 })
    const folders = new Set<string>([temporaryPath])
    for (const [path, bytes] of files) {
      const place = join(temporaryPath, ...path.split("/"))
      await mkdir(dirname(place), { recursive: true, mode: 0o700 })
      folders.add(dirname(place))
      await writeOne(place, bytes)
    }
    for (const folder of folders) await syncFolder(folder)
  } catch (error) {
    await discard()
    throw diskFault(error)
  }
  const commit = async (): Promise<void> => {
    if (await exists(target)) throw new Fault("target-exists", { name: target.split(/[\\/]/).at(-1) ?? "" })
    try {
      await rename(temporaryPath, target)
      await syncFolder(dirname(target))
    } catch (error) {
      throw diskFault(error)
    }
  }
  return { temporaryPath, commit, discard }
}
