import { z } from "zod"
import type { AgendaItem } from "../../shared/contract/agenda.ts"
import type { Output, Parsed } from "../../shared/contract/contract.ts"
import { edtfBounds, parseEdtf } from "../../shared/edtf.ts"
import type { CaseId } from "../../shared/model/ids.ts"
import type { IncidentDates } from "../../shared/model/incident.ts"
import type { FieldValues } from "../../shared/model/field.ts"
import { append } from "../vault/audit.ts"
import { type Sql, sql } from "../vault/sql.ts"
import type { ReadTx, WriteTx } from "../vault/tx.ts"
import * as cases from "./case.ts"
import { verdictOn } from "./deadline.ts"
import { saidIn } from "./grade.ts"

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
  sql`SELECT t.id, t.kind, t.title, t.state, json_extract(t.fields, ${`$.${dueFields[kind]}`}) AS due, t.fields
      FROM records t WHERE t.case_id = ${caseId} AND t.kind = ${kind}
        AND coalesce(json_extract(t.fields, '$.done'), '') <> 'yes'`

const DueRow = z.object({
  id: z.string(),
  kind: z.enum(["deadline", "task", "hearing", "consent", "decision", "submission"]),
  title: z.string(),
  state: z.string(),
  due: z.string().nullable(),
  fields: z.string(),
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

const folded = (name: string): string => name.normalize("NFC").trim().toLowerCase()

interface OfCase {
  readonly id: CaseId
  readonly title: string
  readonly reference: string
}

const itemOf = (source: unknown, { id, title, reference }: OfCase, today: string): AgendaItem | undefined => {
  const row = DueRow.parse(source)
  // "Unknown" and "refused" come as JSON, which is no date.
  const due = datesOf(row.due ?? "")
  if (due === undefined || (row.kind === "hearing" && due.latest < today)) return undefined
  const fields = JSON.parse(row.fields) as FieldValues
  const remind = fields["remindDays"]
  return {
    record: { kind: row.kind, id: row.id, title: row.title, state: row.state, type: "" },
    caseId: id,
    caseTitle: title,
    caseReference: reference,
    due,
    part: partOf(due, today),
    who: saidIn(fields, "who"),
    canBeDone: row.kind === "deadline" || row.kind === "task",
    verdict: row.kind === "deadline" ? verdictOn(fields, today) : "",
    remindDays: typeof remind === "number" && Number.isInteger(remind) && remind >= 0 ? remind : null,
  }
}

/** @throws Fault "not-found" */
export const list = (tx: ReadTx, { caseId, today, who }: Parsed<"agenda.list">): Output<"agenda.list"> => {
  const chosen = caseId === null ? cases.list(tx) : [cases.show(tx, caseId)]
  const all = chosen.flatMap((one) =>
    dueKinds.flatMap((kind) =>
      tx.all(dueStatement(one.id, kind)).flatMap((source) => itemOf(source, one, today) ?? []),
    ),
  )
  const key = ({ due, record }: AgendaItem): string => `${due.earliest} ${due.latest} ${record.id}`
  const items = who === "" ? all : all.filter((item) => folded(item.who) === folded(who))
  const people = new Map(all.filter((item) => item.who !== "").map((item) => [folded(item.who), item.who.trim()]))
  return {
    items: items.sort((a, b) => (key(a) < key(b) ? -1 : 1)),
    people: [...people.values()].sort((a, b) => (a < b ? -1 : 1)),
  }
}

/** Said before the first byte is in the clear, so that no crash can hide that it was. */
export const exportBegins = (tx: WriteTx, caseId: CaseId | null): void => {
  append(tx, { verb: "agenda.exported", subjectKind: "case", subjectId: caseId ?? "" })
}
