import type { Output } from "../../shared/contract/contract.ts"
import { gradedKinds, type Resting } from "../../shared/contract/grade.ts"
import { DossierOptions } from "../../shared/model/dossier.ts"
import type { RecordRef } from "../../shared/model/field.ts"
import { DossierId, Instant } from "../../shared/model/ids.ts"
import { sql } from "../vault/sql.ts"
import type { ReadTx, Row } from "../vault/tx.ts"
import { saidIn } from "./grade.ts"
import { pointersTo } from "./record-refs.ts"
import { find, mustFind, type StoredRecord } from "./record-store.ts"

export type GradedKind = (typeof gradedKinds)[number]
type Impact = Output<"grade.impact">

/** By which fields one record takes its word from another. */
const wordFrom: Readonly<Record<string, readonly string[]>> = {
  statement: ["source", "document"],
  evidence: ["author", "copyOf"],
  support: ["statement", "passage", "evidence"],
}

const refOf = (kind: RecordRef["kind"], id: unknown): RecordRef => ({ kind, id: String(id) })

/** What takes its word from `record`, one step away from the source. */
const restingOn = (tx: ReadTx, { kind, id, parent }: StoredRecord): RecordRef[] => {
  const named = pointersTo(tx, id)
    .filter(({ from, field }) => wordFrom[from.kind]?.includes(field) === true)
    .map(({ from }) => from)
  const passages =
    kind === "evidence" ? tx.all(sql`SELECT id FROM links WHERE evidence_id = ${id} ORDER BY created_at, id`) : []
  const carried =
    (kind === "support" || kind === "link") && parent !== null && ["claim", "statement"].includes(parent.kind)
      ? [parent]
      : []
  return [...named, ...passages.map((row) => refOf("link", row["id"])), ...carried]
}

const isGraded = (kind: RecordRef["kind"]): boolean => (gradedKinds as readonly string[]).includes(kind)

/** Everything that rests on a source, nearest first, each once. */
const walk = (tx: ReadTx, source: StoredRecord): Resting[] => {
  const seen = new Set([source.id])
  const found: Resting[] = []
  let edge: StoredRecord[] = [source]
  for (let steps = 1; edge.length > 0; steps += 1) {
    const next: StoredRecord[] = []
    for (const through of edge)
      for (const ref of restingOn(tx, through)) {
        const record = seen.has(ref.id) ? undefined : find(tx, ref)
        if (record === undefined) continue
        seen.add(ref.id)
        next.push(record)
        found.push({
          kind: record.kind,
          id: record.id,
          title: record.title,
          through: { kind: through.kind, id: through.id, title: through.title },
          steps,
          graded: isGraded(record.kind),
          reliability: saidIn(record.fields, "reliability"),
          credibility: saidIn(record.fields, "credibility"),
        })
      }
    edge = next
  }
  return found
}

const incidentsOfEvidence = (tx: ReadTx, id: string): string[] =>
  tx
    .all(sql`SELECT target_id FROM links WHERE evidence_id = ${id} AND target_kind = 'incident'`)
    .map((row) => String(row["target_id"]))

/** Everything touched, and the incidents that it is about or is linked to. */
const reach = (tx: ReadTx, source: StoredRecord, resting: readonly Resting[]): Set<string> => {
  const touched: RecordRef[] = [{ kind: source.kind, id: source.id }, ...resting]
  const reached = new Set(touched.map(({ id }) => id))
  for (const { kind, id } of touched) {
    if (kind === "evidence") for (const incident of incidentsOfEvidence(tx, id)) reached.add(incident)
    if (kind !== "statement" && kind !== "claim") continue
    const about = tx.all(sql`SELECT to_id FROM record_refs WHERE from_id = ${id} AND field = 'about'`)
    for (const row of about) {
      const of = String(row["to_id"])
      reached.add(of)
      const act = find(tx, { kind: "act", id: of })
      if (act?.parent != null) reached.add(act.parent.id)
    }
  }
  return reached
}

/** An item that was chosen, an item that the receipt says went along, or an incident that rests on it. */
const used = (row: Row, reached: ReadonlySet<string>): boolean => {
  const options = DossierOptions.parse(JSON.parse(String(row["options"])))
  const receipt = JSON.parse(String(row["receipt"])) as { evidence: readonly { evidenceId: string }[] }
  const ids = [
    ...options.incidentIds,
    ...(options.evidenceIds ?? []),
    ...receipt.evidence.map(({ evidenceId }) => evidenceId),
  ]
  return ids.some((id) => reached.has(id))
}

const dossiersThatUsed = (tx: ReadTx, caseId: string, reached: ReadonlySet<string>): Impact["dossiers"] =>
  tx
    .all(sql`SELECT id, title, audience, built_at, options, receipt FROM dossiers WHERE case_id = ${caseId}
      ORDER BY built_at DESC, id`)
    .filter((row) => used(row, reached))
    .map((row) => ({
      id: DossierId.parse(row["id"]),
      title: String(row["title"]),
      audience: String(row["audience"]),
      builtAt: Instant.parse(row["built_at"]),
    }))

const filedWith = ["annexes", "incidents", "evidence"]

const filedThatUsed = (tx: ReadTx, reached: ReadonlySet<string>): Impact["filed"] => {
  const filed = new Map<string, Impact["filed"][number]>()
  for (const id of reached)
    for (const { from, field } of pointersTo(tx, id)) {
      if ((from.kind !== "submission" && from.kind !== "disclosure") || !filedWith.includes(field)) continue
      const record = find(tx, from)
      if (record === undefined) continue
      const audience = saidIn(record.fields, "audience")
      filed.set(from.id, { kind: from.kind, id: from.id, title: record.title, audience })
    }
  return [...filed.values()]
}

/** All that rests on a source, directly and through claims, and what has left that used it. @throws Fault "not-found" */
export const impact = (tx: ReadTx, ref: { readonly kind: GradedKind; readonly id: string }): Impact => {
  const source = mustFind(tx, ref)
  const resting = walk(tx, source)
  const reached = reach(tx, source, resting)
  return {
    caseId: source.caseId,
    title: source.title,
    reliability: saidIn(source.fields, "reliability"),
    credibility: saidIn(source.fields, "credibility"),
    resting,
    dossiers: dossiersThatUsed(tx, source.caseId, reached),
    filed: filedThatUsed(tx, reached),
  }
}
