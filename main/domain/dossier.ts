/** Bundles that have left: as a person sees them, and the receipt that the vault keeps of each. */
import { z } from "zod"
import { DossierRecord } from "../../shared/contract/dossier.ts"
import { type CaseId, EvidenceId, HolderId, Sha256Hex } from "../../shared/model/ids.ts"
import { labelOf } from "./holder.ts"
import { sql } from "../vault/sql.ts"
import type { ReadTx } from "../vault/tx.ts"

const RecordRow = z.object({
  id: z.string(),
  case_id: z.string(),
  title: z.string(),
  audience: z.string(),
  built_at: z.string(),
  pages: z.int(),
  annexes: z.int(),
  key_fingerprint: z.string(),
  regraded_at: z.string().nullable(),
  regraded_why: z.string().nullable(),
  receipt: z.string(),
})

/** By the keeper's receipt, with the names that they have in this vault. */
const peopleBehind = (tx: ReadTx, json: string): Pick<DossierRecord, "reviewedBy" | "confirmedBy"> => {
  const { reviewedBy, confirmedBy } = KeepersReceipt.partial().parse(JSON.parse(json))
  return {
    reviewedBy: (reviewedBy ?? []).map((id) => labelOf(tx, id)),
    confirmedBy: confirmedBy === null || confirmedBy === undefined ? null : labelOf(tx, confirmedBy),
  }
}

export const listDossiers = (tx: ReadTx, caseId: CaseId): DossierRecord[] =>
  tx
    .all(
      sql`SELECT id, case_id, title, audience, built_at, pages, annexes, key_fingerprint, regraded_at, regraded_why, receipt FROM dossiers
          WHERE case_id = ${caseId} ORDER BY built_at DESC, id`,
    )
    .map((row) => {
      const record = RecordRow.parse(row)
      return DossierRecord.parse({
        id: record.id,
        caseId: record.case_id,
        title: record.title,
        audience: record.audience,
        builtAt: record.built_at,
        pages: record.pages,
        annexes: record.annexes,
        keyFingerprint: record.key_fingerprint,
        ...peopleBehind(tx, record.receipt),
        regraded: record.regraded_at === null ? null : { at: record.regraded_at, why: record.regraded_why ?? "" },
      })
    })

/** The keeper's receipt: what left, and where the audit chain stood. Stays in the vault; never in the bag. */
export const KeepersReceipt = z.strictObject({
  keyFingerprint: z.string(),
  tagManifestSha256: Sha256Hex,
  auditHead: Sha256Hex,
  files: z.array(z.strictObject({ path: z.string(), sha256: Sha256Hex })),
  evidence: z.array(z.strictObject({ annex: z.int(), evidenceId: EvidenceId, original: Sha256Hex })),
  /** Who looked at every page, and the second person who confirmed; null where no rule asked for one. */
  reviewedBy: z.array(HolderId).default([]),
  confirmedBy: HolderId.nullable().default(null),
})
export type KeepersReceipt = z.infer<typeof KeepersReceipt>
