import { z } from "zod"
import { EvidenceId, FileToken, IncidentId, Language, Sha256Hex } from "./ids.ts"
import { ProofReport, RedactionOptions } from "./redaction.ts"

/** What a redacted evidence bundle is built from. Handed whole from the window or the command line to the manifest. */
export const DossierOptions = z.strictObject({
  title: z.string().trim().min(1).max(200),
  /** For whom: pseudonyms are drawn per audience, so the same words must mean the same people. */
  audience: z.string().trim().min(1).max(200),
  language: Language.default("en"),
  incidentIds: z.array(IncidentId).min(1),
  /** Which items go along as annexes; null: every item that the chosen incidents cite. */
  evidenceIds: z.array(EvidenceId).nullable().default(null),
  /** More words that must not leave, one literal each. */
  terms: z.array(z.string().min(1).max(500)).max(10_000).default([]),
  /** The cover's date, EDTF day; fixed, so that the same inputs give the same bytes. */
  datedOn: z.iso.date(),
  redaction: RedactionOptions.prefault({}),
})
export type DossierOptions = z.infer<typeof DossierOptions>

export const DossierAnnex = z.strictObject({
  number: z.int().positive(),
  file: z.string(),
  title: z.string(),
  /** 0 for a recording. */
  pages: z.int(),
  firstPage: z.int(),
  boxes: z.int(),
  sha256: Sha256Hex,
})
export type DossierAnnex = z.infer<typeof DossierAnnex>

/** What `dossier verify` found, without a vault. */
export const DossierVerdict = z.strictObject({
  passed: z.boolean(),
  /** Every file of the bag against its checksum, the manifest's signature, the annexes against the manifest. */
  checks: z.array(z.strictObject({ name: z.string(), passed: z.boolean(), looked: z.int(), detail: z.string() })),
  keyFingerprint: z.string(),
  /** True only when a fingerprint was given and is the one that signed. */
  signerVerified: z.boolean(),
})
export type DossierVerdict = z.infer<typeof DossierVerdict>

export const DossierResult = z.strictObject({
  /** The bag's folder: a token, since the page never sees a path; the command line resolves it. */
  folder: FileToken,
  folderName: z.string(),
  title: z.string(),
  audience: z.string(),
  pages: z.int(),
  annexes: z.array(DossierAnnex),
  /** Items that were chosen but cannot leave (recordings that nobody released, unknown kinds): named in the index as kept back. */
  keptBack: z.array(z.strictObject({ reference: z.string(), why: z.string() })),
  pseudonyms: z.int(),
  proofs: z.array(z.strictObject({ file: z.string(), report: ProofReport })),
  keyFingerprint: z.string(),
  verdict: DossierVerdict,
})
export type DossierResult = z.infer<typeof DossierResult>
