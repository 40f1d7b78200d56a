import { z } from "zod"
import { Anchor } from "./anchor.ts"
import type { PlainKind } from "./field.ts"
import { ActorId, IncidentId, Instant, LinkId } from "./ids.ts"

export const linkRelations = ["supports", "contradicts", "depicts", "mentions", "original-of"] as const
export type LinkRelation = (typeof linkRelations)[number]

/** Records without a table of their own that a passage can be linked to. */
export const linkedKinds = [
  "act",
  "claim",
  "statement",
  "proceeding",
  "hearing",
  "decision",
  "remedy",
  "consent",
  "intervention",
  "item",
] as const satisfies readonly PlainKind[]

/** Codes of the lists of the Admiralty grading, each on its own; "": nobody has graded. */
export const LinkGrade = z.strictObject({
  reliability: z.string().max(40),
  credibility: z.string().max(40),
})
export type LinkGrade = z.infer<typeof LinkGrade>

/** What a passage is linked to. */
export const LinkTarget = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("incident"), id: IncidentId }),
  z.strictObject({ kind: z.literal("actor"), id: ActorId }),
  z.strictObject({ kind: z.enum(linkedKinds), id: z.uuid() }),
])
export type LinkTarget = z.infer<typeof LinkTarget>

/** One passage (or whole item) of evidence, tied to one record. */
export const Link = z.strictObject({
  id: LinkId,
  anchor: Anchor,
  target: LinkTarget,
  relation: z.enum(linkRelations),
  comment: z.string(),
  createdAt: Instant,
  /** For showing either end without a further call. */
  evidence: z.strictObject({ reference: z.string(), title: z.string(), kind: z.string() }),
  targetLabel: z.string(),
})
export type Link = z.infer<typeof Link>

export const involvementRoles = [
  "victim",
  "alleged-perpetrator",
  "witness",
  "counsel",
  "official",
  "source",
  "relative",
  "present",
  "other",
] as const
export type InvolvementRole = (typeof involvementRoles)[number]
