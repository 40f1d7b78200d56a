/** Plans of what to cover, one for each item and audience: boxes, decisions, and pages that a person has accepted. */
import { z } from "zod"
import { Fault } from "../../shared/faults.ts"
import { pageRect } from "../../shared/geometry.ts"
import type { BoxId, EvidenceId } from "../../shared/model/ids.ts"
import { RedactionBox, type RedactionPlan } from "../../shared/model/redaction.ts"
import { append } from "../vault/audit.ts"
import { joinSql, sql } from "../vault/sql.ts"
import type { ReadTx, Row, WriteTx } from "../vault/tx.ts"
import { audienceKey } from "./pseudonym.ts"

export interface PlanRecord {
  readonly id: string
  readonly pageCount: number
}

const PlanRow = z.object({ id: z.string(), page_count: z.int() })

export const find = (tx: ReadTx, evidenceId: EvidenceId, audience: string): PlanRecord | undefined => {
  const row = tx.one(
    sql`SELECT id, page_count FROM redaction_plans WHERE evidence_id = ${evidenceId} AND audience = ${audienceKey(audience)}`,
  )
  if (row === undefined) return undefined
  const plan = PlanRow.parse(row)
  return { id: plan.id, pageCount: plan.page_count }
}

const toBox = (row: Row): RedactionBox =>
  RedactionBox.parse({
    id: row["id"],
    page: row["page"],
    rect: pageRect(Number(row["x"]), Number(row["y"]), Number(row["width"]), Number(row["height"])),
    origin: row["origin"],
    decision: row["decision"],
    reason: row["reason"],
    label: row["label"],
    actorId: row["actor_id"],
    confidence: row["confidence"],
    found: row["found"],
  })

/** From the first page to the last, each from top to bottom. */
export const show = (tx: ReadTx, plan: PlanRecord): RedactionPlan => ({
  pageCount: plan.pageCount,
  boxes: tx.all(sql`SELECT * FROM redaction_boxes WHERE plan_id = ${plan.id} ORDER BY page, y, x, id`).map(toBox),
  acceptedPages: tx
    .all(sql`SELECT page FROM redaction_accepted_pages WHERE plan_id = ${plan.id} ORDER BY page`)
    .map((row) => Number(row["page"])),
})

const log = (tx: WriteTx, verb: string, plan: PlanRecord): void =>
  append(tx, { verb, subjectKind: "redaction-plan", subjectId: plan.id })

export const make = (
  tx: WriteTx,
  input: PlanRecord & { readonly evidenceId: EvidenceId; readonly audience: string },
): PlanRecord => {
  const { id, pageCount, evidenceId } = input
  const audience = audienceKey(input.audience)
  tx.insert("redaction_plans", { id, evidence_id: evidenceId, audience, page_count: pageCount })
  const plan = { id, pageCount }
  log(tx, "redaction.planned", plan)
  return plan
}

/** What a person accepted was another picture: the page is to be looked at again. */
const reopen = (tx: WriteTx, plan: PlanRecord, pages: readonly number[]): void => {
  if (pages.length === 0) return
  const rows = tx.all(
    sql`SELECT id FROM redaction_accepted_pages WHERE plan_id = ${plan.id} AND page IN (${joinSql([...new Set(pages)])})`,
  )
  for (const row of rows) tx.remove("redaction_accepted_pages", String(row["id"]))
}

const insertBox = (tx: WriteTx, plan: PlanRecord, box: RedactionBox): void => {
  const { id, page, rect, origin, decision, reason, label, actorId, confidence, found } = box
  const facts = { origin, decision, reason, label, actor_id: actorId, confidence, found }
  tx.insert("redaction_boxes", { id, plan_id: plan.id, page, ...rect, ...facts })
}

/** @throws Fault "bad-input" where the plan has no such page */
export const addBoxes = (tx: WriteTx, plan: PlanRecord, boxes: readonly RedactionBox[]): void => {
  if (boxes.length === 0) return
  for (const box of boxes) {
    if (box.page > plan.pageCount) throw new Fault("bad-input", { field: "page", pages: plan.pageCount })
    insertBox(tx, plan, box)
  }
  reopen(
    tx,
    plan,
    boxes.map((box) => box.page),
  )
  log(tx, boxes.some((box) => box.origin === "hand") ? "redaction.box-added" : "redaction.proposed", plan)
}

const pageOfBox = (tx: ReadTx, plan: PlanRecord, id: BoxId): number => {
  const row = tx.one(sql`SELECT page FROM redaction_boxes WHERE id = ${id} AND plan_id = ${plan.id}`)
  if (row === undefined) throw new Fault("not-found", { kind: "box" })
  return Number(row["page"])
}

/** @throws Fault "not-found"; then nothing is decided */
export const decide = (
  tx: WriteTx,
  plan: PlanRecord,
  ids: readonly BoxId[],
  decision: RedactionBox["decision"],
): void => {
  const pages = ids.map((id) => {
    const page = pageOfBox(tx, plan, id)
    tx.update("redaction_boxes", id, { decision })
    return page
  })
  reopen(tx, plan, pages)
  log(tx, "redaction.decided", plan)
}

/** @throws Fault "not-found" */
export const removeBox = (tx: WriteTx, plan: PlanRecord, id: BoxId): void => {
  const page = pageOfBox(tx, plan, id)
  tx.remove("redaction_boxes", id)
  reopen(tx, plan, [page])
  log(tx, "redaction.box-removed", plan)
}

/** @throws Fault "bad-input" where the plan has no such page */
export const acceptPage = (
  tx: WriteTx,
  plan: PlanRecord,
  { id, page, accepted }: { readonly id: string; readonly page: number; readonly accepted: boolean },
): void => {
  if (page > plan.pageCount) throw new Fault("bad-input", { field: "page", pages: plan.pageCount })
  const known = tx.one(sql`SELECT id FROM redaction_accepted_pages WHERE plan_id = ${plan.id} AND page = ${page}`)
  if ((known !== undefined) === accepted) return
  if (accepted) tx.insert("redaction_accepted_pages", { id, plan_id: plan.id, page })
  else reopen(tx, plan, [page])
  log(tx, accepted ? "redaction.page-accepted" : "redaction.page-reopened", plan)
}
