import type { Input } from "../../../shared/contract/contract.ts"
import { isChecked, type Known, type TimeUnit, timeUnits, unknownIn } from "../../../shared/deadlines/rule.ts"
import { rules } from "../../../shared/deadlines/rules.ts"
import { amountWords } from "../../../shared/deadlines/steps.ts"
import { showEdtf } from "../../../shared/dates.ts"
import type { Command, OptionSpec } from "../command.ts"
import { chosenCase } from "../find.ts"
import { type Given, UsageError } from "../given.ts"
import { caseOption } from "../listing.ts"
import { facts, table } from "../print.ts"
import { findRecord } from "../record-fields.ts"

const rulesCommand: Command = {
  name: "deadline rules",
  summary: "list the rules that deadlines are computed from, and how much is not known of each",
  operands: [],
  options: {},
  examples: ["deadline rules", "deadline rules --json"],
  vault: "none",
  run: () => {
    const listed = rules.map((rule) => ({ ...rule, unknown: unknownIn(rule) }))
    const rows = listed.map((rule) => [
      rule.id,
      rule.article,
      rule.title.en,
      rule.amount === null || rule.unit === null ? "not read" : amountWords(rule.amount, rule.unit, "en"),
      rule.startEvent?.en ?? "not read",
      String(rule.unknown.length),
    ])
    const unknown = listed.reduce((sum, rule) => sum + rule.unknown.length, 0)
    const lines = [
      ...table(["RULE", "ARTICLE", "WHAT", "HOW LONG", "COUNTED FROM", "NOT KNOWN"], rows, ""),
      `${listed.length} rules, ${listed.filter(isChecked).length} checked by a lawyer; ${unknown} facts are not known.`,
    ]
    return Promise.resolve({ result: { rules: listed, unknown }, lines })
  },
}

const known = ["yes", "no", "unknown"] as const

const counting: Readonly<Record<string, OptionSpec>> = {
  rule: { takes: "ID", help: "a rule of the list; see `deadline rules`" },
  own: { takes: "TEXT", help: "or a rule of your own: what it says" },
  amount: { takes: "N", help: "with --own: how many" },
  unit: { takes: "UNIT", help: "with --own: of what", oneOf: timeUnits },
  "first-day": { takes: "YES-NO", help: "with --own: whether the first day counts", oneOf: known },
  moves: { takes: "YES-NO", help: "with --own: whether it moves from a day off to the next working day", oneOf: known },
  counted: { takes: "TEXT", help: "with --own: from what it is counted" },
  source: { takes: "TEXT", help: "with --own: where it says so" },
  start: { takes: "DATE", required: true, help: 'when it began: EDTF or words, such as "4 March 2026"' },
  time: { takes: "HH:MM", help: "the hour of the start, where it is counted in hours" },
  "day-off": { takes: "DAY", help: "a further day that nobody works on; may be given again", many: true },
  language: { takes: "LANG", help: "en, ru or kk (default en)", oneOf: ["en", "ru", "kk"] },
}

const oneOf = <T extends string>(among: readonly T[], given: Given, name: string, otherwise: T): T => {
  const text = given.text(name)
  const found = among.find((one) => one === text)
  if (text !== undefined && found === undefined) throw new UsageError(`--${name} is one of: ${among.join(", ")}.`)
  return found ?? otherwise
}

const ruleOf = (given: Given): Input<"deadline.compute">["rule"] => {
  const [listed, own] = [given.text("rule"), given.text("own")]
  if ((listed === undefined) === (own === undefined)) throw new UsageError("Give --rule or --own, one of the two.")
  if (listed !== undefined) return listed
  const amount = given.number("amount", 1)
  if (amount === undefined || given.text("unit") === undefined) throw new UsageError("--own needs --amount and --unit.")
  return {
    title: own ?? "",
    amount,
    unit: oneOf<TimeUnit>(timeUnits, given, "unit", "days"),
    firstDayCounted: oneOf<Known>(known, given, "first-day", "unknown"),
    movesFromDayOff: oneOf<Known>(known, given, "moves", "unknown"),
    startEvent: given.text("counted") ?? "",
    source: given.text("source") ?? "",
  }
}

const languages = ["en", "ru", "kk"] as const

const inputOf = (given: Given): Input<"deadline.compute"> => ({
  rule: ruleOf(given),
  start: given.required("start"),
  startTime: given.text("time") ?? "",
  daysOff: [...given.all("day-off")],
  language: oneOf<(typeof languages)[number]>(languages, given, "language", "en"),
})

const compute: Command = {
  name: "deadline compute",
  summary: "compute the last day of a time, and show the working",
  operands: [],
  options: counting,
  examples: [
    'deadline compute --rule kz-cpc-106-learned --start "6 February 2026"',
    'deadline compute --own "Reply asked for in the letter" --amount 2 --unit months --first-day no --moves no --start 2026-01-31',
  ],
  vault: "none",
  run: async (work, given) => {
    const result = await work.call("deadline.compute", inputOf(given))
    return { result, lines: [showEdtf(result.edtf, "en"), ...result.working.map((line) => `  ${line}`)] }
  },
}

const add: Command = {
  name: "deadline add",
  summary: "compute a deadline and record it; --due keeps another day beside the computed one",
  operands: [],
  options: {
    ...caseOption,
    ...counting,
    title: { takes: "TEXT", help: "what is due (default: what the rule is about)" },
    of: { takes: "RECORD", help: 'what it belongs to: id or title, or "proceeding:title"' },
    due: { takes: "DATE", help: "the day to keep, where it is another than the computed one" },
    reason: { takes: "TEXT", help: "with --due: why it differs" },
    who: { takes: "NAME", help: "who does it" },
    again: { takes: "RECORD", help: "count this recorded deadline anew instead; its edited day stays" },
  },
  examples: [
    'deadline add --rule kz-civil-appeal --start 2026-02-18 --of "proceeding:Appeal on the fine" --who Aigerim --vault ~/matters',
  ],
  vault: "option",
  run: async (work, given) => {
    const { id: caseId } = await chosenCase(work, given)
    const where = { work, given, caseId }
    const [of, again] = [given.text("of"), given.text("again")]
    const belongs = ["proceeding", "decision", "submission", "incident", "consent"] as const
    const result = await work.call("deadline.save", {
      ...inputOf(given),
      caseId,
      id: again === undefined ? null : (await findRecord(where, ["deadline"], again)).id,
      of: of === undefined ? null : await findRecord(where, belongs, of),
      title: given.text("title") ?? "",
      due: given.text("due") ?? "",
      editedReason: given.text("reason") ?? "",
      who: given.text("who") ?? "",
    })
    const said = (name: string): string => {
      const value = result.fields[name]
      return typeof value === "string" ? value : ""
    }
    return {
      result,
      lines: facts([
        ["Recorded", result.id],
        ["Due", said("due")],
        ["Computed", said("computed")],
      ]),
    }
  },
}

export const deadlineCommands: readonly Command[] = [rulesCommand, compute, add]
