import { type BigIntStats, constants } from "node:fs"
import { type FileHandle, open } from "node:fs/promises"
import { Fault } from "../../shared/faults.ts"
import { fileFault, type FoundFile } from "./walk.ts"

/** A file opened once: everything that is read of it is read through this handle. */
export interface OpenFile {
  readonly handle: FileHandle
  readonly sizeBytes: number
  /** Instant at which the file says that it was last written; "" where that is no date. */
  readonly modifiedAt: string
  /** @throws Fault "file-changed" when somebody wrote to the file, or it grew or shrank, since it was opened */
  unchanged(): Promise<void>
  close(): Promise<void>
}

// Subtle: O_NOFOLLOW, since the file may have been swapped for a link after the walk; O_NONBLOCK, since opening a pipe
// put in its place would wait for ever. Windows has neither constant, and `| undefined` adds nothing.
const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK

const instantOf = (modifiedMs: bigint): string => {
  const date = new Date(Number(modifiedMs))
  const year = date.getUTCFullYear()
  return Number.isNaN(year) || year < 0 || year > 9999 ? "" : date.toISOString()
}

const same = (before: BigIntStats, after: BigIntStats): boolean =>
  before.size === after.size && before.mtimeNs === after.mtimeNs

/**
 * Opens what the walk found, for reading.
 * @throws Fault file-vanished, file-unreadable, file-changed, file-empty, not-a-regular-file, link-loop
 */
export const openFound = async (found: FoundFile): Promise<OpenFile> => {
  const handle = await open(found.path, flags).catch((error: unknown) => {
    // With O_NOFOLLOW a link gives ELOOP, and a socket ENXIO.
    const code = fileFault(error)
    throw new Fault(code === "link-loop" ? "not-a-regular-file" : code, {}, error)
  })
  try {
    const stats = await handle.stat({ bigint: true })
    if (!stats.isFile()) throw new Fault("not-a-regular-file")
    if (Number(stats.dev) !== found.device || Number(stats.ino) !== found.inode) throw new Fault("file-changed")
    if (stats.size === 0n) throw new Fault("file-empty")
    return {
      handle,
      sizeBytes: Number(stats.size),
      modifiedAt: instantOf(stats.mtimeMs),
      unchanged: async () => {
        if (!same(stats, await handle.stat({ bigint: true }))) throw new Fault("file-changed")
      },
      close: () => handle.close(),
    }
  } catch (error) {
    await handle.close()
    throw error
  }
}

/** Bytes [start, end) of the file, fewer where it ends before. @throws Fault "file-unreadable" */
export const readPart = async ({ handle }: OpenFile, start: number, end: number): Promise<Uint8Array> => {
  const bytes = Buffer.alloc(Math.max(0, end - start))
  let filled = 0
  try {
    while (filled < bytes.length) {
      const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, start + filled)
      if (bytesRead === 0) break
      filled += bytesRead
    }
  } catch (error) {
    throw new Fault("file-unreadable", {}, error)
  }
  return bytes.subarray(0, filled)
}
