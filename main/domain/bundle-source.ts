import { z } from "zod"
import { AnchorPlace } from "../../shared/model/anchor.ts"
import { pagedKinds } from "../../shared/model/evidence.ts"
import { ActorId, type CaseId, EvidenceId, type IncidentId } from "../../shared/model/ids.ts"
import type { MediaPlan } from "../../shared/model/media.ts"
import { involvementRoles, linkRelations } from "../../shared/model/link.ts"
import { planOf, type SourcePlan } from "./bundle-plan.ts"
import * as mediaPlans from "./media-plan.ts"
import { joinSql, sql } from "../vault/sql.ts"
import type { ReadTx, Row } from "../vault/tx.ts"

/** What a bundle is made from, as the vault has it: real names, real titles. `dossier/compose.ts` makes it fit to leave. */
export interface BundleSource {
  readonly incidents: readonly SourceIncident[]
  readonly people: readonly SourcePerson[]
  readonly items: readonly SourceItem[]
}

export interface SourceIncident {
  readonly title: string
  readonly datesEdtf: string
  readonly place: string
  readonly verification: string
  readonly narrative: string
  readonly statements: readonly SourceStatement[]
}

export interface SourceStatement {
  readonly evidenceId: EvidenceId
  readonly relation: (typeof linkRelations)[number]
  readonly comment: string
  readonly place: AnchorPlace
}

export interface SourcePerson {
  readonly actorId: ActorId
  readonly label: string
  /** Marked as protected, or withheld. */
  readonly protected: boolean
  /** Hidden from this audience for want of consent. */
  readonly withheld: boolean
  readonly roles: readonly string[]
}

export interface SourceItem {
  readonly evidenceId: EvidenceId
  readonly reference: string
  readonly title: string
  /** The title is still the file's own name, which must not leave. */
  readonly untitled: boolean
  readonly kind: string
  readonly mediaType: string
  readonly paged: boolean
  readonly pageCount: number
  readonly plan: SourcePlan
  /** Of a recording that somebody has looked into for this audience. */
  readonly media: MediaPlan | null
}

const IncidentRow = z.object({
  id: z.string(),
  title: z.string(),
  dates_edtf: z.string(),
  place: z.string(),
  verification: z.string(),
  narrative: z.string(),
})

const StatementRow = z.object({
  evidence_id: EvidenceId,
  relation: z.enum(linkRelations),
  comment: z.string(),
  place: z.string(),
})

const statementsOf = (tx: ReadTx, incidentId: string): SourceStatement[] =>
  tx
    .all(
      sql`SELECT l.evidence_id, l.relation, l.comment, a.place FROM links l JOIN anchors a ON a.id = l.anchor_id
          WHERE l.target_kind = 'incident' AND l.target_id = ${incidentId} ORDER BY l.created_at, l.id`,
    )
    .map((row) => {
      const statement = StatementRow.parse(row)
      return {
        evidenceId: statement.evidence_id,
        relation: statement.relation,
        comment: statement.comment,
        place: AnchorPlace.parse(JSON.parse(statement.place)),
      }
    })

const incidentsOf = (tx: ReadTx, caseId: CaseId, ids: readonly IncidentId[]): SourceIncident[] =>
  tx
    .all(
      sql`SELECT id, title, dates_edtf, place, verification, narrative FROM incidents
          WHERE case_id = ${caseId} AND id IN (${joinSql(ids)})
          ORDER BY CASE date_earliest WHEN '' THEN '9999' ELSE date_earliest END, date_latest, id`,
    )
    .map((row) => {
      const incident = IncidentRow.parse(row)
      return {
        title: incident.title,
        datesEdtf: incident.dates_edtf,
        place: incident.place,
        verification: incident.verification,
        narrative: incident.narrative,
        statements: statementsOf(tx, incident.id),
      }
    })

const PersonRow = z.object({
  id: ActorId,
  label: z.string(),
  protected: z.int(),
  role: z.enum(involvementRoles),
})

const peopleOf = (tx: ReadTx, ids: readonly IncidentId[], held: ReadonlySet<ActorId>): SourcePerson[] => {
  const people = new Map<ActorId, SourcePerson & { roles: string[] }>()
  const rows = tx.all(
    sql`SELECT a.id, a.label, a.protected, i.role FROM involvements i JOIN actors a ON a.id = i.actor_id
        WHERE i.incident_id IN (${joinSql(ids)}) ORDER BY a.id, i.created_at`,
  )
  for (const row of rows) {
    const { id, label, protected: isProtected, role } = PersonRow.parse(row)
    const withheld = held.has(id)
    const person = people.get(id) ?? {
      actorId: id,
      label,
      protected: isProtected === 1 || withheld,
      withheld,
      roles: [],
    }
    if (!person.roles.includes(role)) person.roles.push(role)
    people.set(id, person)
  }
  return [...people.values()]
}

const ItemRow = z.object({
  id: EvidenceId,
  number: z.int(),
  title: z.string(),
  original_name: z.string(),
  kind: z.string(),
  media_type: z.string(),
  page_count: z.int().nullable(),
})

/** With or without its ending: both say what the file was called. */
const isFileName = (title: string, name: string): boolean => title === name || title === name.replace(/\.[^.]*$/u, "")

const toItem = (tx: ReadTx, row: Row, audience: string): SourceItem => {
  const item = ItemRow.parse(row)
  const plan = planOf(tx, item.id, audience)
  return {
    evidenceId: item.id,
    reference: `E-${String(item.number).padStart(3, "0")}`,
    title: item.title,
    untitled: isFileName(item.title, item.original_name),
    kind: item.kind,
    mediaType: item.media_type,
    paged: (pagedKinds as readonly string[]).includes(item.kind),
    // A person may have gone through the pages before the queue came to read them.
    pageCount: item.page_count ?? plan.pageCount,
    plan,
    media: mediaPlans.find(tx, item.id, audience) ?? null,
  }
}

/** Items in order of first citation; those chosen but not cited follow by their number. */
const itemsOf = (
  tx: ReadTx,
  caseId: CaseId,
  cited: readonly EvidenceId[],
  chosen: readonly EvidenceId[] | null,
  audience: string,
): SourceItem[] => {
  const wanted = chosen ?? cited
  if (wanted.length === 0) return []
  const rank = new Map([...cited, ...wanted].map((id, index) => [id, index] as const).reverse())
  return tx
    .all(
      sql`SELECT e.id, e.number, e.title, e.original_name, e.kind, e.media_type, r.page_count FROM evidence e
          LEFT JOIN evidence_reading r ON r.evidence_id = e.id
          WHERE e.case_id = ${caseId} AND e.id IN (${joinSql(wanted)}) ORDER BY e.number`,
    )
    .map((row) => toItem(tx, row, audience))
    .sort((left, right) => (rank.get(left.evidenceId) ?? 0) - (rank.get(right.evidenceId) ?? 0))
}

export interface BundleChoice {
  readonly caseId: CaseId
  readonly incidentIds: readonly IncidentId[]
  readonly evidenceIds: readonly EvidenceId[] | null
  readonly audience: string
  /** Who is hidden from this audience for want of consent. */
  readonly held: ReadonlySet<ActorId>
}

export const readBundle = (tx: ReadTx, choice: BundleChoice): BundleSource => {
  const incidents = incidentsOf(tx, choice.caseId, choice.incidentIds)
  const cited = [...new Set(incidents.flatMap((incident) => incident.statements.map(({ evidenceId }) => evidenceId)))]
  return {
    incidents,
    people: peopleOf(tx, choice.incidentIds, choice.held),
    items: itemsOf(tx, choice.caseId, cited, choice.evidenceIds, choice.audience),
  }
}
