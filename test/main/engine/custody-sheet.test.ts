import { readFileSync } from "node:fs"
import { join } from "node:path"
import * as mupdf from "mupdf"
import { afterAll, expect, test } from "vitest"
import type { Input } from "../../../shared/contract/contract.ts"
import type { PlainKind, RecordRef } from "../../../shared/model/field.ts"
import { makeTestEngine } from "../../support/engine.ts"

const made = makeTestEngine()
const { run, engine, folder } = made
afterAll(() => made.dispose())

await made.createVault()
const { id: caseId } = await run("case.add", { title: "Изъятие" })
const add = async (kind: PlainKind, fields: Input<"record.add">["fields"], parent: RecordRef | null = null) => {
  const { id } = await run("record.add", { caseId, kind, fields, parent })
  return { kind, id }
}
const { id: incidentId } = await run("incident.add", { caseId, title: "Обыск в редакции" })
const search = await add(
  "act",
  {
    type: "search-office",
    title: "Обыск",
    dates: "2017-03-04",
    warrant: "no",
    inventory: [
      {
        object: "Ноутбук",
        marks: "SN 4471",
        seal: "0017",
        returned: "yes",
        returnedOn: "2017-06-01",
        returnedCondition: "seal-broken",
      },
      { object: "Телефон", returned: "no", disputed: "yes" },
    ],
  },
  { kind: "incident", id: incidentId },
)
const laptop = await add("item", { title: "Ноутбук редактора", marks: "SN 4471", seal: "0017", seizedIn: search })
const step = (fields: Input<"record.add">["fields"]) => add("handover", fields, laptop)
const sheetOf = ({ id }: RecordRef, kind: "item" | "act") => run("custody.sheet", { kind, id })

test("a thing nobody recorded a step of, seized without a sanction, says so", async () => {
  expect((await sheetOf(laptop, "item")).warnings).toEqual(["no-entries", "no-sanction", "not-returned"])
})

test("steps stand in the order of their days, and a seal that is another than before is marked where it changed", async () => {
  await step({ verb: "examined", on: "2017-04", seal: "0099", receivedBy: "Эксперт" })
  await step({ verb: "seized", on: "2017-03-04", seal: "0017", releasedBy: "Редактор" })
  const { rows, warnings } = await sheetOf(laptop, "item")
  expect(rows.map(({ verb, seal, warnings: amiss }) => [verb, seal, amiss])).toEqual([
    ["seized", "0017", []],
    ["examined", "0099", ["seal-differs"]],
  ])
  expect(warnings).toEqual(["no-sanction", "not-returned", "seal-differs"])
  await step({ verb: "returned", on: "2017-06-01" })
  await run("record.update", { kind: "act", id: search.id, patch: { warrantBy: "Следственный судья" } })
  expect((await sheetOf(laptop, "item")).warnings).toEqual(["seal-differs"])
})

test("each line of an inventory says whether it came back, in what state, and what the owner disputes", async () => {
  const { rows } = await sheetOf(search, "act")
  expect(rows.map(({ what, returned, condition, warnings }) => [what, returned, condition, warnings])).toEqual([
    ["Ноутбук, SN 4471", "yes", "seal-broken", ["seal-differs"]],
    ["Телефон", "no", "", ["not-returned", "disputed"]],
  ])
})

test("the sheet is a PDF in the reader's words, nothing is overwritten, and the log says that it left", async () => {
  const input = { kind: "act" as const, id: search.id, target: engine.offer(folder), name: "sheet.pdf" }
  const { name } = await run("custody.print", { ...input, language: "ru" })
  const document = mupdf.Document.openDocument(readFileSync(join(folder, name)), "application/pdf")
  const text = document.loadPage(0).toStructuredText("").asText().replace(/\s+/gu, " ")
  for (const words of ["Лист хранения", "Ноутбук, SN 4471", "Печать нарушена", "Не возвращено"])
    expect(text).toContain(words)
  await expect(run("custody.print", input)).rejects.toMatchObject({ code: "target-exists" })
  const { entries } = await run("audit.log", {})
  expect(JSON.stringify(entries)).toContain("custody.sheet-exported")
})
