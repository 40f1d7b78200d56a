import { readdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import type { ActorId, CaseId, EvidenceId, IncidentId } from "../../../shared/model/ids.ts"
import { makeTestEngine } from "../../support/engine.ts"

const made = makeTestEngine()
const { engine, run, events } = made
let caseId: CaseId
let incidentId: IncidentId
let actorId: ActorId
let evidenceId: EvidenceId

beforeAll(async () => {
  await made.createVault()
  caseId = (await run("case.add", { title: "Search" })).id
  incidentId = (await run("incident.add", { caseId, title: "Hearing" })).id
  actorId = (await run("actor.add", { caseId, names: [{ text: "Dana" }] })).id
  const path = join(made.folder, "statement.txt")
  writeFileSync(path, "They came at six.\n")
  const { outcomes } = await run("evidence.import", { caseId, files: [engine.offer(path)] })
  evidenceId = outcomes[0]?.evidenceId as EvidenceId
})
beforeEach(() => void events.splice(0))
afterAll(() => made.dispose())

/** What the windows were told since the test began, jobs left out. */
const told = (): string[] => events.flatMap((event) => (event.kind === "records.changed" ? [event.noun] : []))

test("each noun is shown as it was recorded", async () => {
  expect(await run("case.show", { id: caseId })).toMatchObject({ title: "Search", counts: { incidents: 1, actors: 1 } })
  expect(await run("incident.show", { id: incidentId })).toMatchObject({ title: "Hearing" })
  expect(await run("actor.show", { id: actorId })).toMatchObject({ names: [{ text: "Dana" }] })
  expect(await run("evidence.show", { id: evidenceId })).toMatchObject({ originalName: "statement.txt" })
  expect((await run("dossier.list", { caseId })).dossiers).toEqual([])
})

test("a change of an incident, a person or an item is announced under its noun", async () => {
  await run("incident.update", { id: incidentId, patch: { dates: "2017-03" } })
  await run("actor.update", { id: actorId, patch: { protected: true } })
  await run("evidence.update", { id: evidenceId, patch: { graphic: true } })
  expect(told()).toEqual(["incident", "actor", "evidence"])
})

test("spellings of a person are proposed until they are recorded, and none of a group's", async () => {
  const { id } = await run("actor.add", { caseId, names: [{ text: "Айжан Бақытова" }] })
  const { names } = await run("actor.proposeNames", { id })
  expect(names).toContainEqual({ text: "Aizhan Bakytova", kind: "transliteration" })
  await run("actor.update", { id, patch: { names: [{ text: "Айжан Бақытова" }, { text: "Aizhan Bakytova" }] } })
  expect((await run("actor.proposeNames", { id })).names.map(({ text }) => text)).not.toContain("Aizhan Bakytova")
  const group = await run("actor.add", { caseId, kind: "group", names: [{ text: "Айжан Бақытова" }] })
  expect((await run("actor.proposeNames", { id: group.id })).names).toEqual([])
})

test("an involvement comes and goes", async () => {
  const { id } = await run("involvement.add", { incidentId, actorId, role: "witness" })
  expect((await run("involvement.list", { incidentId })).involvements).toMatchObject([{ id, role: "witness" }])
  expect(await run("involvement.remove", { id })).toEqual({ id })
  expect((await run("involvement.list", { actorId })).involvements).toEqual([])
  expect(told()).toEqual(["involvement", "involvement"])
})

test("a link is made, changed, taken away and brought back", async () => {
  const target = { kind: "incident", id: incidentId } as const
  const { id } = await run("link.add", { evidenceId, place: { kind: "whole" }, target })
  const changed = await run("link.update", { id, patch: { comment: "page two" } })
  expect(await run("link.remove", { id })).toEqual({ id })
  expect((await run("link.list", { evidenceId })).links).toEqual([])
  expect(await run("link.restore", { id })).toEqual(changed)
  expect(told()).toEqual(["link", "link", "link", "link"])
})

test("a note is changed and taken away", async () => {
  const { id } = await run("note.add", { subjectKind: "actor", subjectId: actorId, text: "first" })
  expect(await run("note.update", { id, text: "second" })).toMatchObject({ text: "second" })
  expect(await run("note.remove", { id })).toEqual({ id })
  expect((await run("note.list", { subjectId: actorId })).notes).toEqual([])
})

test("a draft is kept until it is taken away, and announces nothing", async () => {
  await run("draft.save", { key: "k", json: "1" })
  await run("draft.remove", { key: "k" })
  expect((await run("draft.list", {})).drafts).toEqual([])
  expect(told()).toEqual([])
})

test("the vault says what it holds, and that it holds", async () => {
  expect(await run("vault.info", {})).toMatchObject({ folderName: "vault", cases: 1, evidence: 1, evidenceBytes: 18 })
  const { passed, checks } = await run("vault.verify", {})
  expect([passed, checks.flatMap((check) => check.faults)]).toEqual([true, []])
})

test("jobs that ended are taken off the board when asked", async () => {
  expect((await run("job.list", {})).jobs.map(({ kind }) => kind)).toContain("import")
  await run("job.clear", {})
  expect((await run("job.list", {})).jobs.filter(({ state }) => state !== "running" && state !== "queued")).toEqual([])
})

test("a vault is forgotten on this machine and stays on its disk", async () => {
  const [vault] = (await run("vault.recent", {})).vaults
  await run("vault.forget", { folder: vault?.folder as never })
  expect((await run("vault.recent", {})).vaults).toEqual([])
  expect(readdirSync(join(made.folder, "vaults", "vault"))).toContain("header.a")
})

test("an id that stands for nothing is not found by any call", async () => {
  const id = "00000000-0000-4000-8000-000000000000"
  const calls = [
    "case.show",
    "incident.show",
    "actor.show",
    "evidence.show",
    "link.remove",
    "link.restore",
    "note.remove",
  ]
  for (const name of [...calls, "involvement.remove", "job.cancel", "job.retry"]) {
    expect(await engine.call(name, { id })).toMatchObject({ ok: false, fault: { code: "not-found" } })
  }
})
