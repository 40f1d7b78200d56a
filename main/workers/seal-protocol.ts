import type { FaultCode, FaultDetail } from "../../shared/faults.ts"

/** A file to read once, hash and seal. The thread gets this blob's own key, never the vault's. */
export interface SealJob {
  id: number
  source: { path: string } | { fd: number }
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
}

export type SealReply =
  | { id: number; kind: "progress"; bytes: number }
  | { id: number; kind: "done"; result: SealedFile }
  | { id: number; kind: "fault"; code: FaultCode; detail: FaultDetail }
