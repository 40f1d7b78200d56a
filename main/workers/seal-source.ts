import type { BigIntStats } from "node:fs"
import { Fault, type FaultCode, isFault } from "../../shared/faults.ts"
import { errnoOf } from "../vault/durable.ts"

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
