import { open, rename, rm } from "node:fs/promises"
import { BlobId, type Instant, type Sha256Hex } from "../../shared/model/ids.ts"
import { Fault } from "../../shared/faults.ts"
import { toHex, wipe } from "../crypto/bytes.ts"
import { type RandomBytes, randomUuid } from "../crypto/random.ts"
import { blobCommitment, type BlobKeys, blobSaltBytes, chunkBytes, startBlob } from "../crypto/seal.ts"
import { createSealThreads } from "../workers/seal-client.ts"
import type { FoundSource, SealedFile, SealJob, SourceFacts } from "../workers/seal-protocol.ts"
import { type BlobFiles, blobFiles } from "./blob-files.ts"
import { type BlobRef, openBlob, type OpenBlob, openStrayBlob, verifyContent } from "./blob-reader.ts"
import { sealStream } from "./blob-writer.ts"
import { diskFault, errnoOf, openNew, syncFolder, writtenAt } from "./durable.ts"

export type { BlobRef } from "./blob-reader.ts"

/** The sealed files of one vault (docs/decisions/0001-vault-format.md). Blobs are immutable. */
export interface WriteOptions {
  /** Kept inside the sealed tail, for salvage. */
  name: string
  receivedAt: Instant
  /** "each": durable on return. "group": durable, and at its final name, only after `settle`. */
  sync: "each" | "group"
  signal?: AbortSignal | undefined
  /** Bytes of content sealed so far. */
  onProgress?: ((bytes: number) => void) | undefined
}

/** What a blob says of itself, for salvage. */
export interface StrayBlob extends BlobRef {
  name: string
  receivedAt: Instant
}

export interface BlobStore {
  /** Seals `source` (pieces of any size). Throws Fault `cancelled`, `disk-full`, `permission-denied`, `io-error`. */
  write(source: AsyncIterable<Uint8Array>, options: WriteOptions): Promise<BlobRef>
  /**
   * Seals a file in a thread that reads it once; the descriptor stays the caller's. Besides the faults of `write`:
   * `file-vanished`, `file-unreadable`, `file-changed`, `not-a-regular-file`, `link-loop`.
   */
  writeFile(source: { path: string } | { fd: number }, options: WriteOptions): Promise<BlobRef>
  /**
   * As `writeFile`, of a file that was found before: opened once, and refused when it is another one by now. Besides the
   * faults of `writeFile`: `file-empty`.
   */
  writeFound(found: FoundSource, options: WriteOptions): Promise<{ ref: BlobRef; facts: SourceFacts }>
  /** Makes what was written with "group" durable; call it before the transaction. Throws the faults of the disk. */
  settle(refs: readonly BlobRef[]): Promise<void>
  /** Verified pieces. Throws Fault `blob-missing`, `blob-damaged`, `vault-newer`, `io-error`. */
  read(ref: BlobRef): AsyncIterable<Uint8Array>
  /** Throws also Fault `file-too-large` above `limitBytes`. */
  readAll(ref: BlobRef, limitBytes: number): Promise<Uint8Array>
  /** Bytes `start` up to `end`, which is cut at the blob's length. The last chunk is verified first. */
  range(ref: BlobRef, start: number, end: number): Promise<Uint8Array>
  /** Every chunk, and the SHA-256 of the content. */
  verify(ref: BlobRef): Promise<void>
  /** Gone, or never there. */
  remove(id: BlobId): Promise<void>
  /** What is on disk, whether a row names it or not. */
  list(): AsyncIterable<BlobId>
  quarantine(id: BlobId): Promise<void>
  /** What a blob on disk says of itself; opens its header and last chunk. */
  inspect(id: BlobId): Promise<StrayBlob>
  /** Removes writes that were cut off; call it once after unlocking. Returns how many there were. */
  sweep(): Promise<number>
  /** Ends the threads and forgets the key. */
  close(): Promise<void>
}

/** Fsyncs under way at a time: as many as Node's pool has threads, so that the file system commits them together. */
const syncsUnderWay = 4

const inParallel = async <T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> => {
  const queue = [...items]
  const worker = async () => {
    for (let item = queue.pop(); item !== undefined; item = queue.pop()) await work(item)
  }
  await Promise.all(Array.from({ length: syncsUnderWay }, worker))
}

const syncPath = async (path: string): Promise<void> => {
  // Subtle: writable, since Windows flushes no other; Linux reports an earlier write error here, to a new descriptor.
  const handle = await open(path, "r+")
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** `folder` is the vault's folder. The key is copied, and the copy wiped by `close`. */
export const openBlobStore = (folder: string, vaultBlobKey: Uint8Array, random: RandomBytes): BlobStore => {
  const blobKey = Uint8Array.from(vaultBlobKey)
  const files = blobFiles(folder)
  const threads = createSealThreads()
  /** Written with "group" and not settled: still under their temporary names. */
  const unsettled = new Set<BlobId>()

  const store = async (options: WriteOptions, seal: SealInto): Promise<BlobRef> => {
    await files.prepare()
    const id = BlobId.parse(randomUuid(random))
    const blob = startBlob(blobKey, id, random(blobSaltBytes))
    const { sizeBytes, sha256 } = await seal(blob, files.temporaryPath(id)).finally(() => wipe(blob.key))
    if (options.sync === "group") unsettled.add(id)
    else await publish(files, [id])
    return { id, commitmentHex: toHex(blobCommitment(blob.header)), sizeBytes, sha256: toHex(sha256) as Sha256Hex }
  }

  const inThread =
    (source: SealJob["source"], options: WriteOptions): SealInto =>
    ({ key, header }, temporaryPath) => {
      const { name, receivedAt, signal, onProgress } = options
      const receivedAtMs = Date.parse(receivedAt)
      const sync = options.sync === "each"
      return threads.seal({ source, temporaryPath, key, header, name, receivedAtMs, sync }, { signal, onProgress })
    }

  return {
    write: (source, options) => store(options, (blob, path) => writeStream(path, blob, { ...options, source })),
    writeFile: (source, options) => store(options, inThread(source, options)),
    writeFound: async (found, options) => {
      let facts: SourceFacts | undefined
      const ref = await store(options, async (blob, temporaryPath) => {
        const sealed = await inThread({ found }, options)(blob, temporaryPath)
        facts = sealed.facts
        return sealed
      })
      if (facts === undefined) throw new Fault("internal", { what: "a found file without facts" })
      return { ref, facts }
    },
    settle: async (refs) => {
      const ids = refs.map((ref) => ref.id).filter((id) => unsettled.has(id))
      try {
        await inParallel(ids, (id) => syncPath(files.temporaryPath(id)))
      } catch (error) {
        throw diskFault(error)
      }
      await publish(files, ids)
      for (const id of ids) unsettled.delete(id)
    },
    read: (ref) => readPieces(files, blobKey, ref),
    readAll: async (ref, limitBytes) => {
      if (ref.sizeBytes > limitBytes) throw new Fault("file-too-large", { sizeBytes: ref.sizeBytes, limitBytes })
      return withBlob(openBlob(files.path(ref.id), blobKey, ref), (blob) => readRange(blob, 0, ref.sizeBytes))
    },
    range: (ref, start, end) =>
      withBlob(openBlob(files.path(ref.id), blobKey, ref), (blob) => readRange(blob, start, end)),
    verify: (ref) => withBlob(openBlob(files.path(ref.id), blobKey, ref), verifyContent),
    remove: async (id) => {
      try {
        await rm(unsettled.delete(id) ? files.temporaryPath(id) : files.path(id))
      } catch (error) {
        if (errnoOf(error) === "ENOENT") return
        throw diskFault(error)
      }
      await syncFolder(files.folder(id))
    },
    list: () => files.list(),
    quarantine: (id) => files.quarantine(id),
    inspect: (id) => withBlob(openStrayBlob(files.path(id), blobKey, id), describe),
    sweep: () => files.sweep(),
    close: async () => {
      await threads.close()
      wipe(blobKey)
    },
  }
}

type SealInto = (blob: BlobKeys, temporaryPath: string) => Promise<SealedFile>

/** Gives synced files their final names and makes the names durable. */
const publish = async (files: BlobFiles, ids: readonly BlobId[]): Promise<void> => {
  try {
    for (const id of ids) await rename(files.temporaryPath(id), files.path(id))
  } catch (error) {
    throw diskFault(error)
  }
  for (const folder of new Set(ids.map((id) => files.folder(id)))) await syncFolder(folder)
}

const writeStream = async (
  path: string,
  blob: BlobKeys,
  options: WriteOptions & { source: AsyncIterable<Uint8Array> },
): Promise<SealedFile> => {
  const handle = await openNew(path).catch((error: unknown) => {
    throw diskFault(error)
  })
  try {
    const sealed = await sealStream(handle, blob, { ...options, receivedAtMs: Date.parse(options.receivedAt) })
    try {
      await handle.utimes(writtenAt, writtenAt)
      if (options.sync === "each") await handle.sync()
    } catch (error) {
      throw diskFault(error)
    }
    await handle.close()
    return sealed
  } catch (error) {
    await handle.close()
    await rm(path, { force: true })
    throw error
  }
}

const withBlob = async <T>(opening: Promise<OpenBlob>, work: (blob: OpenBlob) => Promise<T> | T): Promise<T> => {
  const blob = await opening
  try {
    return await work(blob)
  } finally {
    await blob.close()
  }
}

const describe = ({ ref, name, receivedAtMs }: OpenBlob): StrayBlob => ({
  ...ref,
  name,
  receivedAt: new Date(receivedAtMs).toISOString(),
})

const readRange = async (blob: OpenBlob, start: number, requestedEnd: number): Promise<Uint8Array> => {
  const end = Math.min(requestedEnd, blob.ref.sizeBytes)
  if (!Number.isSafeInteger(start) || start < 0 || start > end) throw new Fault("bad-input", { field: "range" })
  const bytes = new Uint8Array(end - start)
  for (let index = Math.floor(start / chunkBytes); index * chunkBytes < end; index++) {
    const chunk = await blob.chunk(index)
    const from = Math.max(0, start - index * chunkBytes)
    const part = chunk.subarray(from, Math.max(from, end - index * chunkBytes))
    bytes.set(part, index * chunkBytes + from - start)
  }
  return bytes
}

async function* readPieces(files: BlobFiles, blobKey: Uint8Array, ref: BlobRef): AsyncGenerator<Uint8Array, void> {
  const blob = await openBlob(files.path(ref.id), blobKey, ref)
  try {
    for (let index = 0; index < blob.chunks; index++) yield await blob.chunk(index)
  } finally {
    await blob.close()
  }
}
