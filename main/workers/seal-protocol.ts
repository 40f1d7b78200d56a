import type { FaultCode, FaultDetail } from "../../shared/faults.ts"

/** A file that was looked at before: it must be the same one still, not empty, and no link. */
export interface FoundSource {
  /** Bytes: a name need not be text. */
  path: Uint8Array
  device: number
  inode: number
}

/** What is told of a found file beside its sealing. */
export interface SourceFacts {
  /** The first bytes and, where those are not all, the last. */
  head: Uint8Array
  tail: Uint8Array
  /** When it says that it was last written: milliseconds since 1970. */
  modifiedMs: number
}

/** A file to read once, hash and seal. The thread gets this blob's own key, never the vault's. */
export interface SealJob {
  id: number
  source: { path: string } | { fd: number } | { found: FoundSource }
  /** Written new (O_EXCL, 0600); left complete, or removed. */
  temporaryPath: string
  key: Uint8Array
  header: Uint8Array
  name: string
  receivedAtMs: number
  sync: boolean
  /** Element 0 becomes 1 when the job is to stop. */
  stop: Int32Array
}

export interface SealedFile {
  sizeBytes: number
  /** 32 bytes. */
  sha256: Uint8Array
  /** Of a found file. */
  facts?: SourceFacts
}

export type SealReply =
  | { id: number; kind: "progress"; bytes: number }
  | { id: number; kind: "done"; result: SealedFile }
  | { id: number; kind: "fault"; code: FaultCode; detail: FaultDetail }
