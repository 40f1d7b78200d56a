import { hmacSha256 } from "../crypto/hash.ts"
import { fromHex } from "../crypto/bytes.ts"
import type { RandomBytes } from "../crypto/random.ts"
import type { Instant } from "../../shared/model/ids.ts"
import type { BlobRef } from "../vault/blobs.ts"
import type { Vault } from "../vault/vault.ts"
import type { ParserPool } from "../workers/pool.ts"
import type { Clock } from "../engine/clock.ts"
import { openFound, type OpenFile, readPart } from "./open.ts"
import type { FileEnds } from "./kinds.ts"
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
  /** Its first and last bytes: what its kind is told from. */
  readonly ends: FileEnds
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

const headBytes = 64 * 1024
const tailBytes = 64 * 1024

const readEnds = async (file: OpenFile): Promise<FileEnds> => ({
  head: await readPart(file, 0, Math.min(headBytes, file.sizeBytes)),
  tail: await readPart(file, Math.max(headBytes, file.sizeBytes - tailBytes), file.sizeBytes),
})

/** Turns "so much in all" into "so much more". */
const steps = (onBytes: (bytes: number) => void): ((bytes: number) => void) => {
  let told = 0
  return (bytes) => {
    onBytes(bytes - told)
    told = bytes
  }
}

/**
 * Opens, reads once, hashes and seals one file. With `sync: "group"` the blob is durable only after `blobs.settle`.
 * Nothing stays on the disk when it fails.
 * @throws Fault file-vanished, file-unreadable, file-changed, file-empty, not-a-regular-file, disk-full, io-error,
 *   permission-denied, cancelled
 */
export const sealFile = async (parts: ImportParts, found: FoundFile, options: SealOptions): Promise<SealedFile> => {
  const { vault, clock } = parts
  const file = await openFound(found)
  const { name } = found
  const receivedAt = clock.now()
  try {
    await requireSpace(vault.folder, file.sizeBytes)
    const ends = await readEnds(file)
    const how = { name, receivedAt, sync: options.sync, signal: options.signal, onProgress: steps(options.onBytes) }
    // A thread reads the file once, hashes and seals what it read, and compares size and time before and after.
    const ref = await vault.blobs.writeFile({ fd: file.handle.fd }, how)
    try {
      await file.unchanged()
    } catch (error) {
      await vault.blobs.remove(ref.id)
      throw error
    }
    const duplicateHmac = hmacSha256(vault.keys.duplicateKey, fromHex(ref.sha256))
    return { found, ref, ends, fileModifiedAt: file.modifiedAt, receivedAt, duplicateHmac }
  } finally {
    await file.close()
  }
}
