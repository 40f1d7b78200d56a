import { z } from "zod"
import { ActorId, ActorNameId, CaseId, Instant } from "./ids.ts"

export const actorKinds = ["person", "group", "institution"] as const
export type ActorKind = (typeof actorKinds)[number]

export const nameKinds = ["legal", "birth", "alias", "nickname", "transliteration"] as const
export const identifierKinds = ["iin", "phone", "email", "plate", "document", "other"] as const

export const ActorName = z.strictObject({
  id: ActorNameId,
  text: z.string().trim().min(1).max(300),
  kind: z.enum(nameKinds),
  /** BCP 47 tag, or "" where not known. */
  language: z.string().max(35),
})
export type ActorName = z.infer<typeof ActorName>

export const Identifier = z.strictObject({ kind: z.enum(identifierKinds), text: z.string().trim().min(1).max(300) })
export type Identifier = z.infer<typeof Identifier>

/** A person, group or institution. `names[0]` is the one shown. */
export const Actor = z.strictObject({
  id: ActorId,
  caseId: CaseId,
  kind: z.enum(actorKinds),
  names: z.array(ActorName).min(1),
  identifiers: z.array(Identifier),
  description: z.string(),
  /** Protected: never named in what leaves. */
  protected: z.boolean(),
  createdAt: Instant,
  changedAt: Instant,
  counts: z.strictObject({ incidents: z.int(), evidence: z.int() }),
})
export type Actor = z.infer<typeof Actor>
