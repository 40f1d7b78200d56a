import type { CaseId } from "../../shared/model/ids.ts"
import { sql } from "../vault/sql.ts"
import type { ReadTx, Row, WriteTx } from "../vault/tx.ts"
import { audienceKey } from "./pseudonym.ts"
import type { Pair } from "./record-merge-answers.ts"

const pseudonymsOf = (tx: ReadTx, actorId: string): Row[] =>
  tx.all(sql`SELECT id, audience, text FROM pseudonyms WHERE actor_id = ${actorId} ORDER BY audience`)

/**
 * What the person is called outside: the kept one's pseudonym stays, for audiences where there is one. The other is
 * never drawn again, since somebody may have read it: `pseudonym.drawMissing` looks into the history.
 */
export const movePseudonyms = (tx: WriteTx, { keep, lose }: Pair): void => {
  const known = new Set(pseudonymsOf(tx, keep).map(({ audience }) => audience))
  for (const row of pseudonymsOf(tx, lose)) {
    const id = String(row["id"])
    if (known.has(row["audience"])) tx.remove("pseudonyms", id)
    else tx.update("pseudonyms", id, { actor_id: keep })
  }
}

type InCase = Pair & { readonly caseId: CaseId }

const boxesNaming = (tx: ReadTx, caseId: CaseId, actorId: string): Row[] =>
  tx.all(sql`SELECT b.id, b.label, b.actor_id, b.places, p.audience, c.id AS clearance FROM evidence e
    JOIN redaction_plans p ON p.evidence_id = e.id JOIN redaction_boxes b ON b.plan_id = p.id
    LEFT JOIN redaction_clearances c ON c.box_id = b.id AND c.reason = 'another-person'
    WHERE e.case_id = ${caseId} AND (b.actor_id = ${actorId} OR instr(b.places, ${actorId}) > 0)`)

/** Cleared as somebody else's name: who that is has just changed, so somebody decides again. */
const askAgain = (tx: WriteTx, { caseId, keep, lose }: InCase): void => {
  const cleared = [keep, lose].flatMap((id) => boxesNaming(tx, caseId, id)).filter((row) => row["clearance"] !== null)
  for (const [id, box] of new Map(cleared.map((row) => [String(row["clearance"]), String(row["id"])]))) {
    tx.remove("redaction_clearances", id)
    tx.update("redaction_boxes", box, { decision: "proposed" })
  }
}

/**
 * Boxes over the lost person's names are over the kept one's, with that one's pseudonym. Subtle: what leaves changes with
 * the label, so the fingerprint of an accepted page no longer holds and somebody looks at it again.
 */
export const relabelBoxes = (tx: WriteTx, pair: InCase): void => {
  const { keep, lose, caseId } = pair
  askAgain(tx, pair)
  const [kept, lost] = [pseudonymsOf(tx, keep), pseudonymsOf(tx, lose)]
  for (const row of boxesNaming(tx, caseId, lose)) {
    const audience = audienceKey(String(row["audience"]))
    const nameOf = (of: Row[]) => of.find((one) => one["audience"] === audience)?.["text"]
    const next = nameOf(kept)
    tx.update("redaction_boxes", String(row["id"]), {
      ...(row["actor_id"] === lose ? { actor_id: keep } : {}),
      ...(next !== undefined && row["label"] === nameOf(lost) ? { label: String(next) } : {}),
      ...(typeof row["places"] === "string" ? { places: row["places"].replaceAll(lose, keep) } : {}),
    })
  }
}
