import { z } from "zod"
import { languages } from "../languages.ts"

/** Random UUIDs (version 4), branded by noun so that one cannot stand in for another. */
export const VaultId = z.uuid().brand<"VaultId">()
export type VaultId = z.infer<typeof VaultId>
export const CaseId = z.uuid().brand<"CaseId">()
export type CaseId = z.infer<typeof CaseId>
export const IncidentId = z.uuid().brand<"IncidentId">()
export type IncidentId = z.infer<typeof IncidentId>
export const ActorId = z.uuid().brand<"ActorId">()
export type ActorId = z.infer<typeof ActorId>
export const ActorNameId = z.uuid().brand<"ActorNameId">()
export type ActorNameId = z.infer<typeof ActorNameId>
export const EvidenceId = z.uuid().brand<"EvidenceId">()
export type EvidenceId = z.infer<typeof EvidenceId>
export const BlobId = z.uuid().brand<"BlobId">()
export type BlobId = z.infer<typeof BlobId>
export const AnchorId = z.uuid().brand<"AnchorId">()
export type AnchorId = z.infer<typeof AnchorId>
export const LinkId = z.uuid().brand<"LinkId">()
export type LinkId = z.infer<typeof LinkId>
export const NoteId = z.uuid().brand<"NoteId">()
export type NoteId = z.infer<typeof NoteId>
export const CustodyId = z.uuid().brand<"CustodyId">()
export type CustodyId = z.infer<typeof CustodyId>
export const JobId = z.uuid().brand<"JobId">()
export type JobId = z.infer<typeof JobId>
export const ClearanceId = z.uuid().brand<"ClearanceId">()
export type ClearanceId = z.infer<typeof ClearanceId>
export const BoxId = z.uuid().brand<"BoxId">()
export type BoxId = z.infer<typeof BoxId>
export const SpanId = z.uuid().brand<"SpanId">()
export type SpanId = z.infer<typeof SpanId>
export const DossierId = z.uuid().brand<"DossierId">()
export type DossierId = z.infer<typeof DossierId>
export const HolderId = z.uuid().brand<"HolderId">()
export type HolderId = z.infer<typeof HolderId>

/** A file or folder that a person picked or dropped: the page holds the token, only the host knows the path. */
export const FileToken = z.string().min(8).max(200).brand<"FileToken">()
export type FileToken = z.infer<typeof FileToken>

/** Lower-case hex of 32 bytes. */
export const Sha256Hex = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<"Sha256Hex">()
export type Sha256Hex = z.infer<typeof Sha256Hex>

/** An instant, ISO 8601 in UTC with milliseconds. */
export const Instant = z.iso.datetime({ precision: 3 })
export type Instant = z.infer<typeof Instant>

/** Languages of the interface. */
export const Language = z.enum(languages)
export type Language = z.infer<typeof Language>
