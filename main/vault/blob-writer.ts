import type { FileHandle } from "node:fs/promises"
import { Fault } from "../../shared/faults.ts"
import { startSha256 } from "../crypto/hash.ts"
import { type BlobKeys, chunkBytes, closingChunks, sealChunk } from "../crypto/seal.ts"
import { diskFault } from "./durable.ts"

export interface StreamedContent {
  source: AsyncIterable<Uint8Array>
  name: string
  receivedAtMs: number
  signal?: AbortSignal | undefined
  onProgress?: ((bytes: number) => void) | undefined
}

const append = async (handle: FileHandle, bytes: Uint8Array): Promise<void> => {
  try {
    await handle.appendFile(bytes)
  } catch (error) {
    throw diskFault(error)
  }
}

/** Cuts pieces of any size into whole chunks; the last, shorter one is yielded too, empty when nothing is left. */
async function* inChunks(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  const chunk = Buffer.alloc(chunkBytes)
  let filled = 0
  for await (const piece of source) {
    for (let offset = 0; offset < piece.byteLength; ) {
      const part = piece.subarray(offset, offset + chunkBytes - filled)
      chunk.set(part, filled)
      filled += part.byteLength
      offset += part.byteLength
      if (filled < chunkBytes) continue
      yield chunk
      filled = 0
    }
  }
  yield chunk.subarray(0, filled)
}

/** Hashes and seals a stream into an open file, on this thread. Faults of `source` pass through. */
export const sealStream = async (handle: FileHandle, blob: BlobKeys, content: StreamedContent) => {
  const { source, name, receivedAtMs, signal, onProgress } = content
  const hash = startSha256()
  let index = 0
  let sizeBytes = 0
  let rest: Uint8Array = new Uint8Array()
  await append(handle, blob.header)
  for await (const chunk of inChunks(source)) {
    if (signal?.aborted === true) throw new Fault("cancelled")
    hash.update(chunk)
    sizeBytes += chunk.byteLength
    if (chunk.byteLength < chunkBytes) rest = chunk
    else await append(handle, sealChunk(blob, index++, chunk))
    onProgress?.(sizeBytes)
  }
  const sha256 = hash.digest()
  const tail = { name, receivedAtMs, sha256, sizeBytes }
  for (const chunk of closingChunks(blob, index, rest, tail)) await append(handle, chunk)
  return { sizeBytes, sha256 }
}
