import { z } from "zod"
import { Actor, ActorName, actorKinds, Identifier, nameKinds } from "../model/actor.ts"
import { ActorId, CaseId } from "../model/ids.ts"
import { call } from "./call.ts"
import { listInput, listOutput } from "./list.ts"

const NameInput = z.strictObject({
  text: ActorName.shape.text,
  kind: z.enum(nameKinds).default("legal"),
  language: ActorName.shape.language.default(""),
})

const fields = {
  kind: z.enum(actorKinds),
  names: z.array(NameInput).min(1).max(100),
  identifiers: z.array(Identifier).max(100),
  description: z.string().max(100_000),
  protected: z.boolean(),
}

export const actorCalls = {
  "actor.add": call({
    input: z.strictObject({
      caseId: CaseId,
      kind: fields.kind.default("person"),
      names: fields.names,
      identifiers: fields.identifiers.default([]),
      description: fields.description.default(""),
      protected: fields.protected.default(false),
    }),
    output: Actor,
    faults: ["vault-locked", "vault-read-only", "not-found", "disk-full"],
  }),
  "actor.list": call({
    input: listInput,
    output: listOutput(Actor),
    faults: ["vault-locked", "not-found", "date-unreadable"],
  }),
  "actor.show": call({ input: z.strictObject({ id: ActorId }), output: Actor, faults: ["vault-locked", "not-found"] }),
  "actor.update": call({
    input: z.strictObject({ id: ActorId, patch: z.strictObject(fields).partial() }),
    output: Actor,
    faults: ["vault-locked", "vault-read-only", "not-found", "disk-full"],
  }),
  /** Spellings that are not recorded yet, for somebody to confirm: romanised, and short forms. None for groups. */
  "actor.proposeNames": call({
    input: z.strictObject({ id: ActorId }),
    output: z.strictObject({
      names: z.array(z.strictObject({ text: ActorName.shape.text, kind: ActorName.shape.kind })),
    }),
    faults: ["vault-locked", "not-found"],
  }),
  /** The pseudonyms drawn for one audience; draws those still missing for protected actors of the case. */
  "pseudonym.list": call({
    input: z.strictObject({ caseId: CaseId, audience: z.string().trim().min(1).max(200) }),
    output: z.strictObject({ pseudonyms: z.array(z.strictObject({ actorId: ActorId, text: z.string() })) }),
    faults: ["vault-locked", "not-found", "disk-full"],
  }),
} as const
