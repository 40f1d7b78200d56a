import { link, lstat, rename, rm } from "node:fs/promises"
import path from "node:path"
import { Fault } from "../../shared/faults.ts"
import { diskFault, errnoOf, openNew, syncFolder } from "../vault/durable.ts"

const exists = async (file: string): Promise<boolean> => {
  try {
    await lstat(file)
    return true
  } catch (error) {
    if (errnoOf(error) === "ENOENT") return false
    throw diskFault(error)
  }
}

/** What file systems without hard links (exFAT, as on most memory sticks) answer. */
const noLinks: ReadonlySet<string | undefined> = new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK"])

/** Gives the written file its name, unless something has that name: a link never replaces, a rename does. */
const publish = async (temporary: string, target: string): Promise<void> => {
  try {
    await link(temporary, target)
    await rm(temporary)
  } catch (error) {
    if (errnoOf(error) === "EEXIST") throw new Fault("target-exists", { name: path.basename(target) })
    if (!noLinks.has(errnoOf(error))) throw error
    if (await exists(target)) throw new Fault("target-exists", { name: path.basename(target) })
    await rename(temporary, target)
  }
}

/**
 * Writes `source` as a new file, durable when this returns, whole or not at all; nothing is ever overwritten.
 * @throws Fault target-exists, disk-full, permission-denied, io-error, and what `source` throws
 */
export const writeNewFile = async (target: string, source: AsyncIterable<Uint8Array>): Promise<void> => {
  if (await exists(target)) throw new Fault("target-exists", { name: path.basename(target) })
  // Subtle: not hidden. What a kill leaves here is an original in the clear, and must not travel along unseen.
  const temporary = path.join(path.dirname(target), `${path.basename(target).slice(0, 60)}.saqta-partial`)
  try {
    // What a killed export left was never whole, and must not keep the next one from being made.
    await rm(temporary, { force: true })
    const handle = await openNew(temporary)
    try {
      for await (const bytes of source) await handle.appendFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await publish(temporary, target)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    throw diskFault(error)
  }
  await syncFolder(path.dirname(target))
}
