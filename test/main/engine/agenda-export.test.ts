import { readFileSync } from "node:fs"
import { afterAll, expect, test } from "vitest"
import type { Input } from "../../../shared/contract/contract.ts"
import { makeTestEngine } from "../../support/engine.ts"

const made = makeTestEngine()
const { run, engine, folder } = made
afterAll(() => made.dispose())

await made.createVault()
const { id: caseId } = await run("case.add", { title: "Дело Жанар Ахметовой", reference: "K-7" })
const { id } = await run("record.add", {
  caseId,
  kind: "deadline",
  fields: { title: "Жалоба Жанар", due: "2026-03-10", who: "Айгерим", remindDays: 7 },
})
const person = await run("actor.add", { caseId, names: [{ text: "Жанар Ахметова" }] })
await run("record.add", {
  caseId,
  kind: "consent",
  parent: { kind: "actor", id: person.id },
  fields: { validUntil: "2026-03-01" },
})

const write = async (name: string, more: Partial<Input<"agenda.export">> = {}) => {
  const made = await run("agenda.export", { caseId, today: "2026-03-01", target: engine.offer(folder), name, ...more })
  return { ...made, text: readFileSync(engine.resolve(made.file), "utf8").replaceAll("\r\n ", "") }
}

test("without names nothing of a title, a case's title or a person is in the file, nor an id of ours", async () => {
  const { text, events } = await write("plain.ics", { language: "ru" })
  expect(events).toBe(2)
  expect(text).toContain("SUMMARY:Срок · K-7")
  for (const told of ["Жанар", "Айгерим", id, id.replaceAll("-", ""), caseId]) expect(text).not.toContain(told)
})

test("with names by choice, and the same entry keeps its UID", async () => {
  const uid = (text: string) => /UID:([0-9a-f]{32})\r/.exec(text)?.[1]
  const { text } = await write("names.ics", { withNames: true, who: "айгерим" })
  expect(text).toContain("SUMMARY:Deadline: Жалоба Жанар · K-7 · Дело Жанар Ахметовой")
  expect(uid(text)).toBe(uid((await write("again.ics", { who: "Айгерим" })).text))
})

test("it is logged, and no file is written over", async () => {
  const { entries } = await run("audit.log", {})
  expect(entries.filter(({ verb }) => verb === "agenda.exported").length).toBeGreaterThan(0)
  expect(
    await engine.call("agenda.export", {
      caseId,
      today: "2026-03-01",
      target: engine.offer(folder),
      name: "plain.ics",
    }),
  ).toMatchObject({ ok: false, fault: { code: "target-exists" } })
})

test("a consent that ends today is still on today's agenda, not among what has passed", async () => {
  const { items, people } = await run("agenda.list", { caseId, today: "2026-03-01" })
  expect(items.map(({ record, part }) => [record.kind, part])).toEqual([
    ["consent", "days-7"],
    ["deadline", "days-30"],
  ])
  expect(people).toEqual(["Айгерим"])
  const tomorrow = await run("agenda.list", { caseId, today: "2026-03-02" })
  expect(tomorrow.items[0]?.part).toBe("overdue")
})
