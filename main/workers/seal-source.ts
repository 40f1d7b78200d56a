import { type BigIntStats, constants, fstatSync, openSync, readSync } from "node:fs"
import { Fault, type FaultCode, isFault } from "../../shared/faults.ts"
import { errnoOf } from "../vault/durable.ts"
import type { FoundSource, SealJob, SourceFacts } from "./seal-protocol.ts"

const codesByErrno: Readonly<Record<string, FaultCode>> = {
  ENOENT: "file-vanished",
  ELOOP: "link-loop",
  EISDIR: "not-a-regular-file",
  ENXIO: "not-a-regular-file",
}

/** A fault for a failure of the file that comes in, as against the vault's own disk. */
export const sourceFault = (error: unknown): Fault => {
  if (isFault(error)) return error
  const errno = errnoOf(error) ?? "unknown"
  return new Fault(codesByErrno[errno] ?? "file-unreadable", { errno }, error)
}

/** Throws Fault `file-changed` unless the file stood still while `readBytes` were read from it. */
export const checkUnchanged = (before: BigIntStats, after: BigIntStats, readBytes: number): void => {
  const still = before.size === after.size && before.mtimeNs === after.mtimeNs
  if (!still || after.size !== BigInt(readBytes)) throw new Fault("file-changed")
}

// Subtle: O_NONBLOCK, since opening a pipe put in a file's place would wait for ever; O_NOFOLLOW, since a link may have
// been put there. Windows has neither constant, and `| undefined` adds nothing.
const reading = constants.O_RDONLY | constants.O_NONBLOCK

const openFound = ({ path }: FoundSource): number => {
  try {
    return openSync(Buffer.from(path), reading | constants.O_NOFOLLOW)
  } catch (error) {
    throw errnoOf(error) === "ELOOP" ? new Fault("not-a-regular-file") : error
  }
}

/** A descriptor for the source; the caller closes it unless it came as one. */
export const openSource = (source: SealJob["source"]): number => {
  if ("fd" in source) return source.fd
  return "found" in source ? openFound(source.found) : openSync(source.path, reading)
}

const endBytes = 64 * 1024

const readPart = (source: number, start: number, end: number): Uint8Array => {
  const bytes = new Uint8Array(Math.max(0, end - start))
  let filled = 0
  while (filled < bytes.byteLength) {
    const count = readSync(source, bytes, filled, bytes.byteLength - filled, start + filled)
    if (count === 0) break
    filled += count
  }
  return bytes.subarray(0, filled)
}

/** Looks at a found file that was just opened. @throws Fault file-changed (another file stands there), file-empty */
export const factsOf = (source: number, { device, inode }: FoundSource): SourceFacts => {
  const stats = fstatSync(source, { bigint: true })
  if (!stats.isFile()) throw new Fault("not-a-regular-file")
  if (Number(stats.dev) !== device || Number(stats.ino) !== inode) throw new Fault("file-changed")
  if (stats.size === 0n) throw new Fault("file-empty")
  const sizeBytes = Number(stats.size)
  const head = readPart(source, 0, Math.min(endBytes, sizeBytes))
  const tail = readPart(source, Math.max(endBytes, sizeBytes - endBytes), sizeBytes)
  return { head, tail, modifiedMs: Number(stats.mtimeMs) }
}
