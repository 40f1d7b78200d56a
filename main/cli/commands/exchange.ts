import { basename, dirname } from "node:path"
import type { Command } from "../command.ts"
import { chosenCase, findCase } from "../find.ts"
import { caseOption } from "../listing.ts"
import { UsageError } from "../given.ts"
import { findRecord } from "../record-fields.ts"
import { contract } from "../../../shared/contract/contract.ts"
import { kindOf } from "../../../shared/model/kinds.ts"
import { facts } from "../print.ts"

const exportCase: Command = {
  name: "case export",
  summary: "write a whole case to a JSON file: unredacted, and logged",
  operands: ["CASE"],
  options: {
    to: { takes: "FILE", required: true, help: "a new file" },
    "with-files": { takes: null, help: "originals too, in the clear, in a folder beside it" },
    ftm: { takes: null, help: "as FollowTheMoney entities instead, without protected people" },
    "with-protected": { takes: null, help: "with --ftm: protected people as well" },
  },
  examples: [
    "case export 2017/12 --to ~/2017-12.json --with-files --vault ~/matters",
    "case export 2017/12 --ftm --to ~/2017-12.ftm.json --vault ~/matters",
  ],
  vault: "option",
  run: async (work, given) => {
    const { id: caseId } = await findCase(work, given.operand(0))
    const to = work.absolute(given.required("to"))
    const ftm = given.flag("ftm")
    const made = await work.longCall("exchange.exportCase", {
      caseId,
      target: work.offer(dirname(to)),
      name: basename(to),
      format: ftm ? "ftm" : "saqta",
      withFiles: given.flag("with-files"),
      withProtected: given.flag("with-protected"),
    })
    const file = work.pathOf(made.file)
    const warning = ftm
      ? `${made.leftOut} protected people were left out. Nothing else was redacted.`
      : "It is not redacted: it names everybody. Keep it as you keep the vault."
    const lines = facts([
      ["Written", file],
      ["Originals", made.files === 0 ? "none" : `${made.files} in ${made.filesFolder}`],
    ])
    return { result: { ...made, file }, lines: [...lines, warning] }
  },
}

const importCase: Command = {
  name: "case import",
  summary: "take in a case from a JSON file that case export wrote: all of it or nothing",
  operands: ["FILE"],
  options: { "as-new": { takes: null, help: "as a new case, beside the one that is here" } },
  examples: ["case import ~/2017-12.json --vault ~/matters"],
  vault: "option",
  run: async (work, given) => {
    const file = work.offer(given.operand(0))
    const result = await work.longCall("exchange.importCase", { file, asNew: given.flag("as-new") })
    const { incidents, actors, evidence, records } = result
    const counts = `${incidents} incidents, ${actors} people, ${evidence} items, ${records} other records.`
    return { result, lines: [result.id, counts] }
  },
}

const tableInput = contract["exchange.importTable"].input.shape
const encodings = { auto: "auto", "utf-8": "utf-8", "utf-16": "utf-16le", cp1251: "windows-1251" } as const

const columnsOf = (text: string): { column: string; field: string }[] =>
  text.split(",").map((pair) => {
    const at = pair.lastIndexOf("=")
    if (at < 1) throw new UsageError('Write --map "Column=field,Column=field".')
    return { column: pair.slice(0, at).trim(), field: pair.slice(at + 1).trim() }
  })

const shownBad = ({ row, field, fault }: { row: number; field: string; fault: string }): string =>
  `Row ${row}: ${fault}${field === "" ? "" : ` (${field})`}`

const importTable: Command = {
  name: "import table",
  summary: "record each row of a CSV file: all rows or none",
  operands: ["FILE"],
  options: {
    ...caseOption,
    kind: { takes: "KIND", required: true, help: "incident, actor, or a kind of `record kinds`" },
    map: { takes: "COLUMN=FIELD,…", required: true, help: "which column says what" },
    of: { takes: "RECORD", help: "what all of them are a part of" },
    encoding: { takes: "NAME", help: "told from the bytes unless given", oneOf: Object.keys(encodings) },
    "dry-run": { takes: null, help: "write nothing, and say what would be" },
    "skip-bad-rows": { takes: null, help: "record the rows that fit" },
  },
  examples: ['import table people.csv --kind actor --map "ФИО=name,Телефон=phone" --dry-run --vault ~/matters'],
  vault: "option",
  run: async (work, given) => {
    const kind = tableInput.kind.safeParse(given.required("kind"))
    if (!kind.success) throw new UsageError(`The kind is one of: ${tableInput.kind.options.join(", ")}.`)
    const { id: caseId } = await chosenCase(work, given)
    const of = given.text("of")
    const parents = kindOf(kind.data).parents
    const result = await work.longCall("exchange.importTable", {
      file: work.offer(given.operand(0)),
      caseId,
      kind: kind.data,
      parent: of === undefined ? null : await findRecord({ work, given, caseId }, parents, of),
      columns: columnsOf(given.required("map")),
      encoding: encodings[(given.text("encoding") ?? "auto") as keyof typeof encodings],
      dryRun: given.flag("dry-run"),
      skipBadRows: given.flag("skip-bad-rows"),
    })
    const { added, bad, written } = result
    const said = written
      ? `${added} added · ${bad.length} with errors`
      : `Nothing was written. ${added} fit · ${bad.length} with errors`
    const ended = { result, lines: [...result.bad.slice(0, 50).map(shownBad), said] }
    return bad.length === 0 ? ended : { ...ended, failure: { code: "some-failed" } }
  },
}

export const exchangeCommands: readonly Command[] = [exportCase, importCase, importTable]
