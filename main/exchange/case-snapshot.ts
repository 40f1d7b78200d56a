import { CaseJson } from "../../shared/model/case-json.ts"
import type { CaseId } from "../../shared/model/ids.ts"
import * as cases from "../domain/case.ts"
import { fieldsOf } from "../domain/record-store.ts"
import { canonicalJson } from "../vault/canonical.ts"
import { type Sql, sql, type SqlValue } from "../vault/sql.ts"
import type { ReadTx, Row } from "../vault/tx.ts"

const camel = (column: string): string => column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())

type Plain = Record<string, unknown>

/** A row under the document's names, `fields` read; what is not wanted there is taken out by the caller. */
const plain = (row: Row): Plain => ({
  ...Object.fromEntries(Object.entries(row).map(([column, value]) => [camel(column), value])),
  ...("fields" in row ? { fields: fieldsOf(row["fields"] as string | null) } : {}),
})

const json = (value: SqlValue | undefined): unknown => JSON.parse(String(value)) as unknown

const rows = (tx: ReadTx, statement: Sql): Plain[] => tx.all(statement).map(plain)

const caseRow = (tx: ReadTx, caseId: CaseId): Plain | undefined =>
  rows(
    tx,
    sql`SELECT id, title, reference, status, confidentiality, summary, fields FROM cases WHERE id = ${caseId}`,
  )[0]

const incidents = (tx: ReadTx, caseId: CaseId): Plain[] =>
  tx
    .all(sql`SELECT id, title, dates_edtf AS dates, place, place_precision, rights, verification, confidentiality,
      narrative, fields FROM incidents WHERE case_id = ${caseId} ORDER BY id`)
    .map((row) => ({ ...plain(row), rights: json(row["rights"]) }))

const actors = (tx: ReadTx, caseId: CaseId): Plain[] =>
  tx
    .all(sql`SELECT a.id, a.kind, a.protected, a.confidentiality, a.description, a.fields,
      (SELECT json_group_array(json_object('id', n.id, 'text', n.text, 'kind', n.kind, 'language', n.language)
        ORDER BY n.position) FROM actor_names n WHERE n.actor_id = a.id) AS names,
      (SELECT json_group_array(json_object('id', d.id, 'kind', d.kind, 'text', d.text)
        ORDER BY d.position) FROM actor_identifiers d WHERE d.actor_id = a.id) AS identifiers
      FROM actors a WHERE a.case_id = ${caseId} ORDER BY a.id`)
    .map((row) => ({
      ...plain(row),
      protected: row["protected"] === 1,
      names: json(row["names"]),
      identifiers: json(row["identifiers"]),
    }))

const involvements = (tx: ReadTx, caseId: CaseId): Plain[] =>
  rows(
    tx,
    sql`SELECT v.id, v.incident_id, v.actor_id, v.role, v.note, v.fields
      FROM involvements v JOIN incidents i ON i.id = v.incident_id WHERE i.case_id = ${caseId} ORDER BY v.id`,
  )

const evidence = (tx: ReadTx, caseId: CaseId): Plain[] =>
  tx
    .all(sql`SELECT id, number, title, kind, media_type, original_name, original_folder, size_bytes, sha256,
      file_modified_at, received_at, received_from, received_on, received_how, graphic, confidentiality, derived_from,
      description, fields FROM evidence WHERE case_id = ${caseId} ORDER BY number`)
    .map((row) => ({ ...plain(row), graphic: row["graphic"] === 1 }))

const custody = (tx: ReadTx, caseId: CaseId): Plain[] =>
  rows(
    tx,
    sql`SELECT c.id, c.evidence_id, c.verb, c.at, c.who, c.from_whom, c.to_whom, c.how, c.condition, c.sha256
      FROM custody c JOIN evidence e ON e.id = c.evidence_id WHERE e.case_id = ${caseId} ORDER BY c.at, c.id`,
  )

const anchors = (tx: ReadTx, caseId: CaseId): Plain[] =>
  tx
    .all(sql`SELECT a.id, a.evidence_id, a.place FROM anchors a JOIN evidence e ON e.id = a.evidence_id
      WHERE e.case_id = ${caseId} ORDER BY a.id`)
    .map((row) => ({ ...plain(row), place: json(row["place"]) }))

const links = (tx: ReadTx, caseId: CaseId): Plain[] =>
  tx
    .all(sql`SELECT l.id, l.anchor_id, l.target_kind, l.target_id, l.relation, l.comment, l.fields
      FROM links l JOIN evidence e ON e.id = l.evidence_id WHERE e.case_id = ${caseId} ORDER BY l.id`)
    .map((row) => {
      const { targetKind: kind, targetId: id, ...rest } = plain(row)
      return { ...rest, target: { kind, id } }
    })

const records = (tx: ReadTx, caseId: CaseId): Plain[] =>
  tx
    .all(sql`SELECT id, kind, parent_kind, parent_id, confidentiality, fields FROM records
      WHERE case_id = ${caseId} ORDER BY kind, id`)
    .map((row) => {
      const { parentKind: kind, parentId: id, ...rest } = plain(row)
      return { ...rest, parent: kind === "" ? null : { kind, id } }
    })

/** Reasons of removals are about what is no longer there, and stay in the vault's own history. */
const notes = (tx: ReadTx, subjects: ReadonlySet<unknown>): Plain[] =>
  rows(
    tx,
    sql`SELECT id, subject_kind, subject_id, text FROM notes WHERE subject_kind NOT IN ('removal', 'merged') ORDER BY id`,
  ).filter(({ subjectId }) => subjects.has(subjectId))

/** Own terms that the case uses, and those above them: other cases' words do not leave with it. */
const terms = (tx: ReadTx, used: string): Plain[] => {
  const all = tx
    .all(sql`SELECT id, list, code, parent, en, ru, kk, retired FROM list_terms ORDER BY list, code`)
    .map((row): Plain => ({ ...plain(row), retired: row["retired"] === 1 }))
  const wanted = new Set(all.filter(({ code }) => used.includes(JSON.stringify(code))))
  for (const term of wanted)
    for (const above of all) if (above["code"] === term["parent"] && above["list"] === term["list"]) wanted.add(above)
  return all.filter((term) => wanted.has(term))
}

/**
 * All that a case holds, as the document says it; rows in a fixed order. What belongs to the vault alone stays there:
 * stamps and history, what was read from files, pseudonyms, redaction plans and dossiers.
 * @throws Fault "not-found"
 */
export const snapshot = (tx: ReadTx, caseId: CaseId): CaseJson => {
  cases.mustExist(tx, caseId)
  const held = {
    case: caseRow(tx, caseId),
    incidents: incidents(tx, caseId),
    actors: actors(tx, caseId),
    involvements: involvements(tx, caseId),
    evidence: evidence(tx, caseId),
    custody: custody(tx, caseId),
    anchors: anchors(tx, caseId),
    links: links(tx, caseId),
    records: records(tx, caseId),
  }
  const { case: one, ...many } = held
  const subjects = new Set<unknown>([
    one?.["id"],
    ...Object.values(many).flatMap((some) => some.map((row) => row["id"])),
  ])
  return CaseJson.parse({
    format: "saqta-case",
    version: 1,
    ...held,
    notes: notes(tx, subjects),
    terms: terms(tx, JSON.stringify(held)),
  })
}

/** Canonical, so that the same case is the same bytes. */
export const caseText = (document: CaseJson): string => `${canonicalJson(document)}\n`
