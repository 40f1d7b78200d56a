import { Fault } from "../../shared/faults.ts"
import {
  commitmentBytes,
  type GcmInput,
  gcmOpen,
  gcmSeal,
  gcmSealInto,
  keyBytes,
  nonceBytes,
  parseKey,
  tagBytes,
} from "./aead.ts"
import {
  concat,
  equalInConstantTime,
  readUint16,
  readUint64,
  utf8,
  uuidBytes,
  writeUint16,
  writeUint32,
  writeUint64,
} from "./bytes.ts"
import { hkdf, labels } from "./keys.ts"

/**
 * A sealed blob (docs/decisions/0001-vault-format.md). Integers are big-endian.
 *
 *   offset  bytes  header, 80
 *   0       8      magic "SAQTABLB"
 *   8       2      version, 1
 *   10      2      chunk exponent, 16: chunks of 2^16 bytes
 *   12      4      zero
 *   16      32     salt
 *   48      32     commitment
 *   then chunk after chunk: up to 65,536 bytes of ciphertext ‖ 16 bytes of tag
 *
 *   key ‖ commitment = HKDF-SHA-256(blob key, salt, "saqta/v1/blob" ‖ blob id, 64)
 *   nonce of a chunk = its number from 0 in 11 bytes ‖ 1 for the last chunk, else 0; additional data = header
 *
 *   plaintext: content ‖ zeros ‖ tail (1,024 bytes), in all PADMÉ(max(16,384, content + 1,024)) bytes
 *
 *   offset  bytes  tail
 *   0       2      version, 1
 *   2       2      length of the name in bytes
 *   4       972    name, UTF-8, then zeros
 *   976     8      received at, milliseconds since 1970 UTC
 *   984     32     SHA-256 of the content
 *   1016    8      length of the content
 *
 * PADMÉ from 16 KiB on yields multiples of 1,024, and so does a chunk: the tail never spans two chunks.
 */
const magic = utf8("SAQTABLB")
const version = 1
const chunkExponent = 16
export const chunkBytes = 2 ** chunkExponent
export const sealedChunkBytes = chunkBytes + tagBytes
export const blobHeaderBytes = 80
export const blobSaltBytes = 32
const tailBytes = 1024
const nameBytes = 972
const floorBytes = 16 * 1024

/** PADMÉ (Nikitin et al. 2019, "Reducing Metadata Leakage from Encrypted Files"): at most 12 % more. */
export const padme = (length: number): number => {
  const exponent = Math.floor(Math.log2(length))
  const mantissaBits = Math.floor(Math.log2(exponent)) + 1
  const unit = 2 ** Math.max(0, exponent - mantissaBits)
  return Math.ceil(length / unit) * unit
}

/** Bytes of plaintext in the whole blob, for content of `sizeBytes`. */
export const paddedLength = (sizeBytes: number): number => padme(Math.max(floorBytes, sizeBytes + tailBytes))

/** Bytes of the whole file, for content of `sizeBytes`. */
export const sealedFileBytes = (sizeBytes: number): number => {
  const padded = paddedLength(sizeBytes)
  return blobHeaderBytes + padded + tagBytes * Math.ceil(padded / chunkBytes)
}

/** One blob's own key and header; enough to seal or open its chunks, useless for any other blob. */
export interface BlobKeys {
  key: Uint8Array
  header: Uint8Array
}

const deriveBlob = (blobKey: Uint8Array, blobId: string, salt: Uint8Array) => {
  const both = hkdf({
    secret: blobKey,
    salt,
    label: labels.blob,
    context: uuidBytes(blobId),
    length: keyBytes + commitmentBytes,
  })
  return { key: both.subarray(0, keyBytes), commitment: both.subarray(keyBytes) }
}

/** Header and key of a new blob. Subtle: the salt is fresh on every write, or two contents would share nonces. */
export const startBlob = (blobKey: Uint8Array, blobId: string, salt: Uint8Array): BlobKeys => {
  const { key, commitment } = deriveBlob(blobKey, blobId, salt)
  const header = new Uint8Array(blobHeaderBytes)
  header.set(magic)
  writeUint16(header, 8, version)
  writeUint16(header, 10, chunkExponent)
  header.set(salt, 16)
  header.set(commitment, 48)
  return { key, header }
}

/** The header's commitment, which the row in the database holds too. 32 bytes. */
export const blobCommitment = (header: Uint8Array): Uint8Array => header.subarray(48, blobHeaderBytes)

/** Throws Fault `blob-damaged` (not this blob's header, or another blob's id) and `vault-newer`. */
export const openBlobHeader = (blobKey: Uint8Array, blobId: string, header: Uint8Array): BlobKeys => {
  const damaged = new Fault("blob-damaged", { part: "header" })
  if (header.byteLength !== blobHeaderBytes) throw damaged
  const expected = startBlob(blobKey, blobId, header.slice(16, 48))
  if (equalInConstantTime(expected.header, header)) return expected
  // Subtle: with our commitment in it, it is our own header with a flipped bit, whatever version it names.
  const ours = equalInConstantTime(blobCommitment(expected.header), blobCommitment(header))
  const newer = equalInConstantTime(header.subarray(0, 8), magic) && readUint16(header, 8) > version
  throw newer && !ours ? new Fault("vault-newer", { part: "blob" }) : damaged
}

const chunkInput = ({ key, header }: BlobKeys, index: number, last: boolean): GcmInput => {
  const nonce = new Uint8Array(nonceBytes)
  writeUint32(nonce, 3, Math.floor(index / 2 ** 32))
  writeUint32(nonce, 7, index % 2 ** 32)
  nonce[11] = last ? 1 : 0
  return { key, nonce, additionalData: header }
}

/** Ciphertext ‖ tag of one chunk. Chunks of content are never the last: the tail follows. */
export const sealChunk = (blob: BlobKeys, index: number, plaintext: Uint8Array, last = false): Uint8Array =>
  gcmSeal(chunkInput(blob, index, last), plaintext)

/**
 * Seals the whole chunks of `content`, the first of them number `index`, one behind the other into `target`; gives how
 * many bytes those are. The key is parsed once; chunks of content are never the last.
 */
export const startChunks = ({ key, header }: BlobKeys) => {
  const parsed = parseKey(key)
  return (index: number, content: Uint8Array, target: Uint8Array): number => {
    const count = Math.floor(content.byteLength / chunkBytes)
    for (let chunk = 0; chunk < count; chunk += 1) {
      const plaintext = content.subarray(chunk * chunkBytes, (chunk + 1) * chunkBytes)
      const place = target.subarray(chunk * sealedChunkBytes, (chunk + 1) * sealedChunkBytes)
      gcmSealInto({ ...chunkInput({ key, header }, index + chunk, false), key: parsed }, plaintext, place)
    }
    return count * sealedChunkBytes
  }
}

/** Throws Fault `blob-damaged`. */
export const openChunk = (blob: BlobKeys, index: number, sealed: Uint8Array, last: boolean): Uint8Array => {
  const plaintext = gcmOpen(chunkInput(blob, index, last), sealed)
  if (plaintext === undefined) throw new Fault("blob-damaged", { part: "chunk", chunk: index })
  return plaintext
}

/** What the blob says of its own content, so that evidence can be salvaged without the database. */
export interface BlobTail {
  /** Cut at 972 bytes of UTF-8. */
  name: string
  receivedAtMs: number
  /** 32 bytes. */
  sha256: Uint8Array
  sizeBytes: number
}

/** Up to 972 bytes of UTF-8, never half a character. */
const cutName = (name: string): Uint8Array => {
  const bytes = utf8(name)
  let end = Math.min(bytes.byteLength, nameBytes)
  while (end < bytes.byteLength && end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end--
  return bytes.subarray(0, end)
}

const encodeTail = (tail: BlobTail): Uint8Array => {
  const bytes = new Uint8Array(tailBytes)
  const name = cutName(tail.name)
  writeUint16(bytes, 0, version)
  writeUint16(bytes, 2, name.byteLength)
  bytes.set(name, 4)
  writeUint64(bytes, 976, tail.receivedAtMs)
  bytes.set(tail.sha256, 984)
  writeUint64(bytes, 1016, tail.sizeBytes)
  return bytes
}

/**
 * The chunks that end a blob: the content's last part (less than a chunk, possibly nothing), zeros, tail.
 * `index` is the number of the first of them.
 */
export function* closingChunks(
  blob: BlobKeys,
  index: number,
  rest: Uint8Array,
  tail: BlobTail,
): Generator<Uint8Array, void> {
  let left = paddedLength(tail.sizeBytes) - index * chunkBytes
  for (let chunk = index; left > 0; chunk++) {
    const plaintext = new Uint8Array(Math.min(left, chunkBytes))
    if (chunk === index) plaintext.set(rest)
    left -= plaintext.byteLength
    if (left === 0) plaintext.set(encodeTail(tail), plaintext.byteLength - tailBytes)
    yield sealChunk(blob, chunk, plaintext, left === 0)
  }
}

export interface BlobLayout {
  paddedBytes: number
  chunks: number
  /** Length of the last chunk with its tag. */
  lastSealedBytes: number
}

/** Where the chunks lie in a file of `fileBytes`. Throws Fault `blob-damaged` for a length that no blob has. */
export const blobLayout = (fileBytes: number): BlobLayout => {
  const sealed = fileBytes - blobHeaderBytes
  const chunks = Math.ceil(sealed / sealedChunkBytes)
  const paddedBytes = sealed - chunks * tagBytes
  const lastSealedBytes = sealed - (chunks - 1) * sealedChunkBytes
  if (paddedBytes < floorBytes || lastSealedBytes < tailBytes + tagBytes || padme(paddedBytes) !== paddedBytes)
    throw new Fault("blob-damaged", { part: "length" })
  return { paddedBytes, chunks, lastSealedBytes }
}

/** Reads the tail out of the opened last chunk. Throws Fault `blob-damaged`, `vault-newer`. */
export const readTail = (lastChunk: Uint8Array, { paddedBytes }: BlobLayout): BlobTail => {
  const bytes = lastChunk.subarray(lastChunk.byteLength - tailBytes)
  if (readUint16(bytes, 0) > version) throw new Fault("vault-newer", { part: "blob" })
  const sizeBytes = readUint64(bytes, 1016)
  const nameLength = readUint16(bytes, 2)
  if (!Number.isSafeInteger(sizeBytes) || paddedLength(sizeBytes) !== paddedBytes || nameLength > nameBytes)
    throw new Fault("blob-damaged", { part: "tail" })
  return {
    name: Buffer.from(bytes.subarray(4, 4 + nameLength)).toString("utf8"),
    receivedAtMs: readUint64(bytes, 976),
    sha256: bytes.slice(984, 1016),
    sizeBytes,
  }
}

/** The whole file at once, for small contents and published vectors. */
export const sealWhole = (blob: BlobKeys, content: Uint8Array, tail: Omit<BlobTail, "sizeBytes">): Uint8Array => {
  const parts: Uint8Array[] = [blob.header]
  const full = Math.floor(content.byteLength / chunkBytes)
  for (let index = 0; index < full; index++)
    parts.push(sealChunk(blob, index, content.subarray(index * chunkBytes, (index + 1) * chunkBytes)))
  const rest = content.subarray(full * chunkBytes)
  for (const chunk of closingChunks(blob, full, rest, { ...tail, sizeBytes: content.byteLength })) parts.push(chunk)
  return concat(parts)
}

/** Opens a whole file held in memory. Throws Fault `blob-damaged`, `vault-newer`. */
export const openWhole = (
  blobKey: Uint8Array,
  blobId: string,
  file: Uint8Array,
): { content: Uint8Array; tail: BlobTail; commitment: Uint8Array } => {
  const layout = blobLayout(file.byteLength)
  const blob = openBlobHeader(blobKey, blobId, file.subarray(0, blobHeaderBytes))
  const chunks = Array.from({ length: layout.chunks }, (_, index) => {
    const start = blobHeaderBytes + index * sealedChunkBytes
    return openChunk(blob, index, file.subarray(start, start + sealedChunkBytes), index === layout.chunks - 1)
  })
  const tail = readTail(chunks.at(-1) ?? new Uint8Array(), layout)
  return { content: concat(chunks).slice(0, tail.sizeBytes), tail, commitment: blobCommitment(blob.header) }
}
