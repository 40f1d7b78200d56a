import type { DossierOptions } from "../../shared/model/dossier.ts"
import type { CaseId, CustodyId, DossierId, EvidenceId, Sha256Hex } from "../../shared/model/ids.ts"
import { append } from "../vault/audit.ts"
import { sql } from "../vault/sql.ts"
import type { WriteTx } from "../vault/tx.ts"
import * as custody from "./custody.ts"
import type { KeepersReceipt } from "./dossier.ts"

export interface DossierRecording {
  readonly id: DossierId
  readonly caseId: CaseId
  readonly options: DossierOptions
  readonly title: string
  readonly pages: number
  readonly annexes: readonly { readonly evidenceId: EvidenceId; readonly file: string; readonly sha256: Sha256Hex }[]
  readonly keyFingerprint: string
  readonly receipt: KeepersReceipt
  newCustodyId(): CustodyId
}

/** Writes down what leaves, for whom, and each item's custody entry, in the caller's transaction. */
export const recordDossier = (tx: WriteTx, record: DossierRecording): void => {
  tx.insert("dossiers", {
    id: record.id,
    case_id: record.caseId,
    title: record.title,
    audience: record.options.audience,
    built_at: tx.now,
    pages: record.pages,
    annexes: record.annexes.length,
    key_fingerprint: record.keyFingerprint,
    manifest_sha256: record.receipt.tagManifestSha256,
    options: JSON.stringify(record.options),
    receipt: JSON.stringify(record.receipt),
  })
  append(tx, { verb: "dossier.built", subjectKind: "dossier", subjectId: record.id })
  for (const annex of record.annexes) {
    custody.record(tx, {
      id: record.newCustodyId(),
      evidenceId: annex.evidenceId,
      verb: "copied",
      to: record.options.audience,
      how: "redacted copy",
      sha256: annex.sha256,
    })
    append(tx, { verb: "evidence.copied-redacted", subjectKind: "evidence", subjectId: annex.evidenceId })
  }
}

/** The folder could not be given its name: the record of it goes, and the log says both. */
export const withdrawDossier = (tx: WriteTx, id: DossierId): void => {
  tx.remove("dossiers", id)
  append(tx, { verb: "dossier.withdrawn", subjectKind: "dossier", subjectId: id })
}

/** SHA-256 of the originals behind annexes, for the receipt that stays here. */
export const originalHashes = (tx: WriteTx, ids: readonly EvidenceId[]): Sha256Hex[] =>
  ids.map((id) => tx.one(sql`SELECT sha256 FROM evidence WHERE id = ${id}`)?.["sha256"] as Sha256Hex)
