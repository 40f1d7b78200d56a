import { z } from "zod"
import type { AgendaItem } from "../../shared/contract/agenda.ts"
import type { Output, Parsed } from "../../shared/contract/contract.ts"
import { edtfBounds, parseEdtf } from "../../shared/edtf.ts"
import type { CaseId } from "../../shared/model/ids.ts"
import type { IncidentDates } from "../../shared/model/incident.ts"
import { type Sql, sql } from "../vault/sql.ts"
import type { ReadTx } from "../vault/tx.ts"
import * as cases from "./case.ts"

/** Which field says until when. A hearing that is over is no longer on the agenda; the others stay until done. */
const dueFields = {
  deadline: "due",
  task: "due",
  hearing: "on",
  consent: "validUntil",
  decision: "followUpOn",
  submission: "followUpOn",
} as const
type DueKind = keyof typeof dueFields
const dueKinds = Object.keys(dueFields) as DueKind[]

/** Exported so that a test can look at its plan. */
export const dueStatement = (caseId: CaseId, kind: DueKind): Sql =>
  sql`SELECT t.id, t.kind, t.title, t.state, json_extract(t.fields, ${`$.${dueFields[kind]}`}) AS due
      FROM records t WHERE t.case_id = ${caseId} AND t.kind = ${kind}
        AND coalesce(json_extract(t.fields, '$.done'), '') <> 'yes'`

const DueRow = z.object({
  id: z.string(),
  kind: z.enum(["deadline", "task", "hearing", "consent", "decision", "submission"]),
  title: z.string(),
  state: z.string(),
  due: z.string().nullable(),
})

const datesOf = (edtf: string): IncidentDates | undefined => {
  const parsed = parseEdtf(edtf)
  if (parsed === undefined) return undefined
  const { earliest, latest } = edtfBounds(parsed)
  return { edtf, earliest: earliest || latest, latest: latest || earliest }
}

const dayMs = 86_400_000

/** By the first day that it may mean: an uncertain date is taken to be the nearer one. Exported for its test. */
export const partOf = ({ earliest }: IncidentDates, today: string): AgendaItem["part"] => {
  const days = (Date.parse(earliest) - Date.parse(today)) / dayMs
  if (days < 0) return "overdue"
  if (days <= 7) return "days-7"
  if (days <= 30) return "days-30"
  return days <= 90 ? "days-90" : "later"
}

/** @throws Fault "not-found" */
export const list = (tx: ReadTx, { caseId, today }: Parsed<"agenda.list">): Output<"agenda.list"> => {
  const chosen = caseId === null ? cases.list(tx) : [cases.show(tx, caseId)]
  const items = chosen.flatMap(({ id, title: caseTitle, reference: caseReference }) =>
    dueKinds.flatMap((kind) =>
      tx.all(dueStatement(id, kind)).flatMap((source): AgendaItem[] => {
        const row = DueRow.parse(source)
        // "Unknown" and "refused" come as JSON, which is no date.
        const due = datesOf(row.due ?? "")
        if (due === undefined || (kind === "hearing" && due.latest < today)) return []
        const record = { kind: row.kind, id: row.id, title: row.title, state: row.state, type: "" }
        return [{ record, caseId: id, caseTitle, caseReference, due, part: partOf(due, today) }]
      }),
    ),
  )
  const key = ({ due, record }: AgendaItem): string => `${due.earliest} ${due.latest} ${record.id}`
  return { items: items.sort((a, b) => (key(a) < key(b) ? -1 : 1)) }
}
