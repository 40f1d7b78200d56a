import { z } from "zod"
import { Anchor } from "./anchor.ts"
import { ActorId, IncidentId, Instant, LinkId } from "./ids.ts"

export const linkRelations = ["supports", "contradicts", "depicts", "mentions", "original-of"] as const
export type LinkRelation = (typeof linkRelations)[number]

/** What a passage is linked to. */
export const LinkTarget = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("incident"), id: IncidentId }),
  z.strictObject({ kind: z.literal("actor"), id: ActorId }),
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
