import type { Output, Parsed } from "../../shared/contract/contract.ts"
import type { RecordView } from "../../shared/contract/record.ts"
import { calendarOf } from "../../shared/deadlines/calendar.ts"
import { compute as count, type Start, startOf } from "../../shared/deadlines/compute.ts"
import { type Count, countOf, isChecked } from "../../shared/deadlines/rule.ts"
import { ruleById } from "../../shared/deadlines/rules.ts"
import { type Verdict, verdictOf } from "../../shared/deadlines/verdict.ts"
import { ownWorkingOf, ruleWords, workingOf } from "../../shared/deadlines/working.ts"
import { Fault } from "../../shared/faults.ts"
import type { FieldValues } from "../../shared/model/field.ts"
import type { WriteTx } from "../vault/tx.ts"
import { readDates } from "./dates.ts"
import { saidIn } from "./grade.ts"
import * as records from "./record.ts"
import type { FieldPatch } from "./record-fields.ts"

const startIn = ({ start, startTime }: Parsed<"deadline.compute">): { edtf: string; start: Start } => {
  const { edtf } = readDates(start)
  const found = startOf(edtf, startTime)
  if (found === undefined) throw new Fault("start-open")
  return { edtf, start: found }
}

const counted = (rule: Count, start: Start, daysOff: readonly string[]) => {
  const found = count(rule, start, calendarOf(daysOff))
  if (found === undefined) throw new Fault("beyond-calendar")
  return found
}

/** @throws Fault "not-found", "rule-incomplete" */
const listed = (id: string) => {
  const rule = ruleById(id)
  if (rule === undefined) throw new Fault("not-found", { kind: "rule" })
  const known = countOf(rule)
  if (known === undefined) throw new Fault("rule-incomplete")
  return { rule, known }
}

/** @throws Fault "not-found", "date-unreadable", "start-open", "rule-incomplete", "beyond-calendar" */
export const compute = (input: Parsed<"deadline.compute">): Output<"deadline.compute"> => {
  const { edtf: startEdtf, start } = startIn(input)
  const { language, daysOff, rule } = input
  if (typeof rule !== "string") {
    const found = counted(rule, start, daysOff)
    const working = ownWorkingOf(rule, found, language)
    return shownOf(startEdtf, found, { checked: false, source: rule.source, working })
  }
  const { rule: row, known } = listed(rule)
  const found = counted(known, start, daysOff)
  const working = workingOf(row, found, start.latest, language)
  return shownOf(startEdtf, found, { checked: isChecked(row), source: row.source, working })
}

const shownOf = (
  start: string,
  { edtf, earliest, latest, readings }: ReturnType<typeof counted>,
  said: Pick<Output<"deadline.compute">, "checked" | "source" | "working">,
): Output<"deadline.compute"> => ({ start, edtf, earliest, latest, readings: [...readings], ...said })

/** The rule as the record keeps it: in words, so that it stays readable when the list changes. */
const ruleFields = ({ rule, language }: Parsed<"deadline.save">): FieldPatch => {
  if (typeof rule !== "string") {
    const { title, startEvent, amount, unit, firstDayCounted, movesFromDayOff, source } = rule
    return {
      ruleId: null,
      rule: title,
      startEvent,
      amount,
      unit,
      ...knownFields({ firstDayCounted, movesFromDayOff }),
      source,
    }
  }
  const { rule: row, known } = listed(rule)
  return {
    ruleId: row.id,
    rule: ruleWords(row, language),
    startEvent: row.startEvent?.[language] ?? null,
    amount: known.amount,
    unit: known.unit,
    ...knownFields(known),
    source: row.source,
    ...(isChecked(row) ? { verified: "yes", checkedBy: row.checkedBy, checkedOn: row.checkedOn } : {}),
  }
}

const knownFields = (known: Pick<Count, "firstDayCounted" | "movesFromDayOff">): FieldPatch =>
  Object.fromEntries(
    Object.entries(known).map(([name, said]) => [name, said === "unknown" ? { unsaid: "unknown" as const } : said]),
  )

/** The day by hand: given now, or given before and not the computed one of then; else the nearest computed one. */
const dueOf = (input: Parsed<"deadline.save">, old: FieldValues, earliest: string): string => {
  if (input.due !== "") return readDates(input.due).edtf
  const before = saidIn(old, "due")
  return before === "" || before === computedDue(old) ? earliest : before
}

const computedDue = (fields: FieldValues): string => {
  const computed = saidIn(fields, "computed")
  return computed === "" ? "" : readDates(computed).earliest
}

/** Whether somebody put another day in place of the computed one. */
const isEdited = (fields: FieldValues): boolean => {
  const due = saidIn(fields, "due")
  return due !== "" && saidIn(fields, "computed") !== "" && due !== computedDue(fields)
}

/** @throws Fault "not-found", "date-unreadable", "start-open", "rule-incomplete", "beyond-calendar" */
export const save = (tx: WriteTx, input: Parsed<"deadline.save">, newId: string): RecordView => {
  const found = compute(input)
  const old = input.id === null ? {} : records.show(tx, { kind: "deadline", id: input.id }).fields
  const rule = ruleFields(input)
  const sameRule = saidIn(old, "rule") === rule["rule"]
  const fields: FieldPatch = {
    ...rule,
    // A lawyer's word was about that rule, not about another one.
    ...(sameRule || rule["verified"] !== undefined ? {} : { verified: "no", checkedBy: null, checkedOn: null }),
    start: found.start,
    startTime: input.startTime,
    daysOff: input.daysOff.join(", "),
    computed: found.edtf,
    working: found.working.join("\n"),
    due: dueOf(input, old, found.earliest),
    ...(input.editedReason === "" ? {} : { editedReason: input.editedReason }),
    ...(input.title === "" ? {} : { title: input.title }),
    ...(input.who === "" ? {} : { who: input.who }),
    ...(input.of === null ? {} : { of: input.of }),
  }
  if (input.id !== null) return records.update(tx, { kind: "deadline", id: input.id }, fields)
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== ""))
  const title = input.title === "" ? (saidIn(given as FieldValues, "rule").split(" — ")[0] ?? "") : input.title
  return records.add(tx, {
    id: newId,
    kind: "deadline",
    caseId: input.caseId,
    parent: null,
    fields: { ...given, title },
  })
}

/**
 * How a recorded deadline stands today. One that follows from no rule was set by somebody (a court, a letter): its day
 * is what it is. An edited day is judged as the person put it.
 */
export const verdictOn = (fields: FieldValues, today: string): Verdict | "" => {
  const due = saidIn(fields, "due")
  const span = startOf(isEdited(fields) || saidIn(fields, "computed") === "" ? due : saidIn(fields, "computed"))
  if (span === undefined) return ""
  const isDone = fields["done"] === "yes"
  const doneOn = startOf(saidIn(fields, "doneOn"))
  const open = { earliest: "1000-01-01", latest: "2999-12-31" }
  return verdictOf({
    earliest: span.earliest,
    latest: span.latest,
    doubtful: span.doubtful,
    byTheHour: fields["unit"] === "hours",
    verified: (saidIn(fields, "rule") === "" && saidIn(fields, "computed") === "") || fields["verified"] === "yes",
    done: isDone ? (doneOn ?? open) : null,
    today,
  })
}
