import { z } from "zod"
import { CaseId, FileToken, Language } from "../model/ids.ts"
import { IncidentDates } from "../model/incident.ts"
import { call } from "./call.ts"
import { Verdict } from "./deadline.ts"
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
  /** Who does it, as recorded; "" where nobody is named. */
  who: z.string(),
  /** Deadlines and tasks can be ticked off; what else is here ends by itself or by its own fields. */
  canBeDone: z.boolean(),
  /** Of a deadline: what may be said of it; "" of anything else. */
  verdict: z.union([Verdict, z.literal("")]),
  /** Days before it at which somebody wants to be reminded; null: nobody said. */
  remindDays: z.int().nullable(),
})
export type AgendaItem = z.infer<typeof AgendaItem>

const AgendaInput = z.strictObject({
  /** `null`: every case. */
  caseId: CaseId.nullable().default(null),
  /** The day where the person sits. */
  today: z.iso.date(),
  /** Only what this person does; "" is everybody. */
  who: z.string().trim().max(500).default(""),
})

export const agendaCalls = {
  /** Open deadlines, tasks, hearings to come, consents that end and follow-ups, the oldest first. */
  "agenda.list": call({
    input: AgendaInput,
    output: z.strictObject({
      items: z.array(AgendaItem),
      /** Everybody who is named as doing something of it, whatever `who` was asked for. */
      people: z.array(z.string()),
    }),
    faults: ["vault-locked", "not-found"],
  }),
  /**
   * Writes the agenda as iCalendar to a new file inside `target`. Without `withNames` an entry says what sort of thing
   * is due and the case's reference, no title. It leaves the vault unencrypted: explicit and logged.
   */
  "agenda.export": call({
    input: AgendaInput.extend({
      withNames: z.boolean().default(false),
      language: Language.default("en"),
      target: FileToken,
      name: z.string().min(1).max(255).nullable().default(null),
    }),
    output: z.strictObject({ file: FileToken, name: z.string(), events: z.int() }),
    faults: [
      "vault-locked",
      "vault-read-only",
      "not-found",
      "target-exists",
      "disk-full",
      "io-error",
      "permission-denied",
      "bad-input",
    ],
  }),
} as const
