import { z } from "zod"
import { DossierRecord } from "../../shared/contract/dossier.ts"
import { AnchorPlace } from "../../shared/model/anchor.ts"
import { pagedKinds } from "../../shared/model/evidence.ts"
import {
  ActorId,
  BoxId,
  type CaseId,
  EvidenceId,
  HolderId,
  type IncidentId,
  Sha256Hex,
} from "../../shared/model/ids.ts"
import type { MediaPlan } from "../../shared/model/media.ts"
import { involvementRoles, linkRelations } from "../../shared/model/link.ts"
import { BoxPoint, NamedPlace } from "../../shared/model/redaction.ts"
import { labelOf } from "./holder.ts"
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

/** What a person has decided about one item for this audience. */
export interface SourcePlan {
  /** As the plan counted them; 0 without a plan. */
  readonly pageCount: number
  readonly acceptedPages: readonly number[]
  readonly undecided: number
  readonly boxes: readonly SourceBox[]
  /** Codes that a person left readable. */
  readonly keptCodes: readonly SourceBox[]
  /** Faces that a person left to be seen. */
  readonly keptFaces: readonly SourceBox[]
  /** Pages, from 1, on which faces could not be looked for and a person did. */
  readonly lookedForFaces: readonly number[]
  /** Occurrences that a person cleared as somebody else's. */
  readonly cleared: readonly { readonly page: number; readonly places: readonly NamedPlace[] }[]
}

export interface SourceBox {
  readonly id: BoxId
  readonly page: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly label: string
  readonly points: readonly BoxPoint[]
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

const BoxRow = z.object({
  id: BoxId,
  page: z.int(),
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
  label: z.string(),
  decision: z.string(),
  origin: z.string(),
  points: z
    .string()
    .nullable()
    .transform((json) => z.array(BoxPoint).parse(JSON.parse(json ?? "[]"))),
})

const planOf = (tx: ReadTx, evidenceId: string, audience: string): SourcePlan => {
  const plan = tx.one(
    sql`SELECT id, page_count FROM redaction_plans WHERE evidence_id = ${evidenceId} AND audience = ${audience}`,
  )
  if (plan === undefined)
    return {
      ...{ pageCount: 0, acceptedPages: [], undecided: 0, boxes: [], cleared: [] },
      ...{ keptCodes: [], keptFaces: [], lookedForFaces: [] },
    }
  const planId = z.string().parse(plan["id"])
  const boxes = tx
    .all(
      sql`SELECT id, page, x, y, width, height, label, decision, origin, points FROM redaction_boxes WHERE plan_id = ${planId} ORDER BY page, y, x, id`,
    )
    .map((row) => BoxRow.parse(row))
  const cleared = tx.all(
    sql`SELECT b.page, b.places FROM redaction_clearances c JOIN redaction_boxes b ON b.id = c.box_id
        WHERE c.plan_id = ${planId} ORDER BY b.page, b.y, b.x, b.id`,
  )
  const decidedAs = (decision: string) =>
    boxes.filter((box) => box.decision === decision).map(({ decision: _, ...box }) => box)
  const dismissed = (of: string) => decidedAs("dismissed").filter(({ origin }) => origin === of)
  const pages = tx.all(sql`SELECT page FROM redaction_accepted_pages WHERE plan_id = ${planId} ORDER BY page`)
  return {
    pageCount: z.int().parse(plan["page_count"]),
    acceptedPages: pages.map((row) => z.int().parse(row["page"])),
    undecided: boxes.filter((box) => box.decision === "proposed").length,
    boxes: decidedAs("accepted"),
    keptCodes: dismissed("code"),
    keptFaces: dismissed("face"),
    lookedForFaces: dismissed("unsearched").map(({ page }) => page),
    cleared: cleared.map((row) => ({
      page: z.int().parse(row["page"]),
      places: z.array(NamedPlace).parse(JSON.parse(String(row["places"] ?? "[]"))),
    })),
  }
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

const RecordRow = z.object({
  id: z.string(),
  case_id: z.string(),
  title: z.string(),
  audience: z.string(),
  built_at: z.string(),
  pages: z.int(),
  annexes: z.int(),
  key_fingerprint: z.string(),
  regraded_at: z.string().nullable(),
  regraded_why: z.string().nullable(),
  receipt: z.string(),
})

/** By the keeper's receipt, with the names that they have in this vault. */
const peopleBehind = (tx: ReadTx, json: string): Pick<DossierRecord, "reviewedBy" | "confirmedBy"> => {
  const { reviewedBy, confirmedBy } = KeepersReceipt.partial().parse(JSON.parse(json))
  return {
    reviewedBy: (reviewedBy ?? []).map((id) => labelOf(tx, id)),
    confirmedBy: confirmedBy === null || confirmedBy === undefined ? null : labelOf(tx, confirmedBy),
  }
}

export const listDossiers = (tx: ReadTx, caseId: CaseId): DossierRecord[] =>
  tx
    .all(
      sql`SELECT id, case_id, title, audience, built_at, pages, annexes, key_fingerprint, regraded_at, regraded_why, receipt FROM dossiers
          WHERE case_id = ${caseId} ORDER BY built_at DESC, id`,
    )
    .map((row) => {
      const record = RecordRow.parse(row)
      return DossierRecord.parse({
        id: record.id,
        caseId: record.case_id,
        title: record.title,
        audience: record.audience,
        builtAt: record.built_at,
        pages: record.pages,
        annexes: record.annexes,
        keyFingerprint: record.key_fingerprint,
        ...peopleBehind(tx, record.receipt),
        regraded: record.regraded_at === null ? null : { at: record.regraded_at, why: record.regraded_why ?? "" },
      })
    })

/** The keeper's receipt: what left, and where the audit chain stood. Stays in the vault; never in the bag. */
export const KeepersReceipt = z.strictObject({
  keyFingerprint: z.string(),
  tagManifestSha256: Sha256Hex,
  auditHead: Sha256Hex,
  files: z.array(z.strictObject({ path: z.string(), sha256: Sha256Hex })),
  evidence: z.array(z.strictObject({ annex: z.int(), evidenceId: EvidenceId, original: Sha256Hex })),
  /** Who looked at every page, and the second person who confirmed; null where no rule asked for one. */
  reviewedBy: z.array(HolderId).default([]),
  confirmedBy: HolderId.nullable().default(null),
})
export type KeepersReceipt = z.infer<typeof KeepersReceipt>
