import { hmacSha256 } from "../crypto/hash.ts"
import { fromHex } from "../crypto/bytes.ts"
import type { RandomBytes } from "../crypto/random.ts"
import type { Instant } from "../../shared/model/ids.ts"
import type { BlobRef } from "../vault/blobs.ts"
import type { Vault } from "../vault/vault.ts"
import type { ParserPool } from "../workers/pool.ts"
import type { Clock } from "../engine/clock.ts"
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
  /** Whether it is known already that there is room for it. */
  readonly fits: boolean
  readonly signal: AbortSignal
  /** Called with what was sealed since the last call. */
  readonly onBytes: (bytes: number) => void
}

/** Turns "so much in all" into "so much more". */
const steps = (onBytes: (bytes: number) => void): ((bytes: number) => void) => {
  let told = 0
  return (bytes) => {
    onBytes(bytes - told)
    told = bytes
  }
}

const instantOf = (modifiedMs: number): string => {
  const date = new Date(modifiedMs)
  const year = date.getUTCFullYear()
  return Number.isNaN(year) || year < 0 || year > 9999 ? "" : date.toISOString()
}

/**
 * Reads one file once, in a thread that hashes and seals what it reads and compares size and time before and after.
 * With `sync: "group"` the blob is durable only after `blobs.settle`. Nothing stays on the disk when it fails.
 * @throws Fault file-vanished, file-unreadable, file-changed, file-empty, not-a-regular-file, disk-full, io-error,
 *   permission-denied, cancelled
 */
export const sealFile = async (parts: ImportParts, found: FoundFile, options: SealOptions): Promise<SealedFile> => {
  const { vault, clock } = parts
  const receivedAt = clock.now()
  const { sync, signal } = options
  const onProgress = steps(options.onBytes)
  const how = { name: found.name, receivedAt, sync, signal, onProgress }
  if (!options.fits) await requireSpace(vault.folder, found.sizeBytes)
  const { device, inode } = found
  // Subtle: a Buffer is often a window onto a larger pool, and all of that would cross to the thread.
  const source = { path: Uint8Array.from(found.path), device, inode }
  const { ref, facts } = await vault.blobs.writeFound(source, how)
  onProgress(ref.sizeBytes)
  const { head, tail, modifiedMs } = facts
  const duplicateHmac = hmacSha256(vault.keys.duplicateKey, fromHex(ref.sha256))
  return { found, ref, ends: { head, tail }, fileModifiedAt: instantOf(modifiedMs), receivedAt, duplicateHmac }
}
