import { z } from "zod"
import { ActorId, CaseId } from "../model/ids.ts"
import { call } from "./call.ts"

/** Why somebody may be named: agreed, agreed until today, decided and recorded for an official, or on a recorded basis. */
export const namingGrounds = ["agreed", "expires-today", "official", "basis"] as const
/** Why somebody may not be named. */
export const namingBars = [
  "none",
  "other-audience",
  "other-purpose",
  "refused",
  "withdrawn",
  "expired",
  "not-yet",
  "unclear",
  "cannot-ask",
  "protected",
] as const

const NamingVerdict = z.strictObject({
  allowed: z.boolean(),
  why: z.enum([...namingGrounds, ...namingBars]),
  /** The consent that decided it, or "". */
  consentId: z.string(),
  /** Where it was given to one recipient alone: to whom. */
  recipient: z.string(),
  /** EDTF of the last day, or "". */
  until: z.string(),
})
export type NamingVerdict = z.infer<typeof NamingVerdict>

export const consentCalls = {
  /** People × audiences: who may be named where, and why not. `on`: ISO day; today unless given. */
  "consent.matrix": call({
    input: z.strictObject({ caseId: CaseId, on: z.union([z.iso.date(), z.literal("")]).default("") }),
    output: z.strictObject({
      on: z.iso.date(),
      /** Codes of the list of audiences, in its order; own terms after them. */
      audiences: z.array(z.string()),
      people: z.array(
        z.strictObject({
          actorId: ActorId,
          label: z.string(),
          protected: z.boolean(),
          /** A risk is recorded for the person. */
          atRisk: z.boolean(),
          /** In the order of `audiences`. */
          cells: z.array(NamingVerdict),
        }),
      ),
    }),
    faults: ["vault-locked", "not-found"],
  }),
} as const
