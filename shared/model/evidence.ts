import { z } from "zod"
import { CaseId, CustodyId, EvidenceId, Instant, Sha256Hex } from "./ids.ts"

/** How Saqta treats a file; found in its bytes, never in its name. */
export const evidenceKinds = [
  "pdf",
  "image",
  "text",
  "mail",
  "document",
  "sheet",
  "slides",
  "web",
  "audio",
  "video",
  "archive",
  "other",
] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

/** Kinds that can be shown as pages (and so redacted as pixels). */
export const pagedKinds = [
  "pdf",
  "image",
  "text",
  "mail",
  "document",
  "sheet",
  "slides",
  "web",
] as const satisfies readonly EvidenceKind[]
export const mediaKinds = ["audio", "video"] as const satisfies readonly EvidenceKind[]

export const readingStates = ["waiting", "reading", "read", "failed", "none"] as const

/** What a person said of a batch of files when they came in. */
export const Provenance = z.strictObject({
  receivedFrom: z.string().max(500).default(""),
  /** EDTF or "". */
  receivedOn: z.string().max(60).default(""),
  how: z.string().max(500).default(""),
})
export type Provenance = z.infer<typeof Provenance>

export const Evidence = z.strictObject({
  id: EvidenceId,
  caseId: CaseId,
  /** Such as "E-031"; counted per case, never reused. */
  reference: z.string(),
  title: z.string(),
  kind: z.enum(evidenceKinds),
  /** Found in the bytes, such as "application/pdf". */
  mediaType: z.string(),
  /** As the file was called; characters that no screen should obey are written out, such as "\\u{202e}". */
  originalName: z.string(),
  /** The folder it came in, "/"-separated from the dropped folder's own name on; "" for a file dropped by itself. */
  originalFolder: z.string(),
  sizeBytes: z.int(),
  sha256: Sha256Hex,
  fileModifiedAt: z.union([Instant, z.literal("")]),
  receivedAt: Instant,
  provenance: Provenance,
  description: z.string(),
  /** Distressing: shown blurred and muted until asked for. */
  graphic: z.boolean(),
  pageCount: z.int().nullable(),
  durationMs: z.int().nullable(),
  reading: z.strictObject({ state: z.enum(readingStates), fault: z.string() }),
  /** What the file says of itself (EXIF, PDF Info, mail headers), as shown: label → text. */
  metadata: z.record(z.string(), z.string()),
  createdAt: Instant,
  changedAt: Instant,
  counts: z.strictObject({ links: z.int() }),
})
export type Evidence = z.infer<typeof Evidence>

export const custodyVerbs = [
  "received",
  "opened",
  "copied",
  "exported",
  "moved",
  "sealed",
  "returned",
  "found-altered",
] as const

export const CustodyEntry = z.strictObject({
  id: CustodyId,
  evidenceId: EvidenceId,
  verb: z.enum(custodyVerbs),
  at: Instant,
  who: z.string(),
  from: z.string(),
  to: z.string(),
  how: z.string(),
  condition: z.string(),
  sha256: z.union([Sha256Hex, z.literal("")]),
})
export type CustodyEntry = z.infer<typeof CustodyEntry>
