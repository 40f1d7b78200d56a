import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fc, test as property } from "@fast-check/vitest"
import { afterAll, expect, test } from "vitest"
import type { Input } from "../../../shared/contract/contract.ts"
import { makeTestEngine, testPassphrase } from "../../support/engine.ts"
import { makeTestPool } from "../../support/parser-pool.ts"
import { testWorkbook } from "../../support/workbook.ts"

const parsers = makeTestPool()
const made = makeTestEngine({ parsers })
const { run, engine, folder } = made
afterAll(async () => {
  await made.dispose()
  await parsers.close()
})
await made.createVault()
const { id: caseId } = await run("case.add", { title: "Обыск" })

const people = [
  { column: "ФИО", field: "name" },
  { column: "Телефон", field: "phone" },
]
const table = async (content: string | Uint8Array, more: Partial<Input<"exchange.importTable">> = {}) => {
  const file = join(folder, "table.csv")
  writeFileSync(file, content)
  return run("exchange.importTable", { file: engine.offer(file), caseId, kind: "actor", columns: people, ...more })
}
const names = async () => (await run("actor.list", { caseId })).rows.map((one) => one.names[0]?.text)
const forget = async (id: string) => run("undo.take", { act: (await run("undo.latest", { subjectId: id })).act ?? 0 })

/** Windows-1251 of plain Russian letters. */
const cp1251 = (text: string): Uint8Array =>
  Uint8Array.from(text, (letter) => {
    const code = letter.codePointAt(0) ?? 0
    return code >= 0x410 && code <= 0x44f ? code - 0x350 : code
  })

test("the encoding is told from the bytes, and one undo takes the whole import back", async () => {
  const text = "ФИО;Телефон\r\nИванова Анна;+7 700\r\nПетров Олег;\r\n"
  const utf16 = Buffer.from(`\ufeff${text}`, "utf16le")
  for (const [content, encoding] of [
    [`\ufeff${text}`, "utf-8"],
    [cp1251(text), "windows-1251"],
    [utf16, "utf-16le"],
  ] as const) {
    const done = await table(content)
    expect(done).toMatchObject({ added: 2, written: true, bad: [], encoding })
    expect((await names()).sort()).toEqual(["Иванова Анна", "Петров Олег"])
    await forget(done.id)
    expect(await names()).toEqual([])
  }
  expect((await run("audit.verify", {})).faults).toEqual([])
})

test("one bad row keeps all from being written, unless it may be left out; a dry run writes nothing", async () => {
  const text = "ФИО,Телефон\nA B,1\n,2\nC D\nE\u200dF,3\n"
  const bad = [
    { row: 3, fault: "bad-input" },
    { row: 4, field: "columns", fault: "bad-input" },
  ]
  expect(await table(text)).toMatchObject({ added: 2, written: false, bad })
  expect(await table("ФИО,Телефон\nA B,1\n", { dryRun: true })).toMatchObject({ added: 1, written: false, bad: [] })
  expect(await names()).toEqual([])
  const done = await table(text, { skipBadRows: true })
  expect(done).toMatchObject({ added: 2, written: true, bad })
  expect((await names()).sort()).toEqual(["A B", "E\u200dF"])
  await forget(done.id)
})

test("terms are known by their words with or without signs that have no width; a reversed date is named by its row", async () => {
  const columns = ["title", "due", "done"].map((name) => ({ column: name, field: name }))
  const tasks = await table("title,done\nA,да\nB,maybe\n", {
    kind: "task",
    columns: columns.filter(({ field }) => field !== "due"),
  })
  expect(tasks).toMatchObject({ added: 1, bad: [{ row: 3, field: "done", fault: "bad-input" }] })
  const dated = ["title", "dates"].map((name) => ({ column: name, field: name }))
  const incidents = await table("title,dates\nA,март 2017\nB,2017-03-09/2017-03-04\n", {
    kind: "incident",
    columns: dated,
  })
  expect(incidents).toMatchObject({ added: 1, written: false, bad: [{ row: 3, fault: "date-unreadable" }] })
})

test("a column or field that is not there, and an empty file, are refused", async () => {
  await expect(table("x\n1\n")).rejects.toMatchObject({ code: "bad-input", detail: { field: "column" } })
  const columns = [{ column: "ФИО", field: "no-such" }]
  await expect(table("ФИО\n1\n", { columns })).rejects.toMatchObject({
    code: "bad-input",
    detail: { field: "no-such" },
  })
  await expect(table("\n\n")).rejects.toMatchObject({ code: "file-empty" })
})

test("headings in any language say their fields, and are remembered as they were mapped", async () => {
  const file = join(folder, "guess.xlsx")
  writeFileSync(
    file,
    testWorkbook({
      Лист1: [
        ["ФИО", "Ұялы телефон", "Д.р.", "Прочее"],
        ["Сейткали Ер", 77001112233, "1980"],
      ],
    }),
  )
  const asked = { file: engine.offer(file), kind: "actor" } as const
  const seen = await run("exchange.previewTable", asked)
  const columns = [
    { column: "ФИО", field: "name" },
    { column: "Д.р.", field: "born" },
  ]
  expect(seen).toMatchObject({ rows: 1, sheet: "Лист1", remembered: false })
  expect(seen.columns).toEqual(expect.arrayContaining(columns))
  const done = await run("exchange.importTable", { ...asked, caseId, columns })
  expect(done).toMatchObject({ written: true, added: 1 })
  expect(await run("exchange.previewTable", asked)).toMatchObject({ columns, remembered: true })
  await run("exchange.undoImport", { id: done.id })
})

test("an import is taken back whole in a later session; what was changed or used since stays, and is named", async () => {
  const done = await table("ФИО,Телефон\nA One,1\nB Two,2\nC Three,3\nD Four,4\n")
  await run("vault.lock", {})
  const secret = { kind: "passphrase", passphrase: testPassphrase } as const
  await run("vault.unlock", { folder: engine.offer(join(folder, "vaults", "vault")), secret })
  const rows = (await run("actor.list", { caseId })).rows
  const idOf = (name: string) => rows.find((one) => one.names[0]?.text === name)?.id ?? (name as never)
  await run("actor.update", { id: idOf("A One"), patch: { description: "met in March" } })
  await run("note.add", { subjectKind: "actor", subjectId: idOf("B Two"), text: "ask again" })
  const undone = await run("actor.update", { id: idOf("C Three"), patch: { description: "wrong" } })
  await run("actor.update", { id: undone.id, patch: { description: "" } })
  const seen = await run("exchange.undoImport", { id: done.id })
  expect(seen).toMatchObject({ removed: 2, written: false })
  expect(seen.kept).toEqual(
    expect.arrayContaining([
      { kind: "actor", id: idOf("A One"), title: "A One", why: "edited" },
      { kind: "actor", id: idOf("B Two"), title: "B Two", why: "used" },
    ]),
  )
  expect(await names()).toHaveLength(4)
  expect(await run("exchange.undoImport", { id: done.id, leaveChanged: true })).toMatchObject({ written: true })
  expect((await names()).sort()).toEqual(["A One", "B Two"])
  const [last] = (await run("exchange.listImports", { caseId })).imports
  expect(last).toMatchObject({ id: done.id, name: "table.csv", kind: "actor", added: 4 })
  expect(last?.undoneAt).not.toBeNull()
  await expect(run("exchange.undoImport", { id: done.id })).rejects.toMatchObject({ code: "nothing-to-undo" })
  expect((await run("audit.verify", {})).faults).toEqual([])
})

test("an apostrophe that only keeps a cell from being computed is taken away, and no other", async () => {
  const done = await table("ФИО,Телефон\n'=A B,'+7 700\nO'Neil,''-1\n")
  const rows = (await run("actor.list", { caseId })).rows.filter(({ identifiers }) => identifiers.length > 0)
  expect(rows.map(({ names: [first] }) => first?.text)).toEqual(expect.arrayContaining(["=A B", "O'Neil"]))
  expect(rows.flatMap(({ identifiers }) => identifiers.map(({ text }) => text))).toEqual(
    expect.arrayContaining(["+7 700", "'-1"]),
  )
  await run("exchange.undoImport", { id: done.id })
})

const hostile = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc
    .tuple(fc.constantFrom("=", "+", "-", "@", "\t", "\r", "'=", "''@", '"', ";", "|"), fc.string())
    .map((two) => two.join("")),
)
const cells = fc.array(fc.tuple(hostile, fc.array(hostile, { maxLength: 3 })), { minLength: 1, maxLength: 5 })

let runs = 0
property.prop([cells], { numRuns: 12 })("what leaves as CSV comes in again as it was", async (given) => {
  runs += 1
  const texts = given.map(([text, tags]) => ({
    text: text.trim() === "" ? "x" : text,
    tags: [
      ...new Set(
        tags
          .map((tag) => tag.trim())
          .filter((tag) => tag !== "")
          .map((tag) => tag.slice(0, 90)),
      ),
    ],
  }))
  const said = async (id: typeof caseId) =>
    (await run("record.list", { caseId: id, kind: "task" })).rows
      .map(({ fields }) => JSON.stringify([fields["note"], fields["tags"] ?? []]))
      .sort()
  const from = (await run("case.add", { title: "from" })).id
  for (const { text, tags } of texts)
    await run("record.add", { caseId: from, kind: "task", parent: null, fields: { title: "T", note: text, tags } })
  const name = `out-${runs}.csv`
  const target = engine.offer(folder)
  await run("exchange.exportTable", { caseId: from, kind: "task", target, name, language: "kk", mark: runs % 2 === 0 })
  const file = engine.offer(join(folder, name))
  const { columns } = await run("exchange.previewTable", { file, kind: "task", separator: "," })
  const into = (await run("case.add", { title: "into" })).id
  const done = await run("exchange.importTable", { file, caseId: into, kind: "task", columns, separator: "," })
  expect(done.bad).toEqual([])
  expect(await said(into)).toEqual(await said(from))
})

test("no cell that leaves begins like a formula", async () => {
  const { id } = await run("case.add", { title: "formulas" })
  const names = ["=1+1", "+1", "-1", "@x", "'=1"].map((text) => ({ text }))
  for (const one of names) await run("actor.add", { caseId: id, names: [one] })
  await run("exchange.exportTable", { caseId: id, kind: "actor", target: engine.offer(folder), name: "formulas.csv" })
  const [, ...lines] = readFileSync(join(folder, "formulas.csv"), "utf8").trim().split("\r\n")
  expect(lines.map((line) => line.split(",")[0]).sort()).toEqual(["''=1", "'+1", "'-1", "'=1+1", "'@x"])
})
