import { z } from "zod"
import { AnchorPlace } from "../model/anchor.ts"
import { ActorId, EvidenceId, IncidentId, LinkId } from "../model/ids.ts"
import { Link, LinkGrade, LinkTarget, linkRelations } from "../model/link.ts"
import { call } from "./call.ts"

export const linkCalls = {
  /** Makes the anchor and its link in one act. */
  "link.add": call({
    input: z.strictObject({
      evidenceId: EvidenceId,
      place: AnchorPlace,
      target: LinkTarget,
      relation: z.enum(linkRelations).default("supports"),
      comment: z.string().max(20_000).default(""),
      grade: LinkGrade.prefault({ reliability: "", credibility: "" }),
    }),
    output: Link,
    faults: ["vault-locked", "vault-read-only", "not-found", "bad-input", "disk-full"],
  }),
  /** From any end: those of an item, of an incident, of an actor. */
  "link.list": call({
    input: z.strictObject({
      evidenceId: EvidenceId.optional(),
      incidentId: IncidentId.optional(),
      actorId: ActorId.optional(),
      /** Any other record that passages can be linked to. */
      recordId: z.uuid().optional(),
    }),
    output: z.strictObject({ links: z.array(Link) }),
    faults: ["vault-locked"],
  }),
  "link.update": call({
    input: z.strictObject({
      id: LinkId,
      patch: z.strictObject({ relation: z.enum(linkRelations), comment: z.string().max(20_000) }).partial(),
    }),
    output: Link,
    faults: ["vault-locked", "vault-read-only", "not-found", "disk-full"],
  }),
  "link.remove": call({
    input: z.strictObject({ id: LinkId }),
    output: z.strictObject({ id: LinkId }),
    faults: ["vault-locked", "vault-read-only", "not-found"],
  }),
  /** Undo of a removal: the same link under the same id. */
  "link.restore": call({
    input: z.strictObject({ id: LinkId }),
    output: Link,
    faults: ["vault-locked", "vault-read-only", "not-found"],
  }),
} as const
