/** Plans of what to cover, one for each item and audience: boxes, decisions, and pages that a person has accepted. */
import { z } from "zod"
import { Fault } from "../../shared/faults.ts"
import { pageRect } from "../../shared/geometry.ts"
import type { BoxId, ClearanceId, EvidenceId } from "../../shared/model/ids.ts"
import {
  Clearance,
  type ClearanceReason,
  NamedPlace,
  RedactionBox,
  RedactionPlan,
} from "../../shared/model/redaction.ts"
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
    points: JSON.parse(String(row["points"] ?? "[]")) as unknown,
    origin: row["origin"],
    decision: row["decision"],
    reason: row["reason"],
    label: row["label"],
    actorId: row["actor_id"],
    confidence: row["confidence"],
    found: row["found"],
  })

const clearancesOf = (tx: ReadTx, plan: PlanRecord): Clearance[] =>
  tx
    .all(
      sql`SELECT c.id, c.box_id, c.reason, c.note, b.page FROM redaction_clearances c
          JOIN redaction_boxes b ON b.id = c.box_id WHERE c.plan_id = ${plan.id} ORDER BY b.page, b.y, b.x, c.id`,
    )
    .map(({ id, box_id: boxId, page, reason, note }) => Clearance.parse({ id, boxId, page, reason, note }))

/** A box with what was found beneath it, which says what clearing it would clear. */
export interface PlannedBox extends RedactionBox {
  readonly places: readonly NamedPlace[]
}

const ReopenedPage = RedactionPlan.shape.reopenedPages.element
const Places = z.array(NamedPlace)
const placesOf = (row: Row): NamedPlace[] => Places.parse(JSON.parse(String(row["places"] ?? "[]")))

/** The plan's boxes with their places, by id. */
export const placesOfBoxes = (tx: ReadTx, plan: PlanRecord): ReadonlyMap<string, readonly NamedPlace[]> =>
  new Map(
    tx
      .all(sql`SELECT id, places FROM redaction_boxes WHERE plan_id = ${plan.id}`)
      .map((row) => [String(row["id"]), placesOf(row)]),
  )

/** From the first page to the last, each from top to bottom. */
export const show = (tx: ReadTx, plan: PlanRecord): RedactionPlan => ({
  pageCount: plan.pageCount,
  boxes: tx.all(sql`SELECT * FROM redaction_boxes WHERE plan_id = ${plan.id} ORDER BY page, y, x, id`).map(toBox),
  clearances: clearancesOf(tx, plan),
  acceptedPages: tx
    .all(sql`SELECT page FROM redaction_accepted_pages WHERE plan_id = ${plan.id} ORDER BY page`)
    .map((row) => Number(row["page"])),
  reopenedPages: tx
    .all(sql`SELECT page, why FROM redaction_reopened_pages WHERE plan_id = ${plan.id} ORDER BY page`)
    .map(({ page, why }) => ReopenedPage.parse({ page, why })),
})

export const log = (tx: WriteTx, verb: string, plan: PlanRecord): void =>
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
export const reopen = (tx: WriteTx, plan: PlanRecord, pages: readonly number[]): void => {
  if (pages.length === 0) return
  const rows = tx.all(
    sql`SELECT id FROM redaction_accepted_pages WHERE plan_id = ${plan.id} AND page IN (${joinSql([...new Set(pages)])})`,
  )
  for (const row of rows) tx.remove("redaction_accepted_pages", String(row["id"]))
}

const insertBox = (tx: WriteTx, plan: PlanRecord, box: PlannedBox): void => {
  const { id, page, rect, origin, decision, reason, label, actorId, confidence, found } = box
  const [places, points] = [JSON.stringify(box.places), box.points.length === 0 ? null : JSON.stringify(box.points)]
  const facts = { origin, decision, reason, label, actor_id: actorId, confidence, found }
  tx.insert("redaction_boxes", { id, plan_id: plan.id, page, ...rect, ...facts, places, points })
}

/** @throws Fault "bad-input" where the plan has no such page */
export const addBoxes = (tx: WriteTx, plan: PlanRecord, boxes: readonly PlannedBox[]): void => {
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

const removeClearance = (tx: WriteTx, plan: PlanRecord, boxId: BoxId): void => {
  const row = tx.one(sql`SELECT id FROM redaction_clearances WHERE plan_id = ${plan.id} AND box_id = ${boxId}`)
  if (row !== undefined) tx.remove("redaction_clearances", String(row["id"]))
}

export interface Clearing {
  readonly boxIds: readonly BoxId[]
  readonly reason: ClearanceReason
  readonly note: string
  newId(): ClearanceId
}

/**
 * Says that what was found under these boxes is about somebody else: it stays readable, there and nowhere else.
 * @throws Fault "not-found", "bad-input" where nothing was found under a box; then nothing is cleared
 */
export const clear = (tx: WriteTx, plan: PlanRecord, { boxIds, reason, note, ...clearing }: Clearing): void => {
  const places = placesOfBoxes(tx, plan)
  const pages = boxIds.map((boxId) => {
    const page = pageOfBox(tx, plan, boxId)
    if ((places.get(boxId) ?? []).length === 0) throw new Fault("bad-input", { field: "boxId", page })
    removeClearance(tx, plan, boxId)
    tx.update("redaction_boxes", boxId, { decision: "dismissed" })
    tx.insert("redaction_clearances", { id: clearing.newId(), plan_id: plan.id, box_id: boxId, reason, note })
    return page
  })
  reopen(tx, plan, pages)
  log(tx, "redaction.cleared", plan)
}

/** Takes clearances back: the boxes wait for a decision again. @throws Fault "not-found" */
export const unclear = (tx: WriteTx, plan: PlanRecord, boxIds: readonly BoxId[]): void =>
  decide(tx, plan, boxIds, "proposed", { verb: "redaction.uncleared" })

/** Somebody new was found where a box was dismissed: what was decided was about others. */
export const askAgain = (
  tx: WriteTx,
  plan: PlanRecord,
  boxes: readonly { readonly id: BoxId; readonly places: readonly NamedPlace[] }[],
): void => {
  if (boxes.length === 0) return
  for (const { id, places } of boxes) tx.update("redaction_boxes", id, { places: JSON.stringify(places) })
  decide(
    tx,
    plan,
    boxes.map(({ id }) => id),
    "proposed",
    { verb: "redaction.proposed" },
  )
}

interface Deciding {
  readonly verb?: string
  /** Why it is covered, where that changes too. */
  readonly reason?: RedactionBox["reason"] | undefined
}

/** Takes the clearances of these boxes away with whatever was decided. @throws Fault "not-found"; then nothing is decided */
export const decide = (
  tx: WriteTx,
  plan: PlanRecord,
  ids: readonly BoxId[],
  decision: RedactionBox["decision"],
  { verb = "redaction.decided", reason }: Deciding = {},
): void => {
  const pages = ids.map((id) => {
    const page = pageOfBox(tx, plan, id)
    removeClearance(tx, plan, id)
    tx.update("redaction_boxes", id, { decision, ...(reason === undefined ? {} : { reason }) })
    return page
  })
  reopen(tx, plan, pages)
  log(tx, verb, plan)
}

/** @throws Fault "not-found" */
export const removeBox = (tx: WriteTx, plan: PlanRecord, id: BoxId): void => {
  const page = pageOfBox(tx, plan, id)
  removeClearance(tx, plan, id)
  tx.remove("redaction_boxes", id)
  reopen(tx, plan, [page])
  log(tx, "redaction.box-removed", plan)
}
