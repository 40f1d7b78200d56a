import type { Parsed } from "../../shared/contract/contract.ts"
import { Fault } from "../../shared/faults.ts"
import type { AnchorPlace } from "../../shared/model/anchor.ts"
import { type EvidenceKind, mediaKinds, pagedKinds } from "../../shared/model/evidence.ts"
import type { CaseId, EvidenceId, LinkId } from "../../shared/model/ids.ts"
import { Link, type LinkTarget } from "../../shared/model/link.ts"
import { append } from "../vault/audit.ts"
import { lastRemoved } from "../vault/history.ts"
import { joinSql, sql } from "../vault/sql.ts"
import type { ReadTx, Row, WriteTx } from "../vault/tx.ts"
import * as actors from "./actor.ts"
import { given } from "./columns.ts"
import * as incidents from "./incident.ts"
import * as records from "./record.ts"
import { mustFind } from "./record-store.ts"

// Subtle: targets stand in three tables, so the label is asked for by kind; each look-up is by primary key.
const select = sql`SELECT l.id, l.anchor_id, l.evidence_id, l.target_kind, l.target_id, l.relation, l.comment,
  l.created_at, p.place, printf('E-%03d', e.number) AS reference, e.title, e.kind,
  CASE l.target_kind WHEN 'incident' THEN (SELECT title FROM incidents WHERE id = l.target_id)
    WHEN 'actor' THEN (SELECT label FROM actors WHERE id = l.target_id)
    ELSE (SELECT title FROM records WHERE id = l.target_id) END AS target_label
  FROM links l JOIN anchors p ON p.id = l.anchor_id JOIN evidence e ON e.id = l.evidence_id`

const toLink = (row: Row): Link =>
  Link.parse({
    id: row["id"],
    anchor: {
      id: row["anchor_id"],
      evidenceId: row["evidence_id"],
      place: JSON.parse(String(row["place"])) as unknown,
    },
    target: { kind: row["target_kind"], id: row["target_id"] },
    relation: row["relation"],
    comment: row["comment"],
    createdAt: row["created_at"],
    evidence: { reference: row["reference"], title: row["title"], kind: row["kind"] },
    targetLabel: row["target_label"],
  })

const find = (tx: ReadTx, id: LinkId): Link | undefined => {
  const row = tx.one(sql`${select} WHERE l.id = ${id}`)
  return row && toLink(row)
}

/** @throws Fault "not-found" */
export const show = (tx: ReadTx, id: LinkId): Link => {
  const link = find(tx, id)
  if (link === undefined) throw new Fault("not-found", { kind: "link" })
  return link
}

/** From any end, or several at once; with no end given, none. In the order in which they were made. */
export const list = (tx: ReadTx, { evidenceId, incidentId, actorId, recordId }: Parsed<"link.list">): Link[] => {
  const ends = [
    ...(evidenceId === undefined ? [] : [sql`l.evidence_id = ${evidenceId}`]),
    ...(incidentId === undefined ? [] : [sql`l.target_kind = 'incident' AND l.target_id = ${incidentId}`]),
    ...(actorId === undefined ? [] : [sql`l.target_kind = 'actor' AND l.target_id = ${actorId}`]),
    ...(recordId === undefined ? [] : [sql`l.target_kind NOT IN ('incident', 'actor') AND l.target_id = ${recordId}`]),
  ]
  if (ends.length === 0) return []
  return tx.all(sql`${select} WHERE ${joinSql(ends, " AND ")} ORDER BY l.created_at, l.id`).map(toLink)
}

interface EvidenceFacts {
  readonly caseId: CaseId
  readonly kind: EvidenceKind
  /** Null until it has been read. */
  readonly pageCount: number | null
}

const evidenceFacts = (tx: ReadTx, id: EvidenceId): EvidenceFacts => {
  const row = tx.one(sql`SELECT e.case_id, e.kind, r.page_count FROM evidence e
    LEFT JOIN evidence_reading r ON r.evidence_id = e.id WHERE e.id = ${id}`)
  if (row === undefined) throw new Fault("not-found", { kind: "evidence" })
  const pageCount = row["page_count"]
  return {
    caseId: row["case_id"] as CaseId,
    kind: row["kind"] as EvidenceKind,
    pageCount: typeof pageCount === "number" ? pageCount : null,
  }
}

/** The case of an evidence item: that of all its links. @throws Fault "not-found" */
export const caseOf = (tx: ReadTx, id: EvidenceId): CaseId => evidenceFacts(tx, id).caseId

const targetCase = (tx: ReadTx, target: LinkTarget): CaseId => {
  switch (target.kind) {
    case "incident":
      return incidents.caseOf(tx, target.id)
    case "actor":
      return actors.caseOf(tx, target.id)
    default:
      return mustFind(tx, target).caseId
  }
}

const refuse = (field: string): never => {
  throw new Fault("bad-input", { field })
}

const isOneOf = (kinds: readonly EvidenceKind[], kind: EvidenceKind): boolean => kinds.includes(kind)

/** A place must be one: not an empty passage, not a page that the item does not have, not a time in a letter. */
const checkPlace = (place: AnchorPlace, { kind, pageCount }: EvidenceFacts): void => {
  switch (place.kind) {
    case "whole":
      return
    case "page":
      if (!isOneOf(pagedKinds, kind) || (pageCount !== null && place.page > pageCount)) refuse("place.page")
      return
    case "text":
      if (place.end <= place.start) refuse("place.end")
      return
    case "time":
      if (!isOneOf(mediaKinds, kind) || place.endMs < place.startMs) refuse("place.endMs")
  }
}

export interface LinkIds {
  readonly id: LinkId
  readonly anchorId: string
}

/** @throws Fault "not-found", "bad-input" (no such place or grade, or the two ends belong to different cases) */
export const add = (tx: WriteTx, input: Parsed<"link.add">, { id, anchorId }: LinkIds): Link => {
  const { evidenceId, place, target, relation, comment, grade } = input
  const facts = evidenceFacts(tx, evidenceId)
  if (targetCase(tx, target) !== facts.caseId) refuse("target")
  checkPlace(place, facts)
  tx.insert("anchors", { id: anchorId, evidence_id: evidenceId, place: JSON.stringify(place) })
  tx.insert("links", {
    id,
    anchor_id: anchorId,
    evidence_id: evidenceId,
    target_kind: target.kind,
    target_id: target.id,
    relation,
    comment,
  })
  append(tx, { verb: "link.added", subjectKind: "link", subjectId: id })
  const said = Object.entries(grade).filter(([, code]) => code !== "")
  if (said.length > 0) records.update(tx, { kind: "link", id }, Object.fromEntries(said))
  return show(tx, id)
}

/** @throws Fault "not-found" */
export const update = (tx: WriteTx, { id, patch }: Parsed<"link.update">): Link => {
  tx.update("links", id, given({ relation: patch.relation, comment: patch.comment }))
  append(tx, { verb: "link.changed", subjectKind: "link", subjectId: id })
  return show(tx, id)
}

/** Takes the anchor along when nothing else holds it. @throws Fault "not-found" */
export const remove = (tx: WriteTx, id: LinkId): void => {
  const { anchor } = show(tx, id)
  tx.remove("links", id)
  const others = tx.one(sql`SELECT 1 AS found FROM links WHERE anchor_id = ${anchor.id}`)
  if (others === undefined) tx.remove("anchors", anchor.id)
  append(tx, { verb: "link.removed", subjectKind: "link", subjectId: id })
}

/** Undo of `remove`: the same link, under the same id, at the same place. @throws Fault "not-found" */
export const restore = (tx: WriteTx, id: LinkId): Link => {
  const standing = find(tx, id)
  if (standing !== undefined) return standing
  const row = lastRemoved(tx, "links", id)
  const target = { kind: row["target_kind"], id: row["target_id"] } as LinkTarget
  // What it pointed to may have gone in the meantime.
  targetCase(tx, target)
  const anchorId = String(row["anchor_id"])
  if (tx.one(sql`SELECT 1 AS found FROM anchors WHERE id = ${anchorId}`) === undefined) tx.restore("anchors", anchorId)
  tx.restore("links", id)
  append(tx, { verb: "link.restored", subjectKind: "link", subjectId: id })
  return show(tx, id)
}
