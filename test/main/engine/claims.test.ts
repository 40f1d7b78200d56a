import { afterAll, expect, test } from "vitest"
import type { Input } from "../../../shared/contract/contract.ts"
import type { PlainKind, RecordRef } from "../../../shared/model/field.ts"
import { makeTestEngine } from "../../support/engine.ts"

const made = makeTestEngine()
const { run } = made
afterAll(() => made.dispose())

await made.createVault()
const { id: caseId } = await run("case.add", { title: "Внедрённый" })
const add = async (kind: PlainKind, fields: Input<"record.add">["fields"], parent: RecordRef | null = null) => {
  const { id } = await run("record.add", { caseId, kind, fields, parent })
  return { kind, id }
}
const said = async (title: string, source: RecordRef, more: Input<"record.add">["fields"] = {}) =>
  add("statement", { title, source, ...more })
const ground = (claim: RecordRef, statement: RecordRef, stance = "supports", more = {}) =>
  add("support", { stance, statement, ...more }, claim)
const marks = async () =>
  Object.fromEntries((await run("claim.board", { caseId })).claims.map((one) => [one.title, one.marks]))

const planted: RecordRef = {
  kind: "actor",
  id: (await run("actor.add", { caseId, names: [{ text: "Серик Тестов" }] })).id,
}
const witness: RecordRef = {
  kind: "actor",
  id: (await run("actor.add", { caseId, names: [{ text: "Дана Пробова" }] })).id,
}
await run("record.update", { ...planted, patch: { reliability: "B" } })
await run("record.update", { ...witness, patch: { reliability: "B" } })
const recording = await said("Запись встречи", planted, {
  credibility: "2",
  summary: "Призывал к насилию",
  circumstances: "covert",
})
const denial = await said("Показания в суде", witness, { reliability: "A", credibility: "2" })
const claim = await add("claim", { text: "На встрече призывали к насилию", verification: "possible" })
const against = await ground(claim, denial, "contradicts")
const carried = await ground(claim, recording)
const bare = await add("claim", { text: "Ничем не подтверждено", verification: "confirmed" })

test("a claim shows what supports and what contradicts it, each with its own grades and who said them", async () => {
  const { grounds } = await run("claim.show", { id: claim.id })
  expect(
    grounds.map(({ side, on, source, reliability, credibility, circumstances }) => ({
      side,
      on: on?.title,
      source,
      reliability,
      credibility,
      circumstances,
    })),
  ).toEqual([
    {
      side: "against",
      on: "Показания в суде",
      source: "Дана Пробова",
      reliability: { code: "A", saidBy: "statement" },
      credibility: { code: "2", saidBy: "statement" },
      circumstances: "",
    },
    {
      side: "for",
      on: "Запись встречи",
      source: "Серик Тестов",
      reliability: { code: "B", saidBy: "actor" },
      credibility: { code: "2", saidBy: "statement" },
      circumstances: "covert",
    },
  ])
})

test("a claim without any source is marked, whatever its verification says, and stands last", async () => {
  expect(await marks()).toEqual({ "Ничем не подтверждено": ["no-source"], "На встрече призывали к насилию": [] })
  const { claims } = await run("claim.board", { caseId })
  expect(claims.map(({ title, supporting, contradicting }) => [title, supporting, contradicting])).toEqual([
    ["На встрече призывали к насилию", 1, 1],
    ["Ничем не подтверждено", 0, 0],
  ])
  const empty = await add("support", { stance: "supports" }, bare)
  expect((await marks())["Ничем не подтверждено"]).toEqual(["no-source"])
  await run("record.remove", { ...empty, reason: "ошибка" })
})

test("all that rests on a source is found, directly and through claims, and nothing else", async () => {
  const { resting } = await run("grade.impact", { kind: "actor", id: planted.id })
  expect(resting.map(({ kind, id, steps, through, graded }) => [kind, id, steps, through.id, graded])).toEqual([
    ["statement", recording.id, 1, planted.id, true],
    ["support", carried.id, 2, recording.id, true],
    ["claim", claim.id, 3, carried.id, false],
  ])
  expect(resting.some(({ id }) => id === against.id)).toBe(false)
})

test("a source and what is chosen are graded anew in one act with the reason, and one undo takes it back", async () => {
  const change = { kind: "actor", id: planted.id, reliability: "E", reason: "Был внедрён" } as const
  expect(await run("grade.change", { ...change, apply: [recording.id] })).toEqual({ changed: 2, dossiers: 0, filed: 0 })
  expect(await marks()).toMatchObject({ "На встрече призывали к насилию": ["low-grades"] })
  const { fields } = await run("record.show", { kind: "actor", id: planted.id })
  expect(fields["gradeHistory"]).toMatchObject([{ was: "B", reason: "Был внедрён" }])
  expect((await run("record.show", recording)).fields).toMatchObject({ reliability: "E", credibility: "2" })
  const { act } = await run("undo.latest", { subjectId: planted.id })
  await run("undo.take", { act: act ?? 0 })
  expect(await marks()).toMatchObject({ "На встрече призывали к насилию": [] })
  expect((await run("record.show", recording)).fields["reliability"]).toBeUndefined()
  expect((await run("record.show", recording)).fields["gradeHistory"]).toBeUndefined()
})

test("what does not rest on the source is not graded along, and nothing is changed then", async () => {
  const change = { kind: "actor", id: planted.id, reliability: "E", reason: "Был внедрён" } as const
  for (const apply of [[denial.id], [claim.id]])
    await expect(run("grade.change", { ...change, apply })).rejects.toMatchObject({ code: "bad-input" })
  await expect(
    run("grade.change", { kind: "actor", id: planted.id, credibility: "5", reason: "x" }),
  ).rejects.toMatchObject({ code: "bad-input" })
  expect((await run("record.show", { kind: "actor", id: planted.id })).fields["reliability"]).toBe("B")
})
