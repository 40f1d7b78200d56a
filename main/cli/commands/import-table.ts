import { basename, dirname } from "node:path"
import type { Language } from "../../../shared/model/ids.ts"
import type { BadRow } from "../../../shared/contract/exchange.ts"
import type { Output } from "../../../shared/contract/contract.ts"
import { kindOf } from "../../../shared/model/kinds.ts"
import type { ColumnMapping, TableReading } from "../../../shared/model/table.ts"
import { fieldsOfTable, type TableKind, tableKinds } from "../../../shared/model/table-fields.ts"
import type { Command, OptionSpec } from "../command.ts"
import { chosenCase } from "../find.ts"
import { type Given, UsageError } from "../given.ts"
import { caseOption } from "../listing.ts"
import { table } from "../print.ts"
import { findRecord } from "../record-fields.ts"

const encodings = { auto: "auto", "utf-8": "utf-8", "utf-16": "utf-16le", cp1251: "windows-1251" } as const
const separators = { auto: "auto", comma: ",", semicolon: ";", tab: "\t", bar: "|" } as const

const readingOptions: Readonly<Record<string, OptionSpec>> = {
  kind: { takes: "KIND", required: true, help: "incident, actor, or a kind of `record kinds`" },
  sheet: { takes: "NAME", help: "of a workbook; its first unless given" },
  encoding: { takes: "NAME", help: "told from the bytes unless given", oneOf: Object.keys(encodings) },
  separator: { takes: "NAME", help: "told from the first line unless given", oneOf: Object.keys(separators) },
}

const readingOf = (given: Given): TableReading => ({
  sheet: given.text("sheet") ?? "",
  encoding: encodings[(given.text("encoding") ?? "auto") as keyof typeof encodings],
  separator: separators[(given.text("separator") ?? "auto") as keyof typeof separators],
})

const kindGiven = (given: Given): TableKind => {
  const kind = tableKinds.find((one) => one === given.required("kind"))
  if (kind === undefined) throw new UsageError(`The kind is one of: ${tableKinds.join(", ")}.`)
  return kind
}

const columnsOf = (text: string): ColumnMapping[] =>
  text.split(",").map((pair) => {
    const at = pair.lastIndexOf("=")
    if (at < 1) throw new UsageError('Write --map "Column=field,Column=field".')
    return { column: pair.slice(0, at).trim(), field: pair.slice(at + 1).trim() }
  })

const shownBad = ({ row, field, fault }: BadRow): string => `Row ${row}: ${fault}${field === "" ? "" : ` (${field})`}`

const shownReading = ({ encoding, sheet, rows }: Output<"exchange.previewTable">): string =>
  `${rows} rows · ${encoding === "" ? `sheet ${sheet}` : encoding}`

const previewCommand: Command = {
  name: "import preview",
  summary: "show how a table would be read, and which field each column may mean",
  operands: ["FILE"],
  options: readingOptions,
  examples: ["import preview people.xlsx --kind actor --vault ~/matters"],
  vault: "option",
  run: async (work, given) => {
    const kind = kindGiven(given)
    const file = work.offer(given.operand(0))
    const result = await work.longCall("exchange.previewTable", { file, kind, ...readingOf(given) })
    const rows = result.headers.map((header, index) => [
      header,
      result.columns.find(({ column }) => column === header)?.field ?? "",
      result.preview[0]?.[index] ?? "",
    ])
    const sheets = result.sheets.length > 1 ? [`Sheets: ${result.sheets.join(", ")}`] : []
    const known = fieldsOfTable(kind).map(({ name }) => name)
    const lines = [
      shownReading(result),
      ...sheets,
      ...table(["COLUMN", "FIELD", "FIRST ROW"], rows, ""),
      `Fields: ${known.join(", ")}`,
    ]
    return { result, lines }
  },
}

const importTableCommand: Command = {
  name: "import table",
  summary: "record each row of a CSV file or XLSX workbook: all rows or none",
  operands: ["FILE"],
  options: {
    ...caseOption,
    ...readingOptions,
    map: { takes: "COLUMN=FIELD,…", help: "which column says what; guessed from the headings unless given" },
    of: { takes: "RECORD", help: "what all of them are a part of" },
    "dry-run": { takes: null, help: "write nothing, and say what would be" },
    "skip-bad-rows": { takes: null, help: "record the rows that fit" },
  },
  examples: [
    'import table people.csv --kind actor --map "ФИО=name,Телефон=phone" --dry-run --vault ~/matters',
    "import table fines.xlsx --sheet 2017 --kind incident --vault ~/matters",
  ],
  vault: "option",
  run: async (work, given) => {
    const kind = kindGiven(given)
    const { id: caseId } = await chosenCase(work, given)
    const of = given.text("of")
    const parent = of === undefined ? null : await findRecord({ work, given, caseId }, kindOf(kind).parents, of)
    const file = work.offer(given.operand(0))
    const reading = readingOf(given)
    const map = given.text("map")
    const columns =
      map === undefined
        ? (await work.call("exchange.previewTable", { file, kind, ...reading })).columns
        : columnsOf(map)
    if (columns.length === 0) throw new UsageError("No heading says a field. Give --map; see `import preview`.")
    const dryRun = given.flag("dry-run")
    const skipBadRows = given.flag("skip-bad-rows")
    const input = { file, caseId, kind, parent, columns, dryRun, skipBadRows, ...reading }
    const result = await work.longCall("exchange.importTable", input)
    const { id, added, bad, written } = result
    const left = result.headers.filter((header) => !columns.some(({ column }) => column === header))
    const said = written
      ? [`${added} added · ${bad.length} with errors`, `Take all of it back with: import undo ${id}`]
      : [`Nothing was written. ${added} fit · ${bad.length} with errors`]
    const unread = left.length === 0 ? [] : [`Columns that were not read: ${left.join(", ")}`]
    const ended = { result, lines: [...bad.slice(0, 50).map(shownBad), ...said, ...unread] }
    return bad.length === 0 ? ended : { ...ended, failure: { code: "some-failed" } }
  },
}

const listImportsCommand: Command = {
  name: "import list",
  summary: "list what came in from tables and other programs, newest first",
  operands: [],
  options: caseOption,
  examples: ["import list --vault ~/matters"],
  vault: "option",
  run: async (work, given) => {
    const { id: caseId } = await chosenCase(work, given)
    const result = await work.call("exchange.listImports", { caseId })
    const rows = result.imports.map(({ at, name, kind, added, undoneAt, id }) => [
      at.slice(0, 10),
      name,
      kind,
      undoneAt === null ? String(added) : "taken back",
      id,
    ])
    return { result, lines: table(["DATE", "FILE", "KIND", "RECORDS", "ID"], rows, "Nothing was imported here.") }
  },
}

const undoImportCommand: Command = {
  name: "import undo",
  summary: "take a whole import back, also one of an earlier session",
  operands: ["IMPORT"],
  options: {
    "dry-run": { takes: null, help: "change nothing, and say what would be taken back" },
    "leave-changed": { takes: null, help: "leave what was changed or used since, and take back the others" },
  },
  examples: ["import undo 3f2c1d5e-8f0a-4a5e-9a57-0b7f1f6f2c11 --vault ~/matters"],
  vault: "option",
  run: async (work, given) => {
    const dryRun = given.flag("dry-run")
    const leaveChanged = given.flag("leave-changed")
    const result = await work.longCall("exchange.undoImport", { id: given.operand(0), dryRun, leaveChanged })
    const { removed, kept, written } = result
    const stays = kept
      .slice(0, 50)
      .map(({ kind, title, id, why }) => `${kind ?? "record"} ${title || id}: ${why} since, cannot be taken back`)
    const said = written
      ? `${removed} taken back · ${kept.length} stay. All of it stays in the history.`
      : `Nothing was changed. ${removed} can be taken back · ${kept.length} cannot.`
    const ended = { result, lines: [...stays, said] }
    return written || dryRun ? ended : { ...ended, failure: { code: "some-failed" } }
  },
}

const exportTableCommand: Command = {
  name: "export table",
  summary: "write every record of a kind to a CSV file: unredacted, and logged",
  operands: [],
  options: {
    ...caseOption,
    kind: { takes: "KIND", required: true, help: "incident, actor, or a kind of `record kinds`" },
    to: { takes: "FILE", required: true, help: "a new file" },
    language: { takes: "LANGUAGE", help: "of headings and terms (default en)", oneOf: ["en", "ru", "kk"] },
    mark: { takes: null, help: "mark UTF-8 at the beginning, for older spreadsheets" },
  },
  examples: ["export table --kind actor --to ~/people.csv --language ru --vault ~/matters"],
  vault: "option",
  run: async (work, given) => {
    const kind = kindGiven(given)
    const { id: caseId } = await chosenCase(work, given)
    const to = work.absolute(given.required("to"))
    const made = await work.longCall("exchange.exportTable", {
      caseId,
      kind,
      target: work.offer(dirname(to)),
      name: basename(to),
      language: (given.text("language") ?? "en") as Language,
      mark: given.flag("mark"),
    })
    const file = work.pathOf(made.file)
    const warning = "It is not redacted: it names everybody. Keep it as you keep the vault."
    return { result: { ...made, file }, lines: [`${made.rows} rows in ${file}`, warning] }
  },
}

export const importCommands: readonly Command[] = [
  previewCommand,
  importTableCommand,
  listImportsCommand,
  undoImportCommand,
  exportTableCommand,
]
