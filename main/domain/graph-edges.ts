import type { GraphEdge } from "../../shared/contract/graph.ts"
import { type PlainKind, type RecordKind, type RecordRef } from "../../shared/model/field.ts"
import { linkedKinds } from "../../shared/model/link.ts"
import { joinSql, type Sql, sql } from "../vault/sql.ts"
import type { ReadTx, Row } from "../vault/tx.ts"

/** An edge with what its ends are. */
export interface Edge {
  readonly from: RecordRef
  readonly to: RecordRef
  readonly what: GraphEdge["what"]
  readonly evidence: number
}

/** Records that only say how two others hang together: drawn as lines between their whole and what they name. */
const joints: readonly PlainKind[] = ["relation", "affiliation", "party", "support"]
/** Tools of work, and the case that everything is in: no part of what happened. */
const left: readonly RecordKind[] = ["case", "view", "template"]

export const isNodeKind = (kind: RecordKind): boolean =>
  kind !== "involvement" && kind !== "link" && !left.includes(kind) && !(joints as readonly string[]).includes(kind)

/** Beyond so many rows of one question the answer is cut: nobody looks at more lines. */
export const mostRows = 20_000

const among = (ids: readonly string[]): Sql => sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`
const most = sql`LIMIT ${mostRows}`
const targets = joinSql(["incident", "actor", ...linkedKinds])

/** The questions, apart so that a test can look at their plans. */
export const statements = {
  involvementsOfIncidents: (ids) =>
    sql`SELECT id, incident_id, actor_id, role FROM involvements WHERE incident_id IN ${among(ids)} ${most}`,
  involvementsOfActors: (ids) =>
    sql`SELECT id, incident_id, actor_id, role FROM involvements WHERE actor_id IN ${among(ids)} ${most}`,
  involvements: (ids) => sql`SELECT id, incident_id, actor_id, role FROM involvements WHERE id IN ${among(ids)}`,
  linksFrom: (ids) => sql`SELECT evidence_id, target_kind, target_id, relation, count(*) AS count FROM links
    WHERE evidence_id IN ${among(ids)} GROUP BY evidence_id, target_kind, target_id, relation ${most}`,
  linksTo: (ids) => sql`SELECT evidence_id, target_kind, target_id, relation, count(*) AS count FROM links
    WHERE target_kind IN (${targets}) AND target_id IN ${among(ids)}
    GROUP BY evidence_id, target_kind, target_id, relation ${most}`,
  links: (ids) => sql`SELECT id, evidence_id FROM links WHERE id IN ${among(ids)}`,
  refsFrom: (ids) => sql`SELECT from_kind, from_id, field, to_kind, to_id FROM record_refs
    WHERE from_id IN ${among(ids)} ${most}`,
  refsTo: (ids) => sql`SELECT from_kind, from_id, field, to_kind, to_id FROM record_refs
    WHERE to_id IN ${among(ids)} ${most}`,
  /** What rests on passages of these items. */
  refsToPassages: (ids) => sql`SELECT r.from_kind, r.from_id, r.field, r.to_kind, r.to_id
    FROM links l CROSS JOIN record_refs r ON r.to_id = l.id WHERE l.evidence_id IN ${among(ids)} ${most}`,
  states: (ids) => sql`SELECT id, state FROM records WHERE id IN ${among(ids)}`,
} as const satisfies Readonly<Record<string, (ids: readonly string[]) => Sql>>

interface Ref {
  readonly from: RecordRef
  readonly field: string
  readonly to: RecordRef
}
interface Involvement {
  readonly incident: RecordRef
  readonly actor: RecordRef
  readonly role: string
}

const text = (row: Row, column: string): string => String(row[column])

const toRef = (row: Row): Ref => ({
  from: { kind: text(row, "from_kind") as RecordKind, id: text(row, "from_id") },
  field: text(row, "field"),
  to: { kind: text(row, "to_kind") as RecordKind, id: text(row, "to_id") },
})

const isJoint = ({ kind }: RecordRef): boolean => (joints as readonly string[]).includes(kind)

const readInvolvements = (into: Map<string, Involvement>, rows: readonly Row[]): void => {
  for (const row of rows)
    into.set(text(row, "id"), {
      incident: { kind: "incident", id: text(row, "incident_id") },
      actor: { kind: "actor", id: text(row, "actor_id") },
      role: text(row, "role"),
    })
}

const linkEdges = (rows: readonly Row[]): Edge[] =>
  rows.map((row) => ({
    from: { kind: "evidence", id: text(row, "evidence_id") },
    to: { kind: text(row, "target_kind") as RecordKind, id: text(row, "target_id") },
    what: { kind: "link", field: "relation", code: text(row, "relation") },
    evidence: Number(row["count"]),
  }))

const uniqueRefs = (refs: readonly Ref[]): Ref[] => [
  ...new Map(refs.map((ref) => [`${ref.from.id} ${ref.field} ${ref.to.id}`, ref])).values(),
]

/** A joint's lines: from what it is a part of to everything that it names. */
const jointEdges = (refs: readonly Ref[], states: ReadonlyMap<string, string>): Edge[] => {
  const wholes = new Map(refs.filter(({ field }) => field === "parent").map(({ from, to }) => [from.id, to]))
  return refs.flatMap(({ from: joint, field, to }) => {
    const whole = wholes.get(joint.id)
    if (field === "parent" || whole === undefined) return []
    const what = { kind: joint.kind, field, code: states.get(joint.id) ?? "" }
    return [{ from: whole, to, what, evidence: to.kind === "evidence" ? 1 : 0 }]
  })
}

/** What the database says of some records, before it is made into lines. */
interface Gathered {
  readonly involvements: ReadonlyMap<string, Involvement>
  readonly refs: readonly Ref[]
  /** Which item a passage is of. */
  readonly evidenceOf: ReadonlyMap<string, string>
  readonly states: ReadonlyMap<string, string>
  readonly links: readonly Row[]
}

const gather = (tx: ReadTx, ids: readonly string[]): Gathered => {
  const ask = (name: keyof typeof statements, of: readonly string[] = ids): Row[] =>
    of.length === 0 ? [] : tx.all(statements[name](of))
  const involvements = new Map<string, Involvement>()
  readInvolvements(involvements, [...ask("involvementsOfIncidents"), ...ask("involvementsOfActors")])
  // A claim about an involvement is a claim about its incident, and an act that one names is its person's.
  const ends = [...ids, ...involvements.keys()]
  const found = uniqueRefs([...ask("refsFrom", ends), ...ask("refsTo", ends), ...ask("refsToPassages")].map(toRef))
  const jointIds = [...new Set(found.flatMap(({ from }) => (isJoint(from) ? [from.id] : [])))]
  const refs = [...found.filter(({ from }) => !isJoint(from)), ...ask("refsFrom", jointIds).map(toRef)]
  const endsOf = (kind: RecordKind): string[] => {
    const all = refs.flatMap(({ from, to }) => [from, to])
    return [...new Set(all.flatMap((end) => (end.kind === kind ? [end.id] : [])))]
  }
  readInvolvements(
    involvements,
    ask(
      "involvements",
      endsOf("involvement").filter((id) => !involvements.has(id)),
    ),
  )
  const pairs = (rows: readonly Row[], column: string) =>
    rows.map((row) => [text(row, "id"), text(row, column)] as const)
  return {
    involvements,
    refs,
    evidenceOf: new Map(pairs(ask("links", endsOf("link")), "evidence_id")),
    states: new Map(pairs(ask("states", jointIds), "state")),
    links: [...ask("linksFrom"), ...ask("linksTo")],
  }
}

/** Involvements and passages are no points of their own: who and what stands at that end. */
const resolved = ({ refs, involvements, evidenceOf }: Gathered): (Ref & { readonly said: RecordKind })[] =>
  refs.flatMap(({ from: said, field, to: named }) => {
    // Where an involvement belongs is its own line already.
    if (said.kind === "involvement" && field === "parent") return []
    const from = said.kind === "involvement" ? involvements.get(said.id)?.actor : said
    const to = named.kind === "involvement" ? involvements.get(named.id)?.incident : passageEnd(named, evidenceOf)
    return from === undefined || to === undefined ? [] : [{ from, field, to, said: said.kind }]
  })

const passageEnd = (named: RecordRef, evidenceOf: ReadonlyMap<string, string>): RecordRef | undefined => {
  if (named.kind !== "link") return named
  const id = evidenceOf.get(named.id)
  return id === undefined ? undefined : { kind: "evidence", id }
}

const involvementEdges = (involvements: Iterable<Involvement>): Edge[] =>
  [...involvements].map(({ actor, incident, role }) => ({
    from: actor,
    to: incident,
    what: { kind: "involvement", field: "role", code: role },
    evidence: 0,
  }))

/** Every line that has at least one of `ids` as its end. */
export const edgesOf = (tx: ReadTx, ids: readonly string[]): Edge[] => {
  if (ids.length === 0) return []
  const gathered = gather(tx, ids)
  const refs = resolved(gathered)
  const all: Edge[] = [
    ...involvementEdges(gathered.involvements.values()),
    ...linkEdges(gathered.links),
    ...refs
      .filter(({ from }) => !isJoint(from))
      .map(({ from, field, to, said }): Edge => ({ from, to, what: { kind: said, field, code: "" }, evidence: 0 })),
    ...jointEdges(
      refs.filter(({ from }) => isJoint(from)),
      gathered.states,
    ),
  ]
  const wanted = new Set(ids)
  return all.filter(
    ({ from, to }) =>
      isNodeKind(from.kind) && isNodeKind(to.kind) && from.id !== to.id && (wanted.has(from.id) || wanted.has(to.id)),
  )
}

/** The same line, asked for from either end, has the same id. */
export const edgeId = ({ from, to, what }: Edge): string =>
  `${from.id} ${what.kind}.${what.field}.${what.code} ${to.id}`
