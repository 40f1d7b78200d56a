import type { RecordView } from "../../../shared/contract/record.ts"
import { showEdtf } from "../../../shared/dates.ts"
import { Fault } from "../../../shared/faults.ts"
import {
  type FieldValue,
  type FieldValues,
  type PlainKind,
  plainKinds,
  type RecordKind,
  recordKinds,
} from "../../../shared/model/field.ts"
import { kindOf, kinds } from "../../../shared/model/kinds.ts"
import type { Command, OptionSpec } from "../command.ts"
import { chosenCase } from "../find.ts"
import { type Given, UsageError } from "../given.ts"
import { caseOption, countLine } from "../listing.ts"
import { table } from "../print.ts"
import { searchCommand } from "./search.ts"
import { bulkCommand } from "./record-bulk.ts"
import { mergeCommand } from "./record-merge.ts"
import { findRecord, type Looking, patchOf } from "../record-fields.ts"
import { whereOf, whereOption } from "../where.ts"
import type { Work } from "../work.ts"

const looking = async (work: Work, given: Given): Promise<Looking> => {
  const { id: caseId } = await chosenCase(work, given)
  return { work, given, caseId }
}

const setOption: Readonly<Record<string, OptionSpec>> = {
  set: {
    takes: "NAME=VALUE",
    help: "an answer; see `record kinds KIND`; empty takes it back; may be repeated",
    many: true,
  },
}

const plainKind = (text: string): PlainKind => {
  const found = plainKinds.find((kind) => kind === text)
  if (found === undefined) throw new UsageError(`The kind is one of: ${plainKinds.join(", ")}.`)
  return found
}

const anyKind = (text: string): RecordKind => {
  const found = recordKinds.find((kind) => kind === text)
  if (found === undefined) throw new UsageError(`The kind is one of: ${recordKinds.join(", ")}.`)
  return found
}

const shownValue = (value: FieldValue): string => (typeof value === "object" ? JSON.stringify(value) : String(value))

const shownFields = (fields: FieldValues): string[] =>
  Object.entries(fields).map(([name, value]) => `  ${name}: ${shownValue(value)}`)

const shown = (record: RecordView): string[] => [
  `${record.kind} ${record.id}`,
  ...(record.title === "" ? [] : [`  ${record.title}`]),
  ...(record.parent === null ? [] : [`  part of ${record.parent.kind} ${record.parent.id}`]),
  ...shownFields(record.fields),
]

const kindsCommand: Command = {
  name: "record kinds",
  summary: "show the kinds of records, or what one kind holds",
  operands: ["[KIND]"],
  options: {},
  examples: ["record kinds", "record kinds act"],
  vault: "none",
  run: (_work, given) => {
    const [name] = given.operands
    if (name === undefined) {
      const rows = Object.values(kinds).map((one) => [one.kind, one.label.en, one.parents.join(", ")])
      return Promise.resolve({
        result: { kinds: Object.values(kinds) },
        lines: table(["KIND", "", "PART OF"], rows, ""),
      })
    }
    const kind = kindOf(anyKind(name))
    const rows = Object.entries(kind.fields).map(([field, one]) => [
      field,
      one.type === "term" || one.type === "terms" ? `${one.type} of ${one.list}` : one.type,
      one.label.en,
    ])
    return Promise.resolve({ result: kind, lines: table(["FIELD", "TYPE", ""], rows, "") })
  },
}

const add: Command = {
  name: "record add",
  summary: "record an act, a statement, a claim, a proceeding, a consent …",
  operands: ["KIND"],
  options: {
    ...caseOption,
    ...setOption,
    of: { takes: "RECORD", help: 'what it is a part of: id or title, or "incident:title"' },
  },
  examples: [
    'record add act --of "The office is searched" --set type=search-office --set dates="4 March 2017" --set warrant=no --vault ~/matters',
    'record add claim --set "text=Held in the same cell for nine days" --set "about=The office is searched" --vault ~/matters',
  ],
  vault: "option",
  run: async (work, given) => {
    const kind = plainKind(given.operand(0))
    const where = await looking(work, given)
    const of = given.text("of")
    const { parents } = kindOf(kind)
    if (of !== undefined && parents.length === 0) throw new UsageError(`A ${kind} is a part of nothing.`)
    const parent = of === undefined ? null : await findRecord(where, parents, of)
    const fields = (await patchOf(where, kindOf(kind), given.all("set"))) as FieldValues
    const result = await work.call("record.add", { caseId: where.caseId, kind, parent, fields })
    return { result, lines: [result.id] }
  },
}

const list: Command = {
  name: "record list",
  summary: "list the records of one kind",
  operands: ["KIND"],
  options: {
    ...caseOption,
    of: { takes: "RECORD", help: "only parts of it" },
    query: { takes: "WORDS", help: "only what holds all of these words" },
    state: { takes: "CODE", help: "only in that state; may be given again", many: true },
    ...whereOption,
    limit: { takes: "N", help: "at most so many (default 200)" },
  },
  examples: [
    "record list act --where type=liberty --where when=2017 --vault ~/matters",
    "record list claim --query cell --where verification=unverified --vault ~/matters",
  ],
  vault: "option",
  run: async (work, given) => {
    const kind = plainKind(given.operand(0))
    const where = await looking(work, given)
    const of = given.text("of")
    const parentId = of === undefined ? null : (await findRecord(where, kindOf(kind).parents, of)).id
    const result = await work.call("record.list", {
      caseId: where.caseId,
      kind,
      parentId,
      query: given.text("query") ?? "",
      states: [...given.all("state")],
      filter: await whereOf(where, [kind]),
      limit: given.number("limit", 1) ?? 200,
    })
    const rows = result.rows.map((one) => [showEdtf(one.dates.edtf, "en"), one.title || one.state, one.state, one.id])
    const lines = table(["DATE", "TITLE", "STATE", "ID"], rows, "There are none here.")
    return { result, lines: [...lines, ...countLine(result.rows.length, result.total, result.all)] }
  },
}

const record = async (work: Work, given: Given) => {
  const kind = anyKind(given.operand(0))
  const where = await looking(work, given)
  return { where, ref: await findRecord(where, [kind], given.operand(1)) }
}

const show: Command = {
  name: "record show",
  summary: "show a record and what names it",
  operands: ["KIND", "RECORD"],
  options: caseOption,
  examples: ['record show proceeding "Appeal of 2017" --vault ~/matters'],
  vault: "option",
  run: async (work, given) => {
    const { ref } = await record(work, given)
    const shownRecord = await work.call("record.show", ref)
    const { pointers } = await work.call("record.pointers", ref)
    const named = pointers.map(
      ({ record: { kind, id, title }, field }) => `  named by ${kind} ${title || id} (${field})`,
    )
    return { result: { ...shownRecord, pointers }, lines: [...shown(shownRecord), ...named] }
  },
}

const set: Command = {
  name: "record set",
  summary: "change answers of any record; earlier ones stay in its history",
  operands: ["KIND", "RECORD"],
  options: { ...caseOption, ...setOption },
  examples: ['record set incident "The office is searched" --set tags=search,2017 --vault ~/matters'],
  vault: "option",
  run: async (work, given) => {
    const { where, ref } = await record(work, given)
    const patch = await patchOf(where, kindOf(ref.kind), given.all("set"))
    const result = await work.call("record.update", { ...ref, patch })
    return { result, lines: shown(result) }
  },
}

const history: Command = {
  name: "record history",
  summary: "show who changed what from what to what",
  operands: ["KIND", "RECORD"],
  options: caseOption,
  examples: ['record history task "Ask for a copy" --vault ~/matters'],
  vault: "option",
  run: async (work, given) => {
    const { ref } = await record(work, given)
    const result = await work.call("record.history", ref)
    const rows = result.changes.map(({ at, byName, field, from, to }) => [
      at,
      byName,
      field,
      JSON.stringify(from),
      JSON.stringify(to),
    ])
    return { result, lines: table(["WHEN", "WHO", "FIELD", "FROM", "TO"], rows, "It was never changed.") }
  },
}

const remove: Command = {
  name: "record remove",
  summary: "remove a record; without --yes it only says what would go with it",
  operands: ["KIND", "RECORD"],
  options: {
    ...caseOption,
    reason: { takes: "TEXT", help: "why; stays in the log" },
    yes: { takes: null, help: "do it" },
  },
  examples: ['record remove task "Ask for a copy" --reason "entered twice" --yes --vault ~/matters'],
  vault: "option",
  run: async (work, given) => {
    const { ref } = await record(work, given)
    const seen = await work.call("record.dangling", ref)
    if (!given.flag("yes")) {
      const lines = [
        `${seen.goes.length} parts and ${seen.links} links would go with it.`,
        ...seen.loses.map(
          ({ record: { kind, title, id }, field }) => `${kind} ${title || id} would lose its ${field}.`,
        ),
        "Nothing was removed. Add --reason and --yes to do it.",
      ]
      return { result: seen, lines }
    }
    const reason = given.text("reason")
    if (reason === undefined || reason.trim() === "") throw new Fault("bad-input", { field: "reason" })
    const result = await work.call("record.remove", { ...ref, reason })
    return { result, lines: [`Removed, with ${result.gone - 1} parts. All of it stays in the history.`] }
  },
}

export const recordCommands: readonly Command[] = [
  kindsCommand,
  add,
  list,
  show,
  set,
  history,
  remove,
  mergeCommand,
  bulkCommand,
  searchCommand,
]
