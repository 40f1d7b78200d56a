import { z } from "zod"
import { ActorId, CaseId, IncidentId } from "../model/ids.ts"
import { Incident, placePrecisions, verifications } from "../model/incident.ts"
import { involvementRoles } from "../model/link.ts"
import { call } from "./call.ts"
import { listInput, listOutput } from "./list.ts"

const fields = {
  title: z.string().trim().min(1).max(500),
  /** EDTF, or plain words that the engine understands ("March 2017?", "4–9 марта 2017"); "" is unknown. */
  dates: z.string().trim().max(200),
  place: z.string().trim().max(500),
  placePrecision: z.enum(placePrecisions),
  narrative: z.string().max(10_000_000),
  rights: z.array(z.string().trim().min(1).max(100)).max(60),
  verification: z.enum(verifications),
}

export const Involvement = z.strictObject({
  id: z.uuid(),
  actorId: ActorId,
  incidentId: IncidentId,
  role: z.enum(involvementRoles),
  note: z.string(),
  actorLabel: z.string(),
  actorProtected: z.boolean(),
  incidentLabel: z.string(),
})
export type Involvement = z.infer<typeof Involvement>

export const incidentCalls = {
  "incident.add": call({
    input: z.strictObject({
      caseId: CaseId,
      title: fields.title,
      dates: fields.dates.default(""),
      place: fields.place.default(""),
      placePrecision: fields.placePrecision.default("unknown"),
      narrative: fields.narrative.default(""),
      rights: fields.rights.default([]),
      verification: fields.verification.default("unverified"),
    }),
    output: Incident,
    faults: ["vault-locked", "vault-read-only", "not-found", "date-unreadable", "disk-full"],
  }),
  "incident.list": call({
    input: listInput,
    output: listOutput(Incident),
    faults: ["vault-locked", "not-found", "date-unreadable"],
  }),
  "incident.show": call({
    input: z.strictObject({ id: IncidentId }),
    output: Incident,
    faults: ["vault-locked", "not-found"],
  }),
  "incident.update": call({
    input: z.strictObject({ id: IncidentId, patch: z.strictObject(fields).partial() }),
    output: Incident,
    faults: ["vault-locked", "vault-read-only", "not-found", "date-unreadable", "disk-full"],
  }),
  /** Says who was in an incident, as what. */
  "involvement.add": call({
    input: z.strictObject({
      incidentId: IncidentId,
      actorId: ActorId,
      role: z.enum(involvementRoles),
      note: z.string().max(2000).default(""),
    }),
    output: Involvement,
    faults: ["vault-locked", "vault-read-only", "not-found", "disk-full"],
  }),
  "involvement.list": call({
    input: z.strictObject({ incidentId: IncidentId.optional(), actorId: ActorId.optional() }),
    output: z.strictObject({ involvements: z.array(Involvement) }),
    faults: ["vault-locked"],
  }),
  "involvement.remove": call({
    input: z.strictObject({ id: z.uuid() }),
    output: z.strictObject({ id: z.uuid() }),
    faults: ["vault-locked", "vault-read-only", "not-found"],
  }),
} as const
