/** Pages that a person accepted, what each acceptance is bound to, and pages that are to be looked at again. */
import { Fault } from "../../shared/faults.ts"
import type { ReopeningCause } from "../../shared/model/redaction.ts"
import { sha256Hex } from "../crypto/hash.ts"
import { sql } from "../vault/sql.ts"
import type { ReadTx, WriteTx } from "../vault/tx.ts"
import { log, type PlanRecord, reopen } from "./redaction.ts"

/** What an acceptance holds for: once one of these differs, the page is to be looked at again. */
export interface Binding {
  readonly needlesSha256: string
  readonly pixelsSha256: string
  readonly renderer: string
}

/** What is covered and cleared on a page, as one fingerprint: changes exactly when what leaves there changes. */
export const boxesSha256 = (tx: ReadTx, plan: PlanRecord, page: number): string => {
  const boxes = tx.all(
    sql`SELECT b.x, b.y, b.width, b.height, b.label, b.points, b.places, c.reason FROM redaction_boxes b
        LEFT JOIN redaction_clearances c ON c.box_id = b.id
        WHERE b.plan_id = ${plan.id} AND b.page = ${page} AND (b.decision = 'accepted' OR c.id IS NOT NULL)
        ORDER BY b.y, b.x, b.id`,
  )
  return sha256Hex(Buffer.from(JSON.stringify(boxes)))
}

export interface AcceptedPage extends Binding {
  readonly id: string
  readonly page: number
  /** The boxes are still those that were accepted. */
  readonly boxesHold: boolean
}

export const acceptedPages = (tx: ReadTx, plan: PlanRecord): AcceptedPage[] =>
  tx.all(sql`SELECT * FROM redaction_accepted_pages WHERE plan_id = ${plan.id} ORDER BY page`).map((row) => ({
    id: String(row["id"]),
    page: Number(row["page"]),
    needlesSha256: String(row["needles_sha256"]),
    pixelsSha256: String(row["pixels_sha256"]),
    renderer: String(row["renderer"]),
    boxesHold: row["boxes_sha256"] === boxesSha256(tx, plan, Number(row["page"])),
  }))

/** Acceptances that hold for what is looked for, and drawn, now. */
export const rebind = (tx: WriteTx, plan: PlanRecord, pages: readonly (Binding & { readonly id: string })[]): void => {
  if (pages.length === 0) return
  for (const { id, needlesSha256, pixelsSha256, renderer } of pages)
    tx.update("redaction_accepted_pages", id, {
      needles_sha256: needlesSha256,
      pixels_sha256: pixelsSha256,
      renderer,
    })
  log(tx, "redaction.acceptance-checked", plan)
}

/** Takes acceptances back, and writes down why, for "since you last looked". */
export const reopenFor = (
  tx: WriteTx,
  plan: PlanRecord,
  pages: readonly { readonly id: string; readonly page: number; readonly why: ReopeningCause }[],
): void => {
  if (pages.length === 0) return
  reopen(
    tx,
    plan,
    pages.map(({ page }) => page),
  )
  for (const { id, page, why } of pages)
    if (
      tx.one(sql`SELECT id FROM redaction_reopened_pages WHERE plan_id = ${plan.id} AND page = ${page}`) === undefined
    )
      tx.insert("redaction_reopened_pages", { id, plan_id: plan.id, page, why })
  log(tx, "redaction.page-reopened", plan)
}

const forgetReopening = (tx: WriteTx, plan: PlanRecord, page: number): void => {
  const row = tx.one(sql`SELECT id FROM redaction_reopened_pages WHERE plan_id = ${plan.id} AND page = ${page}`)
  if (row !== undefined) tx.remove("redaction_reopened_pages", String(row["id"]))
}

export interface Acceptance {
  readonly id: string
  readonly page: number
  /** What it holds for; undefined takes it back. */
  readonly binding: Binding | undefined
}

/** @throws Fault "bad-input" where the plan has no such page */
export const acceptPage = (tx: WriteTx, plan: PlanRecord, { id, page, binding }: Acceptance): void => {
  const accepted = binding !== undefined
  if (page > plan.pageCount) throw new Fault("bad-input", { field: "page", pages: plan.pageCount })
  const known = tx.one(sql`SELECT id FROM redaction_accepted_pages WHERE plan_id = ${plan.id} AND page = ${page}`)
  if ((known !== undefined) === accepted) return
  if (accepted) {
    tx.insert("redaction_accepted_pages", {
      id,
      plan_id: plan.id,
      page,
      needles_sha256: binding.needlesSha256,
      boxes_sha256: boxesSha256(tx, plan, page),
      pixels_sha256: binding.pixelsSha256,
      renderer: binding.renderer,
    })
    forgetReopening(tx, plan, page)
  } else reopen(tx, plan, [page])
  log(tx, accepted ? "redaction.page-accepted" : "redaction.page-reopened", plan)
}
