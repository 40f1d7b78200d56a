import { constants, close, fdatasync, fstatSync, fsync, futimesSync, open, read, writev } from "node:fs"
import { promisify } from "node:util"
import { Fault } from "../../shared/faults.ts"
import { chunkBytes, closingChunks, startChunks } from "../crypto/seal.ts"
import { diskFault, writtenAt } from "../vault/durable.ts"
import type { HashLink } from "./hash-link.ts"
import type { SealedFile, SealJob } from "./seal-protocol.ts"
import { checkUnchanged, sourceFault } from "./seal-source.ts"

/**
 * A large file: one read, hashed in a second thread while this one seals, reading ahead and writing behind through
 * Node's pool. Memory: the blocks below, and as many sealed ones under way.
 */
const blockBytes = 16 * chunkBytes
const blocks = 4
const writesUnderWay = 2
/** The disk is told to begin this often, so that the last fsync has little left to do. */
const flushEveryBytes = 64 * 1024 * 1024

const openFile = promisify(open)
const closeFile = promisify(close)
const readFile = promisify(read)
const writeVectors = promisify(writev)
const syncFile = promisify(fsync)
const syncData = promisify(fdatasync)

/** Fills a block as far as the file goes. */
const fill = async (fd: number, block: Uint8Array, position: number): Promise<number> => {
  let filled = 0
  try {
    while (filled < block.byteLength) {
      const { bytesRead } = await readFile(fd, block, filled, block.byteLength - filled, position + filled)
      if (bytesRead === 0) break
      filled += bytesRead
    }
  } catch (error) {
    throw sourceFault(error)
  }
  return filled
}

const writeParts = async (fd: number, parts: Uint8Array[], position: number): Promise<void> => {
  const total = parts.reduce((sum, part) => sum + part.byteLength, 0)
  const { bytesWritten } = await writeVectors(fd, parts, position)
  if (bytesWritten === total) return
  if (bytesWritten === 0) throw new Fault("disk-full")
  await writeParts(fd, [Buffer.concat(parts).subarray(bytesWritten)], position + bytesWritten)
}

/** Writes behind: `add` waits only when too much is under way; failures surface at the next `add` or at `end`. */
const startWriter = (fd: number) => {
  const underWay = new Set<Promise<void>>()
  let position = 0
  let flushedAt = 0
  let flushing: Promise<void> | undefined
  const track = (work: Promise<void>): void => {
    const tracked: Promise<void> = work.then(() => {
      underWay.delete(tracked)
    })
    underWay.add(tracked)
    // It is awaited below; until then nobody else may call it unhandled.
    tracked.catch(() => undefined)
  }
  return {
    async add(parts: Uint8Array[]): Promise<void> {
      while (underWay.size >= writesUnderWay) await Promise.race(underWay)
      track(writeParts(fd, parts, position))
      position += parts.reduce((sum, part) => sum + part.byteLength, 0)
      if (position - flushedAt < flushEveryBytes) return
      await flushing
      flushedAt = position
      flushing = syncData(fd)
      flushing.catch(() => undefined)
    },
    async end(): Promise<void> {
      await Promise.all(underWay)
      await flushing
    },
    /** Waits for whatever is under way, so that the descriptor can be closed. */
    async settle(): Promise<void> {
      await Promise.allSettled([...underWay, flushing])
    },
  }
}

const sealBlock = (sealNext: ReturnType<typeof startChunks>, firstChunk: number, content: Uint8Array) => {
  const parts: Uint8Array[] = []
  for (let offset = 0; offset < content.byteLength; offset += chunkBytes)
    parts.push(...sealNext(firstChunk + offset / chunkBytes, content.subarray(offset, offset + chunkBytes)))
  return parts
}

/** Blocks lent to reader, hasher and sealer; a block is free again when both have done with it. */
interface Lent {
  block: Uint8Array
  hashed: Promise<void>
}

const ring = (): Uint8Array[] => Array.from({ length: blocks }, () => new Uint8Array(new SharedArrayBuffer(blockBytes)))

type Writer = ReturnType<typeof startWriter>
type Progress = (bytes: number) => void

const pump = async (job: SealJob, source: number, writer: Writer, hash: HashLink, onProgress: Progress) => {
  const sealNext = startChunks({ key: job.key, header: job.header })
  const lent: Lent[] = ring().map((block) => ({ block, hashed: Promise.resolve() }))
  let turn = 0
  let done = 0
  const readNext = async (position: number) => {
    const slot = lent[turn++ % blocks]
    if (slot === undefined) throw new Fault("internal")
    await slot.hashed
    return { slot, length: await fill(source, slot.block, position) }
  }
  let next = readNext(0)
  for (;;) {
    const { slot, length } = await next
    if (Atomics.load(job.stop, 0) === 1) throw new Fault("cancelled")
    const content = slot.block.subarray(0, length)
    if (length > 0) slot.hashed = hash.update(content)
    const wholeChunks = length - (length % chunkBytes)
    const more = length === blockBytes
    if (more) {
      next = readNext(done + length)
      next.catch(() => undefined)
    }
    await writer.add(sealBlock(sealNext, done / chunkBytes, content.subarray(0, wholeChunks)))
    done += wholeChunks
    onProgress(done)
    if (!more) return { sizeBytes: done + length - wholeChunks, rest: content.slice(wholeChunks) }
  }
}

const sealInto = async (job: SealJob, source: number, target: number, hash: HashLink, onProgress: Progress) => {
  const writer = startWriter(target)
  try {
    const before = fstatSync(source, { bigint: true })
    await writer.add([job.header])
    const { sizeBytes, rest } = await pump(job, source, writer, hash, onProgress)
    checkUnchanged(before, fstatSync(source, { bigint: true }), sizeBytes)
    const sha256 = await hash.digest()
    const { key, header, name, receivedAtMs } = job
    const tail = { name, receivedAtMs, sha256, sizeBytes }
    const closing = closingChunks({ key, header }, (sizeBytes - rest.byteLength) / chunkBytes, rest, tail)
    for (const chunk of closing) await writer.add([chunk])
    await writer.end()
    futimesSync(target, writtenAt, writtenAt)
    if (job.sync) await syncFile(target)
    return { sizeBytes, sha256 }
  } finally {
    await writer.settle()
  }
}

/** Throws Faults `file-unreadable`, `file-changed`, `cancelled`, `disk-full`, `permission-denied`, `io-error`. */
export const sealLarge = async (
  job: SealJob,
  source: number,
  hash: HashLink,
  onProgress: Progress,
): Promise<SealedFile> => {
  try {
    const target = await openFile(job.temporaryPath, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600)
    try {
      return await sealInto(job, source, target, hash, onProgress)
    } finally {
      await closeFile(target)
    }
  } catch (error) {
    throw diskFault(error)
  }
}
