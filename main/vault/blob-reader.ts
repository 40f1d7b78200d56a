import { type FileHandle, open } from "node:fs/promises"
import { Fault, isFault } from "../../shared/faults.ts"
import type { BlobId, Sha256Hex } from "../../shared/model/ids.ts"
import { toHex, wipe } from "../crypto/bytes.ts"
import { startSha256 } from "../crypto/hash.ts"
import {
  type BlobKeys,
  blobCommitment,
  blobHeaderBytes,
  type BlobLayout,
  blobLayout,
  chunkBytes,
  openBlobHeader,
  openChunk,
  readTail,
  sealedChunkBytes,
} from "../crypto/seal.ts"
import { diskFault, errnoOf } from "./durable.ts"

/** What a row keeps of a blob. An older blob put back under the same id has another commitment. */
export interface BlobRef {
  id: BlobId
  commitmentHex: string
  sizeBytes: number
  sha256: Sha256Hex
}

/** An open blob whose header and last chunk have been verified: it is whole, and it is the one the row names. */
export interface OpenBlob {
  ref: BlobRef
  name: string
  receivedAtMs: number
  /** The verified content of one chunk, without padding. One call at a time. */
  chunk(index: number): Promise<Uint8Array>
  chunks: number
  close(): Promise<void>
}

const readExactly = async (handle: FileHandle, position: number, bytes: Uint8Array): Promise<Uint8Array> => {
  let filled = 0
  while (filled < bytes.byteLength) {
    const { bytesRead } = await handle.read(bytes, filled, bytes.byteLength - filled, position + filled)
    if (bytesRead === 0) throw new Fault("blob-damaged", { part: "length" })
    filled += bytesRead
  }
  return bytes
}

interface OpenFile {
  handle: FileHandle
  layout: BlobLayout
  blob: BlobKeys
  /** Every sealed chunk is read into this one: fresh buffers would grow the process by 100 MB before they are collected. */
  sealed: Uint8Array
}

const readChunk = async ({ handle, layout, blob, sealed }: OpenFile, index: number): Promise<Uint8Array> => {
  const last = index === layout.chunks - 1
  const position = blobHeaderBytes + index * sealedChunkBytes
  const bytes = sealed.subarray(0, last ? layout.lastSealedBytes : sealedChunkBytes)
  return openChunk(blob, index, await readExactly(handle, position, bytes), last)
}

const openVerified = async (handle: FileHandle, blobKey: Uint8Array, ref: Pick<BlobRef, "id">) => {
  const { size } = await handle.stat()
  const layout = blobLayout(size)
  const blob = openBlobHeader(blobKey, ref.id, await readExactly(handle, 0, new Uint8Array(blobHeaderBytes)))
  const file: OpenFile = { handle, layout, blob, sealed: Buffer.allocUnsafe(sealedChunkBytes) }
  const tail = readTail(await readChunk(file, layout.chunks - 1), layout)
  return { file, blob, tail }
}

const openFile = async (path: string): Promise<FileHandle> => {
  try {
    return await open(path, "r")
  } catch (error) {
    if (errnoOf(error) === "ENOENT") throw new Fault("blob-missing")
    throw diskFault(error)
  }
}

/** The chunks of content in a blob; the rest is padding and tail. */
const contentChunks = (sizeBytes: number): number => Math.ceil(sizeBytes / chunkBytes)

/**
 * Opens a blob as it is on disk, whatever the rows say: for salvage.
 * Throws Fault `blob-missing`, `blob-damaged`, `vault-newer`, `io-error`, `permission-denied`.
 */
export const openStrayBlob = async (path: string, blobKey: Uint8Array, id: BlobId): Promise<OpenBlob> => {
  const handle = await openFile(path)
  try {
    const { file, blob, tail } = await openVerified(handle, blobKey, { id })
    const ref: BlobRef = {
      id,
      commitmentHex: toHex(blobCommitment(blob.header)),
      sizeBytes: tail.sizeBytes,
      sha256: toHex(tail.sha256) as Sha256Hex,
    }
    return {
      ref,
      name: tail.name,
      receivedAtMs: tail.receivedAtMs,
      chunks: contentChunks(tail.sizeBytes),
      chunk: async (index) => {
        try {
          const content = await readChunk(file, index)
          return content.subarray(0, Math.min(chunkBytes, tail.sizeBytes - index * chunkBytes))
        } catch (error) {
          throw diskFault(error)
        }
      },
      close: async () => {
        wipe(blob.key)
        await handle.close()
      },
    }
  } catch (error) {
    await handle.close()
    throw diskFault(error)
  }
}

/** Opens the blob that a row names. Throws as `openStrayBlob`; `blob-damaged` too when it is another than the row's. */
export const openBlob = async (path: string, blobKey: Uint8Array, ref: BlobRef): Promise<OpenBlob> => {
  const blob = await openStrayBlob(path, blobKey, ref.id).catch((error: unknown) => {
    throw isFault(error) ? new Fault(error.code, { ...error.detail, blob: ref.id }, error) : error
  })
  const { commitmentHex, sizeBytes, sha256 } = blob.ref
  if (commitmentHex === ref.commitmentHex && sizeBytes === ref.sizeBytes && sha256 === ref.sha256) return blob
  await blob.close()
  throw new Fault("blob-damaged", { part: "identity", blob: ref.id })
}

/** Reads every chunk and hashes the content. Throws Fault `blob-damaged`. */
export const verifyContent = async (blob: OpenBlob): Promise<void> => {
  const hash = startSha256()
  for (let index = 0; index < blob.chunks; index++) hash.update(await blob.chunk(index))
  if (toHex(hash.digest()) !== blob.ref.sha256) throw new Fault("blob-damaged", { part: "content", blob: blob.ref.id })
}
