import { z } from "zod"
import { CustodyEntry, custodyVerbs } from "../../shared/model/evidence.ts"
import { CustodyId, EvidenceId, Sha256Hex } from "../../shared/model/ids.ts"
import { sql } from "../vault/sql.ts"
import type { ReadTx, WriteTx } from "../vault/tx.ts"

const CustodyRow = z.object({
  id: CustodyId,
  evidence_id: EvidenceId,
  verb: z.enum(custodyVerbs),
  at: z.string(),
  who: z.string(),
  from_whom: z.string(),
  to_whom: z.string(),
  how: z.string(),
  condition: z.string(),
  sha256: z.union([Sha256Hex, z.literal("")]),
})

/** What happened to an item, oldest first. */
export const ofEvidence = (tx: ReadTx, evidenceId: EvidenceId): CustodyEntry[] =>
  tx.all(sql`SELECT * FROM custody WHERE evidence_id = ${evidenceId} ORDER BY at, rowid`).map((source) => {
    const { evidence_id, from_whom, to_whom, ...row } = CustodyRow.parse(source)
    return { ...row, evidenceId: evidence_id, from: from_whom, to: to_whom }
  })

/** The name under which the acting holder is known; "" where none was given. */
export const actingHolder = (tx: WriteTx): string =>
  z.string().parse(tx.one(sql`SELECT label FROM holders WHERE id = ${tx.holderId}`)?.["label"] ?? "")

/** What a custody entry says beyond who and when, which the transaction knows. */
export type CustodyAct = Pick<CustodyEntry, "id" | "evidenceId" | "verb"> &
  Partial<Pick<CustodyEntry, "from" | "to" | "how" | "condition" | "sha256">>

/** Writes one entry. The caller says it in the audit log. */
export const record = (tx: WriteTx, act: CustodyAct, who = actingHolder(tx)): void =>
  tx.insert("custody", {
    id: act.id,
    evidence_id: act.evidenceId,
    verb: act.verb,
    at: tx.now,
    who,
    from_whom: act.from ?? "",
    to_whom: act.to ?? "",
    how: act.how ?? "",
    condition: act.condition ?? "",
    sha256: act.sha256 ?? "",
  })
