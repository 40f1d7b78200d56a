import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { z } from "zod"
import { CaseJson } from "../../../shared/model/case-json.ts"
import { makeTestEngine } from "../../support/engine.ts"

const made = makeTestEngine()
const { run, engine, folder } = made
afterAll(() => made.dispose())
await made.createVault()
const out = join(folder, "out")
mkdirSync(out)

/** A case with something of every table, and texts that are hard to carry. */
const makeCase = async () => {
  const { id: caseId } = await run("case.add", { title: "Обыск “в кавычках”", summary: "a\nb\u200dc" })
  const incident = await run("incident.add", { caseId, title: "Обыск", dates: "март 2017?", rights: ["privacy"] })
  const actor = await run("actor.add", {
    caseId,
    names: [
      { text: "Айгерим Сарсенова", kind: "legal" },
      { text: "Aigerim Sarsenova", kind: "transliteration" },
    ],
    identifiers: [{ kind: "phone", text: "+7 700 000 00 00" }],
    protected: true,
  })
  await run("actor.add", { caseId, names: [{ text: "Dana Testova" }], description: "A friend of Aigerim Sarsenova" })
  await run("involvement.add", { incidentId: incident.id, actorId: actor.id, role: "victim", note: "была дома" })
  const file = join(folder, "statement.txt")
  writeFileSync(file, "They came at six.\n")
  await run("evidence.import", { caseId, files: [engine.offer(file)] })
  const [item] = (await run("evidence.list", { caseId })).rows
  const evidenceId = item?.id ?? incident.id
  const target = { kind: "incident", id: incident.id } as const
  await run("link.add", {
    evidenceId: evidenceId,
    place: { kind: "whole" },
    target,
    relation: "supports",
    comment: "",
  })
  await run("note.add", { subjectKind: "incident", subjectId: incident.id, text: "Ask again." })
  const { code } = await run("term.add", { list: "risks", ru: "Прослушивание" })
  await run("term.add", { list: "risks", ru: "Другое дело" })
  const parent = { kind: "actor", id: actor.id } as const
  await run("record.add", { caseId, kind: "risk", parent, fields: { type: [code] } })
  const fields = { title: `See [it](saqta:incident/${incident.id})`, about: [target], tags: ["b", "a"] }
  await run("record.add", { caseId, kind: "task", fields })
  await run("record.update", { kind: "incident", id: incident.id, patch: { distressing: { unsaid: "refused" } } })
  return caseId
}
const caseId = await makeCase()

const exported = async (id: typeof caseId, name: string, withFiles = true): Promise<string> => {
  await run("exchange.exportCase", { caseId: id, target: engine.offer(out), name, withFiles })
  return readFileSync(join(out, name), "utf8")
}
const imported = (name: string, asNew = false) =>
  run("exchange.importCase", { file: engine.offer(join(out, name)), asNew })

const first = await exported(caseId, "first.json")
const verified = async () => (await run("audit.verify", {})).faults

test("the document holds the case, and only the own terms that it uses", () => {
  const document = CaseJson.parse(JSON.parse(first))
  expect(document.terms.map(({ ru }) => ru)).toEqual(["Прослушивание"])
  expect(document.records.map(({ kind }) => kind)).toEqual(["risk", "task"])
  expect(document.incidents[0]?.fields).toEqual({ distressing: { unsaid: "refused" } })
  expect(readdirSync(join(out, "first.files"))).toEqual(["E-001 statement.txt"])
})

test("a case that is here already is refused; as a new one it stands beside it, links in its texts included", async () => {
  await expect(imported("first.json")).rejects.toMatchObject({ code: "case-exists" })
  const { id } = await imported("first.json", true)
  expect(id).not.toBe(caseId)
  const copy = CaseJson.parse(JSON.parse(await exported(id, "copy.json", false)))
  const [incident] = copy.incidents
  expect(copy.records[1]?.fields).toMatchObject({
    title: `See [it](saqta:incident/${incident?.id ?? ""})`,
    about: [{ kind: "incident", id: incident?.id }],
  })
  const text = JSON.stringify({ ...copy, terms: [] })
  const { terms: _terms, ...whole } = CaseJson.parse(JSON.parse(first))
  for (const old of [whole.case.id, ...whole.incidents.map((one) => one.id), ...whole.records.map((one) => one.id)])
    expect(text).not.toContain(old)
  expect(await verified()).toEqual([])
})

test("FollowTheMoney leaves out protected people, and every text that may name them", async () => {
  const ftm = async (name: string, withProtected: boolean) => {
    const input = { caseId, target: engine.offer(out), name, format: "ftm", withProtected } as const
    const { leftOut } = await run("exchange.exportCase", input)
    return { leftOut, text: readFileSync(join(out, name), "utf8") }
  }
  const without = await ftm("a.ftm.json", false)
  expect(without.leftOut).toBe(1)
  for (const word of ["Aigerim", "Айгерим", "700 000", "Обыск"]) expect(without.text).not.toContain(word)
  const all = await ftm("b.ftm.json", true)
  const entities = all.text.trim().split("\n")
  expect(entities.map((line) => (JSON.parse(line) as { schema: string }).schema).sort()).toEqual([
    "Document",
    "Event",
    "Person",
    "Person",
  ])
  expect(all.text).toContain("Айгерим Сарсенова")
})

test("what does not fit is refused whole, and its place is named", async () => {
  const cases = async () => (await run("case.list", {})).cases.length
  const before = await cases()
  const broken = async (change: (document: CaseJson) => void, place: string, reason: string) => {
    const document = JSON.parse(first) as CaseJson
    change(document)
    writeFileSync(join(out, "broken.json"), JSON.stringify(document))
    await expect(imported("broken.json", true)).rejects.toMatchObject({
      code: "case-json-refused",
      detail: { place, reason },
    })
  }
  mkdirSync(join(out, "broken.files"))
  writeFileSync(join(out, "broken.files", "E-001 statement.txt"), "They came at six.\n")
  const [task] = (JSON.parse(first) as CaseJson).records.slice(1)
  await broken((one) => Object.assign(one, { extra: 1 }), "", "unrecognized_keys")
  await broken(
    (one) => Object.assign(one.incidents[0] ?? {}, { dates: "2017-02-31" }),
    "incidents.0.dates",
    "date-unreadable",
  )
  await broken(
    (one) => Object.assign(one.records[0]?.fields ?? {}, { type: ["no-such"] }),
    "records.0.fields.type",
    "bad-input",
  )
  await broken((one) => void one.anchors.splice(0), "links.0.anchorId", "not-found")
  await broken((one) => void (task && one.records.push(task)), "records.2.id", "twice")
  await broken((one) => Object.assign(one.records[0] ?? {}, { parent: null }), "records.0.parent", "bad-input")
  writeFileSync(join(out, "broken.json"), first.slice(0, -20))
  await expect(imported("broken.json")).rejects.toMatchObject({ detail: { place: "", reason: "not-json" } })
  expect(await cases()).toBe(before)
})

test("a case in which two people were merged still leaves and comes back", async () => {
  const { id } = await run("case.add", { title: "Двойники" })
  const keep = await run("actor.add", { caseId: id, names: [{ text: "Ерлан Оспанов" }] })
  const lose = await run("actor.add", { caseId: id, names: [{ text: "Оспанов Е." }] })
  await run("record.merge", { kind: "actor", keep: keep.id, lose: lose.id })
  const document = CaseJson.parse(JSON.parse(await exported(id, "merged.json")))
  expect(document.actors.map(({ names }) => names.length)).toEqual([2])
  const copy = await imported("merged.json", true)
  expect((await run("actor.list", { caseId: copy.id })).rows).toHaveLength(1)
})

test("an original that is missing or another file stops the import", async () => {
  writeFileSync(join(out, "alone.json"), first)
  await expect(imported("alone.json", true)).rejects.toMatchObject({ code: "case-file-missing", detail: { number: 1 } })
  mkdirSync(join(out, "alone.files"))
  writeFileSync(join(out, "alone.files", "E-001 statement.txt"), "They came at ten.\n")
  await expect(imported("alone.json", true)).rejects.toMatchObject({ code: "case-file-missing" })
})

test("out, into an empty vault, and out again gives the same bytes; both are logged", async () => {
  const { entries } = await run("audit.log", {})
  expect(entries.map(({ verb }) => verb)).toEqual(expect.arrayContaining(["case.export-begun", "case.exported"]))
  await run("vault.lock", {})
  await made.createVault("second")
  const counts = await imported("first.json")
  expect(counts).toEqual({ id: caseId, incidents: 1, actors: 2, evidence: 1, records: 2 })
  expect(await exported(caseId, "second.json", false)).toBe(first)
  expect(await verified()).toEqual([])
})

test("docs/case.schema.json is what the declarations say", () => {
  const schema = z.toJSONSchema(CaseJson, { io: "input", unrepresentable: "any" })
  const file = new URL("../../../docs/case.schema.json", import.meta.url)
  const text = `${JSON.stringify(schema)}\n`
  if (process.env["SAQTA_WRITE_SCHEMA"] === "1") writeFileSync(file, text)
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(JSON.parse(text))
})
