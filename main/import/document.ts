import type { StoredFile } from "../domain/evidence.ts"
import type { Vault } from "../vault/vault.ts"
import type { ReadableFile } from "./read-item.ts"

/** Larger files are not handed to a parser whole; the pool has the same limit. */
const documentBytes = 512 * 1024 * 1024

/**
 * A stored file as parsers take it: its bytes are unsealed, verified, when a parser asks for them.
 * The key is the blob's: blobs never change.
 */
export const documentOf = ({ blobs }: Vault, { blob, kind, mediaType }: StoredFile): ReadableFile => ({
  kind,
  mediaType,
  sizeBytes: blob.sizeBytes,
  document: { key: blob.id, mediaType, bytes: () => blobs.readAll(blob, documentBytes) },
  range: (start, end) => blobs.range(blob, start, end),
})
