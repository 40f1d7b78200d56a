import { hmacSha256 } from "../crypto/hash.ts"
import { fromHex } from "../crypto/bytes.ts"
import type { RandomBytes } from "../crypto/random.ts"
import { isFault } from "../../shared/faults.ts"
import type { EvidenceKind } from "../../shared/model/evidence.ts"
import type { Instant } from "../../shared/model/ids.ts"
import type { BlobRef } from "../vault/blobs.ts"
import type { Vault } from "../vault/vault.ts"
import type { ParserPool } from "../workers/pool.ts"
import type { Clock } from "../engine/clock.ts"
import { openFound, type OpenFile, readPart } from "./open.ts"
import { requireSpace } from "./space.ts"
import type { FoundFile } from "./walk.ts"

export interface ImportParts {
  readonly vault: Vault
  readonly parsers: ParserPool
  readonly random: RandomBytes
  readonly clock: Clock
}

/** A file whose content is sealed; not yet evidence. */
export interface SealedFile {
  readonly found: FoundFile
  readonly ref: BlobRef
  readonly kind: EvidenceKind
  readonly mediaType: string
  /** An instant, or "". */
  readonly fileModifiedAt: string
  readonly receivedAt: Instant
  readonly duplicateHmac: Uint8Array
}

export interface SealOptions {
  readonly sync: "each" | "group"
  readonly signal: AbortSignal
  /** Called with what was sealed since the last call. */
  readonly onBytes: (bytes: number) => void
}

const headBytes = 256 * 1024
const tailBytes = 64 * 1024
/** Up to this size a file is read here, in one piece; above it a thread reads, hashes and seals it as it goes. */
const smallBytes = 1024 * 1024

const unknownKind = { kind: "other", mediaType: "application/octet-stream" } as const

/** What the bytes say the file is. A file that brings the parser down is taken in all the same. */
const sniff = async (parsers: ParserPool, head: Uint8Array, tail: Uint8Array, signal: AbortSignal) => {
  try {
    return await parsers.run("sniff", { head, tail }, { signal, timeoutMs: 20_000 })
  } catch (error) {
    if (isFault(error) && error.code === "cancelled") throw error
    return unknownKind
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes)
}

const sealContent = async (parts: ImportParts, file: OpenFile, name: string, options: SealOptions) => {
  const receivedAt = parts.clock.now()
  let told = 0
  const onProgress = (bytes: number): void => {
    options.onBytes(bytes - told)
    told = bytes
  }
  const how = { name, receivedAt, sync: options.sync, signal: options.signal, onProgress }
  const { blobs } = parts.vault
  if (file.sizeBytes <= smallBytes) {
    // One byte more than there was shows that the file grew.
    const bytes = await readPart(file, 0, file.sizeBytes + 1)
    const tail = bytes.subarray(Math.max(headBytes, bytes.length - tailBytes))
    const sniffed = await sniff(parts.parsers, bytes.subarray(0, headBytes), tail, options.signal)
    return { ref: await blobs.write(once(bytes), how), receivedAt, ...sniffed }
  }
  const head = await readPart(file, 0, headBytes)
  const tail = await readPart(file, Math.max(headBytes, file.sizeBytes - tailBytes), file.sizeBytes)
  const sniffed = await sniff(parts.parsers, head, tail, options.signal)
  return { ref: await blobs.writeFile({ fd: file.handle.fd }, how), receivedAt, ...sniffed }
}

/**
 * Opens, reads once, hashes and seals one file. With `sync: "group"` the blob is durable only after `blobs.settle`.
 * Nothing stays on the disk when it fails.
 * @throws Fault file-vanished, file-unreadable, file-changed, file-empty, not-a-regular-file, disk-full, io-error,
 *   permission-denied, cancelled
 */
export const sealFile = async (parts: ImportParts, found: FoundFile, options: SealOptions): Promise<SealedFile> => {
  const { vault } = parts
  const file = await openFound(found)
  try {
    await requireSpace(vault.folder, file.sizeBytes)
    const { ref, receivedAt, kind, mediaType } = await sealContent(parts, file, found.name, options)
    try {
      await file.unchanged()
    } catch (error) {
      await vault.blobs.remove(ref.id)
      throw error
    }
    const duplicateHmac = hmacSha256(vault.keys.duplicateKey, fromHex(ref.sha256))
    return { found, ref, kind, mediaType, fileModifiedAt: file.modifiedAt, receivedAt, duplicateHmac }
  } finally {
    await file.close()
  }
}
