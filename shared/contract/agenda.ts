import { z } from "zod"
import { CaseId } from "../model/ids.ts"
import { IncidentDates } from "../model/incident.ts"
import { call } from "./call.ts"
import { RecordLabel } from "./record.ts"

/** How near it is: past its last possible day, within so many days, or later. */
export const agendaParts = ["overdue", "days-7", "days-30", "days-90", "later"] as const

/** `due`: until when, as recorded; for a hearing, when. `caseTitle`, `caseReference`: whose it is. */
export const AgendaItem = z.strictObject({
  record: RecordLabel,
  caseId: CaseId,
  caseTitle: z.string(),
  caseReference: z.string(),
  due: IncidentDates,
  part: z.enum(agendaParts),
})
export type AgendaItem = z.infer<typeof AgendaItem>

export const agendaCalls = {
  /** Open deadlines, tasks, hearings to come, consents that end and follow-ups, the oldest first. `null`: every case. */
  "agenda.list": call({
    input: z.strictObject({ caseId: CaseId.nullable().default(null), today: z.iso.date() }),
    output: z.strictObject({ items: z.array(AgendaItem) }),
    faults: ["vault-locked", "not-found"],
  }),
} as const
