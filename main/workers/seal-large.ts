import { closeSync, constants, fdatasync, fstatSync, fsyncSync, futimesSync, openSync } from "node:fs"
import { setImmediate as turnToEvents } from "node:timers/promises"
import { promisify } from "node:util"
import { Fault } from "../../shared/faults.ts"
import { chunkBytes, closingChunks, sealedChunkBytes, startChunks } from "../crypto/seal.ts"
import { diskFault, writtenAt } from "../vault/durable.ts"
import type { Feed, FeedLink } from "./feed-link.ts"
import { blockBytes } from "./feed-protocol.ts"
import type { SealedFile, SealJob } from "./seal-protocol.ts"
import { writeAll } from "./seal-small.ts"
import { checkUnchanged } from "./seal-source.ts"

/**
 * A large file: a second thread reads it once and hashes it, this one seals and writes, and Node's pool flushes what is
 * written meanwhile. Memory: the ring between the two threads, and one sealed block.
 */

/** The disk is told to begin this often, so that the last fsync has little left to do. */
const flushEveryBytes = 64 * 1024 * 1024

const syncData = promisify(fdatasync)

/**
 * Flushes behind the writing, one flush at a time and never waited for: where the disk is slower than we, each flush is
 * larger than the one before. A failure surfaces at `end`.
 */
const startFlushing = (fd: number) => {
  let unflushedBytes = 0
  let flushing: Promise<void> | undefined
  let failure: Fault | undefined
  const flush = async (): Promise<void> => {
    try {
      await syncData(fd)
    } catch (error) {
      failure ??= diskFault(error)
    }
    flushing = undefined
  }
  const settle = async (): Promise<void> => {
    await flushing
  }
  return {
    async written(bytes: number): Promise<void> {
      unflushedBytes += bytes
      if (unflushedBytes < flushEveryBytes) return
      // Whether the flush before has ended, only the event loop knows.
      if (flushing !== undefined) await turnToEvents()
      if (flushing !== undefined) return
      unflushedBytes = 0
      flushing = flush()
    },
    /** Throws what a flush failed with: what it was to write may be lost, and the kernel tells it once. */
    async end(): Promise<void> {
      await settle()
      if (failure !== undefined) throw failure
    },
    /** Waits for whatever is under way, so that the descriptor can be closed. */
    settle,
  }
}

type Flushing = ReturnType<typeof startFlushing>
type Progress = (bytes: number) => void

/** Seals and writes block after block; gives the content's length and its last part, less than a chunk. */
const pump = async (job: SealJob, target: number, feed: Feed, flushing: Flushing, onProgress: Progress) => {
  const sealChunks = startChunks({ key: job.key, header: job.header })
  const sealed = Buffer.allocUnsafe((blockBytes / chunkBytes) * sealedChunkBytes)
  for (let done = 0; ; done += blockBytes) {
    const block = await feed.next()
    if (Atomics.load(job.stop, 0) === 1) throw new Fault("cancelled")
    const sealedBytes = sealChunks(done / chunkBytes, block, sealed)
    writeAll(target, [sealed.subarray(0, sealedBytes)])
    await flushing.written(sealedBytes)
    onProgress(done + block.byteLength)
    if (block.byteLength === blockBytes) continue
    return { sizeBytes: done + block.byteLength, rest: block.slice(block.byteLength - (block.byteLength % chunkBytes)) }
  }
}

const sealInto = async (job: SealJob, source: number, target: number, feed: Feed, onProgress: Progress) => {
  const flushing = startFlushing(target)
  try {
    const before = fstatSync(source, { bigint: true })
    writeAll(target, [job.header])
    const { sizeBytes, rest } = await pump(job, target, feed, flushing, onProgress)
    const sha256 = await feed.digest()
    checkUnchanged(before, fstatSync(source, { bigint: true }), sizeBytes)
    const { key, header, name, receivedAtMs } = job
    const tail = { name, receivedAtMs, sha256, sizeBytes }
    const closing = closingChunks({ key, header }, (sizeBytes - rest.byteLength) / chunkBytes, rest, tail)
    for (const chunk of closing) writeAll(target, [chunk])
    await flushing.end()
    futimesSync(target, writtenAt, writtenAt)
    if (job.sync) fsyncSync(target)
    return { sizeBytes, sha256 }
  } finally {
    await flushing.settle()
  }
}

/** Throws Faults `file-unreadable`, `file-changed`, `cancelled`, `disk-full`, `permission-denied`, `io-error`. */
export const sealLarge = async (
  job: SealJob,
  source: number,
  feeder: FeedLink,
  onProgress: Progress,
): Promise<SealedFile> => {
  try {
    const target = openSync(job.temporaryPath, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600)
    const feed = feeder.begin(source)
    try {
      return await sealInto(job, source, target, feed, onProgress)
    } finally {
      await feed.end()
      closeSync(target)
    }
  } catch (error) {
    throw diskFault(error)
  }
}
