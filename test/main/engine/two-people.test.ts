import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { systemRandom } from "../../../main/crypto/random.ts"
import type { HolderSecret } from "../../../shared/contract/holder.ts"
import type { ActorId, CaseId, EvidenceId, IncidentId } from "../../../shared/model/ids.ts"
import { makeTestEngine, testPassphrase } from "../../support/engine.ts"
import { makeTestPool } from "../../support/parser-pool.ts"
import { makeStrip } from "../../support/redaction-files.ts"

const made = makeTestEngine({ random: systemRandom, parsers: makeTestPool({ size: 2 }) })
const { engine, run, folder } = made
const out = join(folder, "out")
const audience = "UN OHCHR"
const own: HolderSecret = { kind: "passphrase", passphrase: testPassphrase }
const theirs: HolderSecret = { kind: "passphrase", passphrase: "harbor saffron kettle mosaic tundra violin" }
let vaultFolder: Awaited<ReturnType<typeof made.createVault>>["folder"]
let caseId: CaseId
let actorId: ActorId
let incidentId: IncidentId
let evidenceId: EvidenceId

beforeAll(async () => {
  mkdirSync(out)
  writeFileSync(join(folder, "a.pdf"), await makeStrip({ lines: ["Вечером Смирнова ушла домой", "Все уже спали"] }))
  vaultFolder = (await made.createVault()).folder
  await run("holder.rename", { label: "Daniyar" })
  await run("holder.add", { secret: own, label: "Aigerim", passphrase: "harbor saffron kettle mosaic tundra violin" })
  caseId = (await run("case.add", { title: "Обыск" })).id
  actorId = (await run("actor.add", { caseId, names: [{ text: "Смирнова Елена" }], protected: true })).id
  incidentId = (await run("incident.add", { caseId, title: "Обыск", narrative: "К ней пришли." })).id
  await run("involvement.add", { incidentId, actorId, role: "victim" })
  await run("evidence.import", { caseId, files: [engine.offer(join(folder, "a.pdf"))] })
  evidenceId = (await run("evidence.list", { caseId })).rows[0]!.id
  while (["waiting", "reading"].includes((await run("evidence.show", { id: evidenceId })).reading.state))
    await new Promise((resolve) => setTimeout(resolve, 50))
  const target = { kind: "incident", id: incidentId } as const
  await run("link.add", { evidenceId, place: { kind: "whole" }, target })
  const subject = { evidenceId, audience }
  const { boxes } = await run("redaction.propose", subject)
  await run("redaction.decide", { ...subject, boxIds: boxes.map(({ id }) => id), decision: "accepted" })
  await run("redaction.acceptPage", { ...subject, page: 1, accepted: true })
})
afterAll(() => made.dispose())

const options = (more = {}) => ({ title: "Дело", audience, datedOn: "2026-11-23", incidentIds: [incidentId], ...more })
const build = (folderName: string, more = {}) =>
  run("dossier.build", { caseId, target: engine.offer(out), folderName, options: options(more) })
const confirm = (secret: HolderSecret | null, more = {}) =>
  run("dossier.confirm", { caseId, options: options(more), secret })
const release = async () => (await run("dossier.check", { caseId, options: options() })).release

test("with the rule nothing leaves that a second person has not confirmed; the reviewer is none", async () => {
  await run("release.require", { audience: ` ${audience}` })
  expect(await run("release.rules", {})).toEqual({ wholeVault: false, audiences: [audience] })
  expect(await release()).toEqual({
    twoPeople: true,
    reviewers: ["Daniyar"],
    confirmedBy: null,
    actingMayConfirm: false,
  })
  await expect(build("a")).rejects.toMatchObject({ code: "not-confirmed" })
  await expect(confirm(null)).rejects.toMatchObject({ code: "own-review" })
  await expect(confirm(own)).rejects.toMatchObject({ code: "own-review" })
  await expect(confirm({ kind: "passphrase", passphrase: "not it" })).rejects.toMatchObject({
    code: "wrong-passphrase",
  })
  await expect(build("a")).rejects.toMatchObject({ code: "not-confirmed" })
  expect(existsSync(join(out, "a"))).toBe(false)
})

test("confirmed by somebody else in the same window it leaves; the proof says a role, log and record say who", async () => {
  expect(await confirm(theirs)).toEqual({ confirmedBy: "Aigerim" })
  expect(await release()).toMatchObject({ confirmedBy: "Aigerim" })
  await build("a")
  const proof = ["proof.json", "proof.txt"].map((name) => readFileSync(join(out, "a", "data", name), "utf8"))
  expect(JSON.parse(proof[0]!)).toMatchObject({ lookedAtBy: "reviewer", confirmedBy: "second person" })
  expect(proof[1]).toContain("A second person, with a key of their own")
  expect(proof.join("")).not.toMatch(/Daniyar|Aigerim/)
  const { dossiers } = await run("dossier.list", { caseId })
  expect(dossiers).toMatchObject([{ reviewedBy: ["Daniyar"], confirmedBy: "Aigerim" }])
  const { entries } = await run("audit.log", {})
  const told = entries.filter(({ verb }) => verb === "release.confirmed" || verb === "dossier.built")
  expect(told.map(({ verb, holder }) => [verb, holder])).toEqual([
    ["dossier.built", "Daniyar"],
    ["release.confirmed", "Aigerim"],
  ])
  expect((await run("audit.verify", {})).passed).toBe(true)
})

test.each([
  ["another title", async () => Promise.resolve({ title: "Другое" })],
  ["another way of drawing", async () => Promise.resolve({ redaction: { strict: true } })],
  ["a further word to look for", async () => Promise.resolve({ terms: ["жираф"] })],
  [
    "other words about the incident",
    async () => {
      await run("incident.update", { id: incidentId, patch: { narrative: "К ней пришли дважды." } })
      return {}
    },
  ],
  [
    "a name that was not looked for",
    async () => {
      await run("actor.update", { id: actorId, patch: { names: [{ text: "Смирнова Елена" }, { text: "Жирафова" }] } })
      return {}
    },
  ],
])("a confirmation holds for exactly what was confirmed: not with %s", async (_, change) => {
  await confirm(theirs)
  expect(await release()).toMatchObject({ confirmedBy: "Aigerim" })
  await expect(build("b", await change())).rejects.toMatchObject({ code: "not-confirmed" })
  expect(existsSync(join(out, "b"))).toBe(false)
})

test("a page that was opened and accepted again with another box is another state", async () => {
  await confirm(theirs)
  const subject = { evidenceId, audience, page: 1 }
  await run("redaction.addBox", { ...subject, rect: { x: 5, y: 5, width: 20, height: 8 } })
  await run("redaction.acceptPage", { ...subject, accepted: true })
  await expect(build("b")).rejects.toMatchObject({ code: "not-confirmed" })
})

test("the second person may confirm in a session of their own, and the day on the cover is free", async () => {
  await run("vault.unlock", { folder: vaultFolder, secret: theirs })
  expect(await release()).toMatchObject({ actingMayConfirm: true })
  expect(await confirm(null)).toEqual({ confirmedBy: "Aigerim" })
  await run("vault.unlock", { folder: vaultFolder, secret: own })
  await build("c", { datedOn: "2026-11-24" })
})

test("the rule is lifted by two, never by one; and is not set where one alone opens the vault", async () => {
  await expect(run("release.lift", { audience })).rejects.toMatchObject({ code: "not-confirmed" })
  await expect(run("release.lift", { audience, secret: own })).rejects.toMatchObject({ code: "own-review" })
  await run("release.require", { audience: null })
  await run("release.lift", { audience, secret: theirs })
  expect(await run("release.rules", {})).toEqual({ wholeVault: true, audiences: [] })
  await expect(build("d", { title: "Ещё одно" })).rejects.toMatchObject({ code: "not-confirmed" })
  const { holders } = await run("holder.list", {})
  await confirm(theirs, { title: "Ещё одно" })
  await run("holder.remove", { secret: own, id: holders[1]!.id })
  await expect(build("d", { title: "Ещё одно" })).rejects.toMatchObject({ code: "not-confirmed" })
  await run("release.lift", { audience: null })
  await expect(run("release.require", { audience })).rejects.toMatchObject({ code: "holder-alone" })
  await build("d", { title: "Ещё одно" })
})
