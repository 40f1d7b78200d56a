import { afterAll, expect, test } from "vitest"
import { makeTestEngine } from "../../support/engine.ts"

const made = makeTestEngine()
const { run } = made
afterAll(() => made.dispose())

await made.createVault()
const { id: caseId } = await run("case.add", { title: "Обыск" })
const latest = async (subjectId: string) => (await run("undo.latest", { subjectId })).act ?? 0
const take = async (act: number) => (await run("undo.take", { act })).act ?? 0
const addTask = (title: string) => run("record.add", { caseId, kind: "task", fields: { title } })

test("a record is shown, changed, and its history and what names it are told", async () => {
  const incident = await run("incident.add", { caseId, title: "Обыск в редакции" })
  const ref = { kind: "incident", id: incident.id } as const
  const task = await run("record.add", { caseId, kind: "task", fields: { title: "Жалоба", about: [ref] } })
  const own = { kind: "task", id: task.id } as const
  expect((await run("record.show", own)).labels.map(({ title }) => title)).toEqual(["Обыск в редакции"])
  await run("record.update", { ...own, patch: { who: "Айша" } })
  expect((await run("record.history", own)).changes.map(({ field, to }) => [field, to])).toEqual([["who", "Айша"]])
  const { pointers } = await run("record.pointers", ref)
  expect(pointers.map(({ record, field }) => [record.title, field])).toEqual([["Жалоба", "about"]])
})

test("many are changed in one act, and one undo takes it back", async () => {
  const tasks = [await addTask("A"), await addTask("B")]
  const ids = tasks.map(({ id }) => id)
  await run("record.updateMany", { kind: "task", ids, patch: { done: "yes" } })
  const done = async () =>
    (await run("record.list", { caseId, kind: "task", states: ["yes"] })).rows.map(({ title }) => title).sort()
  expect(await done()).toEqual(["A", "B"])
  const [, second] = ids
  const undone = await take(await latest(second ?? ""))
  expect(await done()).toEqual([])
  await take(undone)
  expect(await done()).toEqual(["A", "B"])
})

test("tags are added to and taken from each one's own, with verification, in one act", async () => {
  const incidents = [
    await run("incident.add", { caseId, title: "A" }),
    await run("incident.add", { caseId, title: "B" }),
  ]
  const [first = "", second = ""] = incidents.map(({ id }) => id)
  await run("record.update", { kind: "incident", id: first, patch: { tags: ["свой"] } })
  await run("record.updateMany", {
    kind: "incident",
    ids: [first, second],
    patch: {},
    addTags: ["общий"],
    removeTags: ["нет такого"],
    verification: "likely",
  })
  const tags = async () =>
    Promise.all([first, second].map(async (id) => (await run("record.show", { kind: "incident", id })).fields["tags"]))
  expect(await tags()).toEqual([["свой", "общий"], ["общий"]])
  expect((await run("record.show", { kind: "incident", id: second })).state).toBe("likely")
  await take(await latest(second))
  expect(await tags()).toEqual([["свой"], undefined])
  await expect(
    run("record.updateMany", { kind: "task", ids: [(await addTask("C")).id], patch: {}, verification: "likely" }),
  ).rejects.toMatchObject({ code: "bad-input" })
})

test("a removal says first what goes, and comes back whole", async () => {
  const incident = await run("incident.add", { caseId, title: "Задержание" })
  const ref = { kind: "incident", id: incident.id } as const
  const act = await run("record.add", { caseId, kind: "act", parent: ref, fields: { type: "secret-detention" } })
  expect((await run("record.dangling", ref)).goes.map(({ id }) => id)).toEqual([act.id])
  expect(await run("record.remove", { ...ref, reason: "Записано дважды" })).toEqual({ id: ref.id, gone: 2 })
  await expect(run("record.show", { kind: "act", id: act.id })).rejects.toMatchObject({ code: "not-found" })
  await take(await latest(ref.id))
  expect((await run("record.show", { kind: "act", id: act.id })).parent).toEqual(ref)
  expect((await run("audit.verify", {})).faults).toEqual([])
})

test("an act is taken back once, also after later ones, and not over a later change of the same answer", async () => {
  const first = await addTask("C")
  const other = await addTask("D")
  const added = await latest(first.id)
  await run("record.update", { kind: "task", id: other.id, patch: { title: "E" } })
  await take(added)
  await expect(run("record.show", { kind: "task", id: first.id })).rejects.toMatchObject({ code: "not-found" })
  await expect(run("undo.take", { act: added })).rejects.toMatchObject({ code: "nothing-to-undo" })
  const changedOnce = await latest(other.id)
  await run("record.update", { kind: "task", id: other.id, patch: { title: "F" } })
  await expect(run("undo.take", { act: changedOnce })).rejects.toMatchObject({ code: "undo-stale" })
  expect((await run("record.show", { kind: "task", id: other.id })).title).toBe("F")
})

test("a term of one's own is used, and retired without losing its meaning", async () => {
  const { code } = await run("term.add", { list: "risks", ru: "Прослушивание" })
  const { id } = await run("actor.add", { caseId, names: [{ text: "Источник" }] })
  const parent = { kind: "actor", id } as const
  const risk = await run("record.add", { caseId, kind: "risk", parent, fields: { type: [code] } })
  await run("term.retire", { list: "risks", code })
  const { terms, recent } = await run("term.list", {})
  expect(terms.map(({ ru, retired }) => [ru, retired])).toEqual([["Прослушивание", true]])
  expect(recent["risks"]).toEqual([code])
  expect((await run("record.show", { kind: "risk", id: risk.id })).fields["type"]).toEqual([code])
  await expect(run("term.add", { list: "no-such-list", ru: "x" })).rejects.toMatchObject({ code: "bad-input" })
})

test("two people that are the same are compared and merged, and one undo takes it back", async () => {
  const keep = await run("actor.add", { caseId, names: [{ text: "Дана Тестова" }], description: "Юрист" })
  const lose = await run("actor.add", { caseId, names: [{ text: "Dana Testova" }], description: "Адвокат" })
  const pair = { kind: "actor", keep: keep.id, lose: lose.id } as const
  const { conflicts } = await run("record.compare", pair)
  expect(conflicts).toEqual([{ field: "description", keep: "Юрист", lose: "Адвокат" }])
  await run("record.merge", { ...pair, sides: { description: "lose" } })
  const names = async () => (await run("actor.show", { id: keep.id })).names.map(({ text }) => text)
  expect(await names()).toEqual(["Дана Тестова", "Dana Testova"])
  await expect(run("actor.show", { id: lose.id })).rejects.toMatchObject({ code: "not-found" })
  await take(await latest(keep.id))
  expect(await names()).toEqual(["Дана Тестова"])
  expect((await run("actor.show", { id: lose.id })).description).toBe("Адвокат")
})

test("a record is found by the words of its title", async () => {
  await addTask("Запросить видеозапись")
  const { found } = await run("record.search", { caseId, query: "видео запрос" })
  expect(found.map(({ kind, title }) => [kind, title])).toEqual([["task", "Запросить видеозапись"]])
})
