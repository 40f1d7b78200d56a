import { closeSync, constants, fstatSync, fsyncSync, futimesSync, openSync, readSync, writevSync } from "node:fs"
import { Fault } from "../../shared/faults.ts"
import { sha256 } from "../crypto/hash.ts"
import { chunkBytes, closingChunks, sealedChunkBytes, startChunks } from "../crypto/seal.ts"
import { diskFault, writtenAt } from "../vault/durable.ts"
import type { SealedFile, SealJob } from "./seal-protocol.ts"
import { checkUnchanged, sourceFault } from "./seal-source.ts"

/** Files up to this many bytes are read, hashed and sealed in one go. */
export const smallFileBytes = 1024 * 1024

/** The file's bytes, one more than `expected` allowed so that growth shows. */
const readSmall = (fd: number, expected: number): Uint8Array => {
  const bytes = Buffer.allocUnsafe(expected + 1)
  let filled = 0
  for (;;) {
    const count = readSync(fd, bytes, filled, bytes.byteLength - filled, filled)
    filled += count
    if (count === 0 || filled === bytes.byteLength) return bytes.subarray(0, filled)
  }
}

/** Writes all parts where the descriptor stands. Throws the errors of the disk. */
export const writeAll = (fd: number, parts: readonly Uint8Array[]): void => {
  let left = parts
  while (left.length > 0) {
    let written = writevSync(fd, [...left])
    // A short write (a disk that fills up) leaves a rest; the next write names the error.
    while (left[0] !== undefined && written >= left[0].byteLength) {
      written -= left[0].byteLength
      left = left.slice(1)
    }
    if (left[0] !== undefined) left = [left[0].subarray(written), ...left.slice(1)]
  }
}

const sealedParts = (job: SealJob, content: Uint8Array, digest: Uint8Array): Uint8Array[] => {
  const blob = { key: job.key, header: job.header }
  const full = Math.floor(content.byteLength / chunkBytes)
  const chunks = Buffer.allocUnsafe(full * sealedChunkBytes)
  startChunks(blob)(0, content, chunks)
  const { name, receivedAtMs } = job
  const tail = { name, receivedAtMs, sha256: digest, sizeBytes: content.byteLength }
  return [job.header, chunks, ...closingChunks(blob, full, content.subarray(full * chunkBytes), tail)]
}

/** Throws Faults `file-unreadable`, `file-changed`, `disk-full`, `permission-denied`, `io-error`. */
export const sealSmall = (job: SealJob, source: number): SealedFile => {
  let content: Uint8Array
  try {
    const before = fstatSync(source, { bigint: true })
    content = readSmall(source, Number(before.size))
    checkUnchanged(before, fstatSync(source, { bigint: true }), content.byteLength)
  } catch (error) {
    throw sourceFault(error)
  }
  if (Atomics.load(job.stop, 0) === 1) throw new Fault("cancelled")
  const digest = sha256(content)
  try {
    const target = openSync(job.temporaryPath, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600)
    try {
      writeAll(target, sealedParts(job, content, digest))
      futimesSync(target, writtenAt, writtenAt)
      if (job.sync) fsyncSync(target)
    } finally {
      closeSync(target)
    }
  } catch (error) {
    throw diskFault(error)
  }
  return { sizeBytes: content.byteLength, sha256: digest }
}
