import { z } from "zod"
import { Fault } from "../../shared/faults.ts"
import { Evidence, evidenceKinds, readingStates } from "../../shared/model/evidence.ts"
import { CaseId, EvidenceId, Sha256Hex } from "../../shared/model/ids.ts"
import { joinSql, sql, type Sql } from "../vault/sql.ts"
import type { ReadTx, Row } from "../vault/tx.ts"

const Metadata = z.record(z.string(), z.string())

const EvidenceRow = z.object({
  id: EvidenceId,
  case_id: CaseId,
  number: z.int(),
  title: z.string(),
  kind: z.enum(evidenceKinds),
  media_type: z.string(),
  original_name: z.string(),
  original_folder: z.string(),
  size_bytes: z.int(),
  sha256: Sha256Hex,
  file_modified_at: z.string(),
  received_at: z.string(),
  received_from: z.string(),
  received_on: z.string(),
  received_how: z.string(),
  description: z.string(),
  graphic: z.literal([0, 1]),
  created_at: z.string(),
  changed_at: z.string(),
  state: z.enum(readingStates).nullable(),
  fault: z.string().nullable(),
  page_count: z.int().nullable(),
  duration_ms: z.int().nullable(),
  metadata: z.string().nullable(),
  links: z.int(),
})

/** How people cite an item: "E-031". */
export const referenceOf = (number: number): string => `E-${String(number).padStart(3, "0")}`

/** The number in a reference as a person may type it ("E-31", "e-031"), or undefined. */
export const numberOf = (reference: string): number | undefined => {
  const digits = /^e-?0*(\d{1,9})$/i.exec(reference.trim())?.[1]
  return digits === undefined ? undefined : Number(digits)
}

const evidenceOf = (source: Row): Evidence => {
  const row = EvidenceRow.parse(source)
  return {
    id: row.id,
    caseId: row.case_id,
    reference: referenceOf(row.number),
    title: row.title,
    kind: row.kind,
    mediaType: row.media_type,
    originalName: row.original_name,
    originalFolder: row.original_folder,
    sizeBytes: row.size_bytes,
    sha256: row.sha256,
    fileModifiedAt: row.file_modified_at,
    receivedAt: row.received_at,
    provenance: { receivedFrom: row.received_from, receivedOn: row.received_on, how: row.received_how },
    description: row.description,
    graphic: row.graphic === 1,
    pageCount: row.page_count,
    durationMs: row.duration_ms,
    reading: { state: row.state ?? "none", fault: row.fault ?? "" },
    metadata: Metadata.parse(JSON.parse(row.metadata ?? "{}")),
    createdAt: row.created_at,
    changedAt: row.changed_at,
    counts: { links: row.links },
  }
}

const selectEvidence: Sql = sql`
  SELECT e.*, r.state, r.fault, r.page_count, r.duration_ms, r.metadata,
    (SELECT COUNT(*) FROM links WHERE links.evidence_id = e.id) AS links
  FROM evidence e LEFT JOIN evidence_reading r ON r.evidence_id = e.id`

/** @throws Fault "not-found" */
export const show = (tx: ReadTx, id: EvidenceId): Evidence => {
  const row = tx.one(sql`${selectEvidence} WHERE e.id = ${id}`)
  if (row === undefined) throw new Fault("not-found", { kind: "evidence" })
  return evidenceOf(row)
}

// Below SQLite's limit on parameters.
const idsAtOnce = 10_000

/** The items of `ids`, in that order; those that are not there are left out. */
export const showAll = (tx: ReadTx, ids: readonly string[]): Evidence[] => {
  const found = new Map<string, Evidence>()
  for (let start = 0; start < ids.length; start += idsAtOnce) {
    const some = ids.slice(start, start + idsAtOnce)
    for (const row of tx.all(sql`${selectEvidence} WHERE e.id IN (${joinSql(some)})`)) {
      const item = evidenceOf(row)
      found.set(item.id, item)
    }
  }
  return ids.flatMap((id) => found.get(id) ?? [])
}
