import { constants } from "node:fs"
import { type FileHandle, open, rename, rm } from "node:fs/promises"
import { dirname } from "node:path"
import { Fault, type FaultCode, isFault } from "../../shared/faults.ts"

/**
 * Write order of everything that must survive a power cut:
 * temporary file (O_EXCL, 0600) → write → fsync → rename → fsync of the folder.
 */

const codesByErrno: Readonly<Record<string, FaultCode>> = {
  ENOSPC: "disk-full",
  EDQUOT: "disk-full",
  EFBIG: "disk-full",
  EACCES: "permission-denied",
  EPERM: "permission-denied",
  EROFS: "permission-denied",
}

/** The `code` of a system error, such as "ENOENT". */
export const errnoOf = (error: unknown): string | undefined => {
  const code: unknown = typeof error === "object" && error !== null && "code" in error ? error.code : undefined
  return typeof code === "string" ? code : undefined
}

/** A fault for a failure of the vault's own disk; faults pass unchanged. */
export const diskFault = (error: unknown): Fault => {
  if (isFault(error)) return error
  const errno = errnoOf(error)
  return new Fault(codesByErrno[errno ?? ""] ?? "io-error", { errno: errno ?? "unknown" }, error)
}

/** What differs between systems, given as an argument so that the other branch can be tested here. */
export interface DurableSystem {
  platform: NodeJS.Platform
  syncFile(handle: FileHandle): Promise<void>
}

export const thisSystem: DurableSystem = {
  platform: process.platform,
  syncFile: (handle) => handle.sync(),
}

/** Makes renames, creations and deletions in `folder` durable. Throws Fault `io-error` and its like. */
export const syncFolder = async (folder: string, system: DurableSystem = thisSystem): Promise<void> => {
  // Windows opens no folder for flushing; NTFS journals its names, and that is all the durability there is.
  if (system.platform === "win32") return
  try {
    const handle = await open(folder, constants.O_RDONLY)
    try {
      await system.syncFile(handle)
    } finally {
      await handle.close()
    }
  } catch (error) {
    throw diskFault(error)
  }
}

/** The time that every blob file carries, in seconds since 1970: when it was really written is nobody's business. */
export const writtenAt = Date.UTC(2000, 0, 1) / 1000

/** Opens a new file for this owner only; an existing one is never reused. */
export const openNew = (path: string): Promise<FileHandle> =>
  open(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600)

export interface DurableOptions {
  system?: DurableSystem
  /** Name of the temporary file; it must be in the same folder. */
  temporaryPath?: string
}

/**
 * Replaces `path` by `bytes` or leaves it as it was. Throws Fault `disk-full`, `permission-denied`, `io-error`.
 * Subtle: after a failed fsync the kernel may have dropped the pages and forgotten the error, so the file is thrown
 * away and never synced again.
 */
export const writeDurably = async (path: string, bytes: Uint8Array, options: DurableOptions = {}): Promise<void> => {
  const { system = thisSystem, temporaryPath = `${path}.new` } = options
  // A leftover of a cut-off write: it was never acknowledged.
  await rm(temporaryPath, { force: true })
  try {
    const handle = await openNew(temporaryPath)
    try {
      await handle.writeFile(bytes)
      await system.syncFile(handle)
    } finally {
      await handle.close()
    }
    await rename(temporaryPath, path)
  } catch (error) {
    await rm(temporaryPath, { force: true }).catch(() => undefined)
    throw diskFault(error)
  }
  await syncFolder(dirname(path), system)
}

export const reserveBytes = 8 * 1024 * 1024

/**
 * A file that holds space back, so that a vault on a full disk can still be closed in order: `releaseReserve` gives
 * the space free. Random bytes, since a compressing or sparse file system would hold nothing back for zeros.
 * Throws Fault `disk-full`.
 */
export const keepReserve = async (path: string, fill: (length: number) => Uint8Array): Promise<void> => {
  const handle = await open(path, "a", 0o600).catch((error: unknown) => {
    throw diskFault(error)
  })
  try {
    const { size } = await handle.stat()
    if (size < reserveBytes) {
      await handle.appendFile(fill(reserveBytes - size))
      await handle.sync()
    }
  } catch (error) {
    throw diskFault(error)
  } finally {
    await handle.close()
  }
}

export const releaseReserve = (path: string): Promise<void> => rm(path, { force: true })
