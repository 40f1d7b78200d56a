import { randomUuid, systemRandom } from "../main/crypto/random.ts"
import { append } from "../main/vault/audit.ts"
import type { Vault } from "../main/vault/vault.ts"
import type { Row, WriteTx } from "../main/vault/tx.ts"
import { addCase } from "../test/support/evidence.ts"

export interface BigVault {
  readonly caseId: string
  readonly incidents: readonly string[]
  readonly actors: readonly string[]
  readonly evidence: readonly string[]
  readonly claims: readonly string[]
}

type Table = Parameters<WriteTx["insert"]>[0]
type NewRow = Parameters<WriteTx["insert"]>[1] & { readonly id: string }

const batchRows = 10_000
const words = ["Обыск", "задержание", "у дома", "тінту", "сотсыз", "hearing", "postponed", "на площади"]
const places = ["Алматы", "Шымкент", "Ақтау", "Жаңаөзен", "Қордай", "Oskemen"]
const verifications = ["unverified", "confirmed", "likely", "possible", "unlikely"]

const pick = (from: readonly string[], seed: number): string => from[seed % from.length] ?? ""
const titleOf = (seed: number): string => `${pick(words, seed)} ${pick(words, seed * 3 + 1)} ${seed}`
const dayOf = (seed: number): string => new Date(Date.UTC(2005, 0, 1 + (seed % 7000))).toISOString().slice(0, 10)
const newId = (): string => randomUuid(systemRandom)

/** Rows through the domain's own door, so that the chain covers every one; gives their ids. */
const fill = (vault: Vault, table: Table, count: number, rowOf: (index: number, id: string) => NewRow): string[] => {
  const ids = Array.from({ length: count }, newId)
  for (let start = 0; start < count; start += batchRows)
    vault.write((tx) => {
      const batch = ids.slice(start, start + batchRows)
      for (const [at, id] of batch.entries()) tx.insert(table, rowOf(start + at, id))
      append(tx, { verb: "case.changed", subjectKind: "case", subjectId: batch[0] ?? "" })
    })
  return ids
}

const evidenceRow = (caseId: string, index: number, id: string): NewRow => ({
  id,
  case_id: caseId,
  number: index + 1,
  title: titleOf(index),
  kind: pick(["pdf", "image", "text", "audio"], index),
  media_type: "application/pdf",
  original_name: `scan ${index}.pdf`,
  size_bytes: 1000 + index * 7,
  sha256: index.toString(16).padStart(64, "0"),
  duplicate_hmac: systemRandom(32),
  blob_id: newId(),
  blob_commitment: "00",
  received_at: `${dayOf(index)}T08:00:00.000Z`,
})

const recordRow = (caseId: string, kind: string, seed: number, parent: Row): NewRow => ({
  id: "",
  case_id: caseId,
  kind,
  title: titleOf(seed),
  date_earliest: dayOf(seed),
  date_latest: dayOf(seed),
  dates_edtf: dayOf(seed),
  fields: JSON.stringify({ title: titleOf(seed) }),
  ...parent,
})

/**
 * One case with `items` of evidence, a fifth as many incidents, half as many people, and three links an item; acts and
 * involvements two an incident, claims half an incident. Of the evidence there are records alone, without files.
 */
export const fillBigVault = (vault: Vault, items: number): BigVault => {
  const caseId = addCase(vault, `A case of ${items}`)
  const [incidentCount, actorCount] = [items / 5, items / 2]
  const incidents = fill(vault, "incidents", incidentCount, (at, id) => {
    const day = dayOf(at)
    const dates = { dates_edtf: day, date_earliest: day, date_latest: day }
    const said = { place: pick(places, at), rights: '["liberty"]', verification: pick(verifications, at) }
    return {
      id,
      case_id: caseId,
      title: titleOf(at),
      ...dates,
      ...said,
      narrative: "Записано со слов семьи. ".repeat(5),
    }
  })
  const actors = fill(vault, "actors", actorCount, (at, id) => {
    return { id, case_id: caseId, kind: "person", label: `Ахметов ${titleOf(at)}`, protected: at % 50 === 0 ? 1 : 0 }
  })
  const nameOf = (at: number) => ({ actor_id: actors[at] ?? "", position: 0, text: `Ахметов ${titleOf(at)}` })
  fill(vault, "actor_names", actorCount, (at, id) => ({ id, kind: "legal", ...nameOf(at) }))
  fill(vault, "involvements", incidentCount * 2, (at, id) => {
    return { id, incident_id: pick(incidents, at), actor_id: pick(actors, at * 7), role: "victim" }
  })
  const evidence = fill(vault, "evidence", items, (at, id) => evidenceRow(caseId, at, id))
  const anchors = fill(vault, "anchors", items, (at, id) => {
    return { id, evidence_id: pick(evidence, at), place: '{"kind":"whole"}' }
  })
  fill(vault, "links", items * 3, (at, id) => {
    const source = { anchor_id: pick(anchors, at), evidence_id: pick(evidence, at), relation: "depicts" }
    const target = at % 3 === 0 ? ["actor", pick(actors, at * 5)] : ["incident", pick(incidents, at * 11)]
    return { id, ...source, target_kind: target[0] ?? "", target_id: target[1] ?? "" }
  })
  fill(vault, "records", incidentCount * 2, (at, id) => {
    const parent = { parent_kind: "incident", parent_id: pick(incidents, at) }
    return { ...recordRow(caseId, "act", at, parent), id }
  })
  const claims = fill(vault, "records", incidentCount / 2, (at, id) => ({ ...recordRow(caseId, "claim", at, {}), id }))
  return { caseId, incidents, actors, evidence, claims }
}
