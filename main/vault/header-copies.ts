import { readFile, stat } from "node:fs/promises"
import { join } from "node:path"
import { Fault, isFault } from "../../shared/faults.ts"
import { equalInConstantTime } from "../crypto/bytes.ts"
import { diskFault, errnoOf, writeDurably } from "./durable.ts"
import { checksumFits, decodeHeader, type Header, headerBytes } from "./header.ts"

/**
 * The two copies on disk. A change makes one durable, then the other; either alone opens.
 * Until a slot has opened nothing here is authentic, so the copies are only put in the order in which to try them.
 */
export const copyNames = ["header.a", "header.b"] as const
type CopyName = (typeof copyNames)[number]

export interface HeaderCopy {
  name: CopyName
  bytes: Uint8Array
  header: Header
  intact: boolean
}

export interface HeaderCopies {
  /** Whole copies before damaged ones, then the newest first; never empty. */
  readable: readonly HeaderCopy[]
  /** What lies on disk by name, undefined when missing. */
  onDisk: ReadonlyMap<CopyName, Uint8Array | undefined>
}

const readCopy = async (folder: string, name: CopyName): Promise<Uint8Array | undefined> => {
  try {
    // A newer version may be longer; nobody's header is larger than a mebibyte.
    const bytes = await readFile(join(folder, name))
    return bytes.subarray(0, 1024 * 1024)
  } catch (error) {
    const errno = errnoOf(error)
    if (errno === "ENOENT" || errno === "ENOTDIR" || errno === "EISDIR") return undefined
    // A bad sector under one copy is what the other is for.
    if (errno === "EIO") return new Uint8Array()
    throw diskFault(error)
  }
}

const byTrust = (left: HeaderCopy, right: HeaderCopy): number =>
  Number(right.intact) - Number(left.intact) || right.header.epoch - left.header.epoch

/** Both headers may have been lost where the rest of a vault still lies; that is damage, and no other folder helps. */
const holdsDatabase = async (folder: string): Promise<boolean> => {
  try {
    return (await stat(join(folder, "vault.db"))).isFile()
  } catch {
    return false
  }
}

/** Throws Fault `not-a-vault`, `vault-newer`, `header-damaged`, `kdf-out-of-bounds`, `permission-denied`, `io-error`. */
export const readCopies = async (folder: string): Promise<HeaderCopies> => {
  const onDisk = new Map<CopyName, Uint8Array | undefined>()
  const readable: HeaderCopy[] = []
  const faults: Fault[] = []
  for (const name of copyNames) {
    const bytes = await readCopy(folder, name)
    onDisk.set(name, bytes)
    if (bytes === undefined) continue
    try {
      readable.push({ name, bytes, header: decodeHeader(bytes), intact: checksumFits(bytes) })
    } catch (error) {
      if (!isFault(error)) throw error
      faults.push(error)
    }
  }
  const newer = faults.find((fault) => fault.code === "vault-newer")
  if (newer !== undefined) throw newer
  if (readable.length > 0) return { readable: readable.sort(byTrust), onDisk }
  // The most telling reason first: bounds say that the header was made to harm, damage that it broke.
  throw (
    faults.find((fault) => fault.code === "kdf-out-of-bounds") ??
    faults[0] ??
    ((await holdsDatabase(folder)) ? new Fault("header-damaged", { field: "missing" }) : new Fault("not-a-vault"))
  )
}

/** Both copies, one durable before the other is touched. Throws Fault `disk-full`, `permission-denied`, `io-error`. */
export const writeCopies = async (folder: string, bytes: Uint8Array): Promise<void> => {
  if (bytes.byteLength !== headerBytes) throw new Fault("internal", { what: "header length" })
  for (const name of copyNames) await writeDurably(join(folder, name), bytes)
}

/**
 * Rewrites a copy that is missing, damaged or stale; true when one was. A disk that refuses is no reason not to
 * open (a read-only medium): the next opening tries again.
 */
export const repairCopies = async (folder: string, { onDisk }: HeaderCopies, bytes: Uint8Array): Promise<boolean> => {
  let repaired = false
  for (const name of copyNames) {
    const present = onDisk.get(name)
    if (present !== undefined && equalInConstantTime(present, bytes)) continue
    try {
      await writeDurably(join(folder, name), bytes)
      repaired = true
    } catch (error) {
      if (!isFault(error)) throw error
    }
  }
  return repaired
}
