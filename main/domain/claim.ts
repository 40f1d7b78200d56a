import { z } from "zod"
import type { Output, Parsed } from "../../shared/contract/contract.ts"
import type { ClaimSummary, Ground } from "../../shared/contract/claim.ts"
import { AnchorPlace } from "../../shared/model/anchor.ts"
import { EvidenceId } from "../../shared/model/ids.ts"
import { joinSql, sql } from "../vault/sql.ts"
import type { ReadTx } from "../vault/tx.ts"
import * as cases from "./case.ts"
import { narrowedTo } from "./filter.ts"
import { chainOf, firstSaid, isLow, refIn, saidIn } from "./grade.ts"
import { find, mustFind, selectOf, type StoredRecord, toStored } from "./record-store.ts"

type Side = Ground["side"]

/** A passage that only mentions a claim neither carries it nor speaks against it. */
const sideOf = (stance: string): Side =>
  stance === "contradicts" ? "against" : stance === "mentions" || stance === "" ? "beside" : "for"

const LinkRow = z.object({ evidence_id: EvidenceId, relation: z.string(), comment: z.string(), place: z.string() })

interface Passage {
  readonly evidenceId: EvidenceId
  readonly place: AnchorPlace
  readonly relation: string
  readonly comment: string
}

const passageOf = (tx: ReadTx, linkId: string): Passage | undefined => {
  const row = tx.one(sql`SELECT l.evidence_id, l.relation, l.comment, a.place FROM links l
    JOIN anchors a ON a.id = l.anchor_id WHERE l.id = ${linkId}`)
  if (row === undefined) return undefined
  const { evidence_id, place, ...rest } = LinkRow.parse(row)
  return { evidenceId: evidence_id, place: AnchorPlace.parse(JSON.parse(place)), ...rest }
}

const quoteOf = (place: AnchorPlace): string => ("quote" in place ? place.quote : "")

const whole = (id: string): Passage => ({
  evidenceId: EvidenceId.parse(id),
  place: { kind: "whole" },
  relation: "",
  comment: "",
})

/** Where in the evidence it stands: the passage that was named, else the whole item or document. */
const passageIn = (tx: ReadTx, ground: StoredRecord, chain: readonly StoredRecord[]): Passage | undefined => {
  if (ground.kind === "link") return passageOf(tx, ground.id)
  const named = refIn(ground.fields, "passage")
  if (named !== undefined) return passageOf(tx, named.id)
  const item = chain.find(({ kind }) => kind === "evidence")
  return item === undefined ? undefined : whole(item.id)
}

const restsOn = (tx: ReadTx, ground: StoredRecord): StoredRecord | undefined => {
  if (ground.kind === "link") return ground
  const ref = ["statement", "passage", "evidence"].flatMap((name) => refIn(ground.fields, name) ?? [])[0]
  return ref && find(tx, ref)
}

const toGround = (tx: ReadTx, ground: StoredRecord): Ground => {
  const chain = chainOf(tx, ground)
  const passage = passageIn(tx, ground, chain)
  const on = restsOn(tx, ground)
  const statement = chain.find(({ kind }) => kind === "statement")
  const stance = ground.kind === "link" ? (passage?.relation ?? "") : saidIn(ground.fields, "stance")
  return {
    record: { kind: ground.kind as "support" | "link", id: ground.id },
    side: sideOf(stance),
    on: on === undefined ? null : { kind: on.kind, id: on.id, title: on.title },
    source: chain.find(({ kind }) => kind === "actor")?.title ?? "",
    words: (statement && saidIn(statement.fields, "summary")) || (passage === undefined ? "" : quoteOf(passage.place)),
    why: ground.kind === "link" ? (passage?.comment ?? "") : saidIn(ground.fields, "why"),
    circumstances: statement === undefined ? "" : saidIn(statement.fields, "circumstances"),
    passage: passage === undefined ? null : { evidenceId: passage.evidenceId, place: passage.place },
    reliability: firstSaid(chain, "reliability"),
    credibility: firstSaid(chain, "credibility"),
  }
}

const groundsOf = (tx: ReadTx, claimId: string): Ground[] => {
  const supports = tx.all(
    sql`${selectOf("support")} WHERE t.parent_id = ${claimId} AND t.kind = 'support' ORDER BY t.created_at, t.id`,
  )
  const links = tx.all(
    sql`${selectOf("link")} WHERE t.target_kind = 'claim' AND t.target_id = ${claimId} ORDER BY t.created_at, t.id`,
  )
  return [...supports, ...links].map((row) => toGround(tx, toStored(row)))
}

/** What a claim lacks. A ground that says on what it rests nowhere is no source. */
export const marksOf = (
  grounds: readonly Pick<Ground, "side" | "on" | "reliability" | "credibility">[],
): ClaimSummary["marks"] => {
  const carrying = grounds.filter(({ side, on }) => side === "for" && on !== null)
  if (carrying.length === 0) return ["no-source"]
  if (carrying.every(({ reliability, credibility }) => isLow(reliability.code, credibility.code))) return ["low-grades"]
  return carrying.every(({ reliability, credibility }) => reliability.code === "" && credibility.code === "")
    ? ["ungraded"]
    : []
}

const summaryOf = ({ id, title, dates, state, fields }: StoredRecord, grounds: readonly Ground[]): ClaimSummary => ({
  id,
  title,
  dates: { ...dates },
  verification: state === "" ? "unverified" : state,
  disputed: fields["disputed"] === "yes",
  supporting: grounds.filter(({ side }) => side === "for").length,
  contradicting: grounds.filter(({ side }) => side === "against").length,
  marks: marksOf(grounds),
})

const order = ["unverified", "unknown", "refused", "unlikely", "possible", "likely", "confirmed"]

/** @throws Fault "not-found", "date-unreadable" */
export const board = (tx: ReadTx, { caseId, filter }: Parsed<"claim.board">): Output<"claim.board"> => {
  cases.mustExist(tx, caseId)
  const own = sql`t.case_id = ${caseId} AND t.kind = 'claim'`
  const where = joinSql([own, ...narrowedTo({ tx, caseId, kind: "claim" }, filter)], " AND ")
  const claims = tx
    .all(sql`${selectOf("claim")} WHERE ${where} ORDER BY t.title_sort, t.id`)
    .map((row) => toStored(row))
    .map((claim) => summaryOf(claim, groundsOf(tx, claim.id)))
    .sort((left, right) => order.indexOf(left.verification) - order.indexOf(right.verification))
  const all = tx.one(sql`SELECT count(*) AS count FROM records t WHERE ${own}`)
  return { claims, all: Number(all?.["count"] ?? 0) }
}

/** A claim with all that speaks for and against it. @throws Fault "not-found" */
export const show = (tx: ReadTx, id: string): Output<"claim.show"> => {
  const claim = mustFind(tx, { kind: "claim", id })
  const grounds = groundsOf(tx, id)
  return { claim: summaryOf(claim, grounds), caseId: claim.caseId, grounds }
}
