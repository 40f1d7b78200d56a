import { z } from "zod"
import type { Output, Parsed } from "../../shared/contract/contract.ts"
import type { ListInput } from "../../shared/contract/list.ts"
import { Fault } from "../../shared/faults.ts"
import { Actor, ActorName, Identifier } from "../../shared/model/actor.ts"
import type { ActorId, CaseId } from "../../shared/model/ids.ts"
import { append } from "../vault/audit.ts"
import { sql } from "../vault/sql.ts"
import type { ReadTx, Row, WriteTx } from "../vault/tx.ts"
import { setIdentifiers, setNames } from "./actor-parts.ts"
import * as cases from "./case.ts"
import { bit, bitIfGiven, given } from "./columns.ts"
import { type ListQuery, page } from "./list.ts"
import { proposeAliases } from "../search/names/propose-aliases.ts"

const columns = sql`t.*,
  (SELECT json_group_array(json_object('id', n.id, 'text', n.text, 'kind', n.kind, 'language', n.language)
    ORDER BY n.position) FROM actor_names n WHERE n.actor_id = t.id) AS names,
  (SELECT json_group_array(json_object('kind', d.kind, 'text', d.text)
    ORDER BY d.position) FROM actor_identifiers d WHERE d.actor_id = t.id) AS identifiers,
  (SELECT count(DISTINCT incident_id) FROM involvements WHERE actor_id = t.id) AS incidents,
  (SELECT count(DISTINCT evidence_id) FROM links WHERE target_kind = 'actor' AND target_id = t.id) AS evidence`

const Names = z.array(ActorName)
const Identifiers = z.array(Identifier)

const toActor = (row: Row): Actor =>
  Actor.parse({
    id: row["id"],
    caseId: row["case_id"],
    kind: row["kind"],
    names: Names.parse(JSON.parse(String(row["names"]))),
    identifiers: Identifiers.parse(JSON.parse(String(row["identifiers"]))),
    description: row["description"],
    protected: row["protected"] === 1,
    createdAt: row["created_at"],
    changedAt: row["changed_at"],
    counts: { incidents: row["incidents"], evidence: row["evidence"] },
  })

/** The people, groups and institutions of a case: usually by the name shown. */
export const actorList: ListQuery = {
  columns,
  from: sql`actors t`,
  caseId: sql`t.case_id`,
  orders: {
    "": [sql`t.label_sort`, sql`t.id`],
    name: [sql`t.label_sort`, sql`t.id`],
    kind: [sql`t.kind`, sql`t.id`],
    protected: [sql`t.protected`, sql`t.id`],
    changedAt: [sql`t.changed_at`, sql`t.id`],
  },
  kind: "actor",
}

/** @throws Fault "not-found" */
export const show = (tx: ReadTx, id: ActorId): Actor => {
  const row = tx.one(sql`SELECT ${columns} FROM actors t WHERE t.id = ${id}`)
  if (row === undefined) throw new Fault("not-found", { kind: "actor" })
  return toActor(row)
}

/** Nobody confirms a longer list. */
const mostProposed = 12

/** Spellings of a person's names that may be recorded too. @throws Fault "not-found" */
export const proposeNames = (tx: ReadTx, id: ActorId): Output<"actor.proposeNames"> => {
  const { kind, names } = show(tx, id)
  if (kind !== "person") return { names: [] }
  const proposed: Output<"actor.proposeNames">["names"] = []
  for (const { text } of names)
    proposed.push(
      ...proposeAliases(
        text,
        [...names, ...proposed].map((known) => known.text),
      ),
    )
  return { names: proposed.slice(0, mostProposed) }
}

/** The case that an actor belongs to. @throws Fault "not-found" */
export const caseOf = (tx: ReadTx, id: ActorId): CaseId => {
  const row = tx.one(sql`SELECT case_id FROM actors WHERE id = ${id}`)
  if (row === undefined) throw new Fault("not-found", { kind: "actor" })
  return row["case_id"] as CaseId
}

/** @throws Fault "not-found", "bad-input" */
export const list = (tx: ReadTx, input: ListInput): Output<"actor.list"> => {
  cases.mustExist(tx, input.caseId)
  const { rows, total, all } = page(tx, actorList, input)
  return { rows: rows.map(toActor), total, all }
}

/** Every protected actor of a case: what must never be named in what leaves. */
export const listProtected = (tx: ReadTx, caseId: CaseId): Actor[] =>
  tx
    .all(sql`SELECT ${columns} FROM actors t WHERE t.case_id = ${caseId} AND t.protected = 1 ORDER BY t.id`)
    .map(toActor)

type NewId = () => string

/** @throws Fault "not-found" */
export const add = (
  tx: WriteTx,
  input: Parsed<"actor.add"> & { readonly id: ActorId; readonly newId: NewId },
): Actor => {
  cases.mustExist(tx, input.caseId)
  const { id, caseId, kind, names, identifiers, description, newId } = input
  const label = names[0]?.text ?? ""
  tx.insert("actors", { id, case_id: caseId, kind, label, description, protected: bit(input.protected) })
  setNames(tx, id, names, newId)
  setIdentifiers(tx, id, identifiers, newId)
  append(tx, { verb: "actor.added", subjectKind: "actor", subjectId: id })
  return show(tx, id)
}

/** @throws Fault "not-found" */
export const update = (tx: WriteTx, input: Parsed<"actor.update"> & { readonly newId: NewId }): Actor => {
  const { id, patch, newId } = input
  const { kind, names, identifiers, description } = patch
  const label = names?.[0]?.text
  tx.update("actors", id, given({ kind, label, description, protected: bitIfGiven(patch.protected) }))
  if (names !== undefined) setNames(tx, id, names, newId)
  if (identifiers !== undefined) setIdentifiers(tx, id, identifiers, newId)
  append(tx, { verb: "actor.changed", subjectKind: "actor", subjectId: id })
  return show(tx, id)
}
