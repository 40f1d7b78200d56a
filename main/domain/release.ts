/** Whether a second person has to confirm what leaves, and whether one has. */
import type { Sha256Hex, CaseId, EvidenceId, HolderId } from "../../shared/model/ids.ts"
import { Fault } from "../../shared/faults.ts"
import { append } from "../vault/audit.ts"
import { joinSql, sql } from "../vault/sql.ts"
import type { ReadTx, WriteTx } from "../vault/tx.ts"
import { audienceKey } from "./pseudonym.ts"

/** Of the rule for the whole vault. */
const everybody = ""

const keyOf = (audience: string | null): string => (audience === null ? everybody : audienceKey(audience))

export interface Rules {
  readonly wholeVault: boolean
  readonly audiences: readonly string[]
}

export const rules = (tx: ReadTx): Rules => {
  const known = tx.all(sql`SELECT audience FROM release_rules ORDER BY audience`).map((row) => String(row["audience"]))
  return { wholeVault: known.includes(everybody), audiences: known.filter((audience) => audience !== everybody) }
}

export const isRequired = (tx: ReadTx, audience: string): boolean => {
  const { wholeVault, audiences } = rules(tx)
  return wholeVault || audiences.includes(audienceKey(audience))
}

/** Null: the whole vault. Nothing where the rule stands already. */
export const require = (tx: WriteTx, id: string, audience: string | null): void => {
  if (tx.one(sql`SELECT id FROM release_rules WHERE audience = ${keyOf(audience)}`) !== undefined) return
  tx.insert("release_rules", { id, audience: keyOf(audience) })
  append(tx, { verb: "release.required", subjectKind: "release-rule", subjectId: id })
}

/** @throws Fault "not-found" */
export const lift = (tx: WriteTx, audience: string | null): void => {
  const row = tx.one(sql`SELECT id FROM release_rules WHERE audience = ${keyOf(audience)}`)
  if (row === undefined) throw new Fault("not-found", { kind: "release-rule" })
  tx.remove("release_rules", String(row["id"]))
  append(tx, { verb: "release.lifted", subjectKind: "release-rule", subjectId: String(row["id"]) })
}

/** What the pages of an item were accepted as: one line for each, in their order. */
export const acceptedStates = (tx: ReadTx, evidenceId: EvidenceId, audience: string): readonly string[] =>
  tx
    .all(
      sql`SELECT a.page, a.boxes_sha256, a.pixels_sha256, a.renderer FROM redaction_accepted_pages a
          JOIN redaction_plans p ON p.id = a.plan_id
          WHERE p.evidence_id = ${evidenceId} AND p.audience = ${audienceKey(audience)} ORDER BY a.page`,
    )
    .map((row) => [row["page"], row["boxes_sha256"], row["pixels_sha256"], row["renderer"]].join(" "))

/** Who accepted pages and recordings of these items for this audience. */
export const reviewers = (tx: ReadTx, items: readonly EvidenceId[], audience: string): HolderId[] => {
  if (items.length === 0) return []
  const [ids, key] = [joinSql(items), audienceKey(audience)]
  return tx
    .all(
      sql`SELECT a.created_by AS holder FROM redaction_accepted_pages a JOIN redaction_plans p ON p.id = a.plan_id
          WHERE p.audience = ${key} AND p.evidence_id IN (${ids})
          UNION SELECT changed_by FROM media_plans
          WHERE accepted = 1 AND audience = ${key} AND evidence_id IN (${ids}) ORDER BY holder`,
    )
    .map((row) => row["holder"] as HolderId)
}

export interface Release {
  readonly caseId: CaseId
  readonly audience: string
  readonly stateSha256: Sha256Hex
  readonly items: readonly EvidenceId[]
}

/** Who confirmed this very state, is none of its reviewers, and still opens the vault; newest first. */
export const confirmers = (tx: ReadTx, { caseId, audience, stateSha256, items }: Release): HolderId[] => {
  const looked = new Set(reviewers(tx, items, audience))
  return tx
    .all(
      sql`SELECT c.created_by AS holder FROM release_confirmations c JOIN holders h ON h.id = c.created_by
          WHERE c.case_id = ${caseId} AND c.state_sha256 = ${stateSha256} AND c.audience = ${audienceKey(audience)}
          AND h.removed_on IS NULL ORDER BY c.created_at DESC, c.id`,
    )
    .map((row) => row["holder"] as HolderId)
    .filter((holder) => !looked.has(holder))
}

/** @throws Fault "own-review" where whoever confirms has reviewed any of it */
export const confirm = (tx: WriteTx, id: string, release: Release): void => {
  const { caseId, stateSha256, items } = release
  const audience = audienceKey(release.audience)
  if (reviewers(tx, items, audience).includes(tx.holderId)) throw new Fault("own-review")
  tx.insert("release_confirmations", { id, case_id: caseId, audience, state_sha256: stateSha256 })
  append(tx, { verb: "release.confirmed", subjectKind: "release", subjectId: id })
}

/**
 * The second person of a release by `builder`, or undefined where no rule asks for one. Where nothing had to be
 * reviewed, the second person is anybody but the builder.
 * @throws Fault "not-confirmed"
 */
export const secondPerson = (tx: ReadTx, release: Release, builder: HolderId): HolderId | undefined => {
  if (!isRequired(tx, release.audience)) return undefined
  const unreviewed = reviewers(tx, release.items, release.audience).length === 0
  const found = confirmers(tx, release).find((holder) => !unreviewed || holder !== builder)
  if (found === undefined) throw new Fault("not-confirmed")
  return found
}
