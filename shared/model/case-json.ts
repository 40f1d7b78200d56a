import { z } from "zod"
import { actorKinds, identifierKinds, nameKinds } from "./actor.ts"
import { AnchorPlace } from "./anchor.ts"
import { caseStatuses } from "./case.ts"
import { custodyVerbs, evidenceKinds } from "./evidence.ts"
import { plainKinds, type RecordKind, RecordRef, recordKinds } from "./field.ts"
import { fieldsSchema } from "./field-schema.ts"
import { Instant, Sha256Hex } from "./ids.ts"
import { placePrecisions, verifications } from "./incident.ts"
import { kinds } from "./kinds.ts"
import { involvementRoles, linkRelations, LinkTarget } from "./link.ts"

/*
 * A case as one JSON document (docs/case-json.md). Fields of every kind are those that are declared, so the document can
 * say all that the vault can, and nothing that it could not take back in. docs/case.schema.json is made from this.
 */

const id = z.uuid()
const text = z.string()
const title = z.string().trim().min(1)
const fields = (kind: RecordKind): z.ZodType<Record<string, unknown>> =>
  fieldsSchema(kinds[kind].fields) as z.ZodType<Record<string, unknown>>

const CaseRow = z.strictObject({
  id,
  title,
  reference: text,
  status: z.enum(caseStatuses),
  confidentiality: text,
  summary: text,
  fields: fields("case"),
})

const IncidentRow = z.strictObject({
  id,
  title,
  /** EDTF. */
  dates: text,
  place: text,
  placePrecision: z.enum(placePrecisions),
  rights: z.array(text),
  verification: z.enum(verifications),
  confidentiality: text,
  narrative: text,
  fields: fields("incident"),
})

const ActorRow = z.strictObject({
  id,
  kind: z.enum(actorKinds),
  /** The first is the one shown. */
  names: z.array(z.strictObject({ id, text: title, kind: z.enum(nameKinds), language: text })).min(1),
  identifiers: z.array(z.strictObject({ id, kind: z.enum(identifierKinds), text: title })),
  protected: z.boolean(),
  confidentiality: text,
  description: text,
  fields: fields("actor"),
})

const InvolvementRow = z.strictObject({
  id,
  incidentId: id,
  actorId: id,
  role: z.enum(involvementRoles),
  note: text,
  fields: fields("involvement"),
})

const EvidenceRow = z.strictObject({
  id,
  number: z.int().positive(),
  title,
  kind: z.enum(evidenceKinds),
  mediaType: text,
  originalName: text,
  originalFolder: text,
  sizeBytes: z.int().nonnegative(),
  sha256: Sha256Hex,
  fileModifiedAt: text,
  receivedAt: Instant,
  receivedFrom: text,
  receivedOn: text,
  receivedHow: text,
  graphic: z.boolean(),
  confidentiality: text,
  derivedFrom: id.nullable(),
  description: text,
  fields: fields("evidence"),
})

const CustodyRow = z.strictObject({
  id,
  evidenceId: id,
  verb: z.enum(custodyVerbs),
  at: text,
  who: text,
  fromWhom: text,
  toWhom: text,
  how: text,
  condition: text,
  sha256: text,
})

const LinkRow = z.strictObject({
  id,
  anchorId: id,
  target: LinkTarget,
  relation: z.enum(linkRelations),
  comment: text,
  fields: fields("link"),
})

const PlainRow = z.discriminatedUnion(
  "kind",
  plainKinds.map((kind) =>
    z.strictObject({
      id,
      kind: z.literal(kind),
      parent: RecordRef.nullable(),
      confidentiality: text,
      fields: fields(kind),
    }),
  ) as unknown as [z.ZodObject<{ kind: z.ZodLiteral<PlainRow["kind"]> }>],
) as unknown as z.ZodType<PlainRow>

/** A record of a kind without a table of its own. */
export interface PlainRow {
  id: string
  kind: (typeof plainKinds)[number]
  parent: RecordRef | null
  confidentiality: string
  fields: Record<string, unknown>
}

const TermRow = z.strictObject({
  id,
  list: text,
  code: text,
  parent: text,
  en: text,
  ru: text,
  kk: text,
  retired: z.boolean(),
})

export const CaseJson = z.strictObject({
  format: z.literal("saqta-case"),
  version: z.literal(1),
  case: CaseRow,
  /** Terms of one's own that the case uses. */
  terms: z.array(TermRow),
  incidents: z.array(IncidentRow),
  actors: z.array(ActorRow),
  involvements: z.array(InvolvementRow),
  evidence: z.array(EvidenceRow),
  custody: z.array(CustodyRow),
  anchors: z.array(z.strictObject({ id, evidenceId: id, place: AnchorPlace })),
  links: z.array(LinkRow),
  notes: z.array(z.strictObject({ id, subjectKind: z.enum(recordKinds), subjectId: id, text })),
  records: z.array(PlainRow),
})
export type CaseJson = z.infer<typeof CaseJson>
export type EvidenceJson = z.infer<typeof EvidenceRow>
