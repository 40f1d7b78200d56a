import { randomBytes } from "node:crypto"
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import type { CaseId } from "../../../shared/model/ids.ts"
import { makeTestEngine, testPassphrase } from "../../support/engine.ts"

const made = makeTestEngine({ random: (length) => randomBytes(length) })
const { engine, run, events } = made
let caseId: CaseId
let vault: Awaited<ReturnType<typeof made.createVault>>

beforeAll(async () => {
  vault = await made.createVault()
  caseId = (await run("case.add", { title: "Обыск на улице Абая" })).id
})
afterAll(() => made.dispose())

const code = async (name: string, input: unknown): Promise<string> => {
  const reply = await engine.call(name, input)
  return reply.ok ? "ok" : reply.fault.code
}

test("a new vault is open, and said to be", async () => {
  expect(await run("vault.status", {})).toMatchObject({ open: true, info: { folderName: "vault", cases: 1 } })
  expect(events).toContainEqual({ kind: "vault.opened" })
})

test("every noun's calls reach its handlers", async () => {
  const incident = await run("incident.add", { caseId, title: "Search", dates: "4–9 марта 2017" })
  expect(incident.dates).toEqual({ edtf: "2017-03-04/2017-03-09", earliest: "2017-03-04", latest: "2017-03-09" })
  const actor = await run("actor.add", { caseId, names: [{ text: "Aigerim Test" }], protected: true })
  await run("involvement.add", { incidentId: incident.id, actorId: actor.id, role: "victim" })
  expect((await run("incident.show", { id: incident.id })).counts).toEqual({ evidence: 0, actors: 1 })
  await run("note.add", { subjectKind: "incident", subjectId: incident.id, text: "Seen twice." })
  expect((await run("note.list", { subjectId: incident.id })).notes).toHaveLength(1)
  const { pseudonyms } = await run("pseudonym.list", { caseId, audience: "UN body" })
  expect(pseudonyms).toEqual([{ actorId: actor.id, text: expect.stringMatching(/^Person \d+$/) }])
  expect(await run("pseudonym.list", { caseId, audience: " UN  body " })).toEqual({ pseudonyms })
  await run("draft.save", { key: "note", json: "{}" })
  expect((await run("draft.list", {})).drafts).toEqual([{ key: "note", json: "{}" }])
  const log = await run("audit.log", { limit: 1 })
  expect(log.entries[0]).toMatchObject({ verb: "pseudonym.drawn", subjectId: actor.id })
  expect(await run("audit.verify", {})).toMatchObject({ passed: true, faults: [] })
})

test("an unknown call is not found", async () => {
  expect(await code("case.steal", {})).toBe("not-found")
  expect(await code("toString", {})).toBe("not-found")
})

test("a field that does not fit is named, and its value is not", async () => {
  const reply = await engine.call("incident.add", { caseId, title: 7, dates: "secret" })
  expect(reply).toEqual({ ok: false, fault: { code: "bad-input", detail: { field: "title", reason: "invalid_type" } } })
})

test("a change is announced without its content", async () => {
  events.length = 0
  await run("case.update", { id: caseId, patch: { summary: "canary" } })
  expect(events).toEqual([{ kind: "records.changed", noun: "case", caseId }])
})

test("a locked vault answers nothing, and opens again with the passphrase only", async () => {
  await run("vault.lock", {})
  expect(await code("case.list", {})).toBe("vault-locked")
  expect(await code("vault.status", {})).toBe("ok")
  const unlock = (passphrase: string) =>
    code("vault.unlock", { folder: vault.folder, secret: { kind: "passphrase", passphrase } })
  expect(await unlock("not this one")).toBe("wrong-passphrase")
  expect(await code("case.list", {})).toBe("vault-locked")
  expect(await unlock(testPassphrase)).toBe("ok")
  expect((await run("case.list", {})).cases).toHaveLength(1)
})

test("a passphrase that could be guessed makes no vault and replaces none", async () => {
  const parent = engine.offer(made.folder)
  expect(await code("vault.create", { parent, folderName: "weak", passphrase: "алматы2017" })).toBe("passphrase-weak")
  expect(existsSync(join(made.folder, "weak"))).toBe(false)
  expect(await code("vault.changePassphrase", { current: testPassphrase, next: "qwerty" })).toBe("passphrase-weak")
  const { passphrase } = await run("passphrase.generate", { language: "kk" })
  expect(await run("passphrase.strength", { passphrase })).toMatchObject({ accepted: true })
})

test("two unlocks at once leave one open vault", async () => {
  const input = { folder: vault.folder, secret: { kind: "passphrase", passphrase: testPassphrase } }
  expect(await Promise.all([code("vault.unlock", input), code("vault.unlock", input)])).toEqual(["ok", "ok"])
  expect((await run("case.list", {})).cases).toHaveLength(1)
})

test("a token stands for one path and cannot be guessed", async () => {
  const token = engine.offer("/somewhere/a file.pdf")
  expect(token).toMatch(/^[0-9a-f]{32}$/)
  expect(engine.resolve(token)).toBe("/somewhere/a file.pdf")
  expect(engine.offer("/somewhere/a file.pdf")).not.toBe(token)
  expect(await code("vault.unlock", { folder: "00".repeat(16), secret: { kind: "passphrase", passphrase: "x" } })).toBe(
    "not-found",
  )
})

test.each(["../away", "a/b", "..", "a:b", "nul\0", "trailing."])(
  "a vault's folder cannot be called %j",
  async (name) => {
    const parent = engine.offer(made.folder)
    const reply = await engine.call("vault.create", { parent, folderName: name, passphrase: testPassphrase })
    expect(reply).toMatchObject({ ok: false, fault: { code: "bad-input", detail: { field: "folderName" } } })
  },
)

test("the state folder is for its owner alone and holds no name from a vault", async () => {
  const recent = await run("vault.recent", {})
  expect(recent.vaults.map(({ folderName }) => folderName)).toEqual(["vault"])
  const state = join(made.folder, "state")
  expect(statSync(join(state, "settings.json")).mode & 0o077).toBe(0)
  const files = readdirSync(state, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  expect(files.length).toBeGreaterThan(1)
  for (const { parentPath, name } of files) expect(readFileSync(join(parentPath, name)).includes("Абая")).toBe(false)
})

test("settings that another window of the same person wrote are read again", async () => {
  await run("settings.update", { patch: { theme: "dark" } })
  const path = join(made.folder, "state", "settings.json")
  const written = readFileSync(path, "utf8")
  writeFileSync(`${path}.other`, written.replace('"dark"', '"light"'))
  renameSync(`${path}.other`, path)
  expect(await run("settings.show", {})).toMatchObject({ theme: "light" })
  expect(await run("settings.show", {})).toMatchObject({ theme: "light" })
  rmSync(path)
  expect(await run("settings.show", {})).toMatchObject({ theme: "system" })
})

test("without leave to remember, recent vaults are forgotten at once", async () => {
  await run("settings.update", { patch: { rememberVaults: false, language: "kk" } })
  expect((await run("vault.recent", {})).vaults).toEqual([])
  expect(await run("settings.show", {})).toMatchObject({ rememberVaults: false, language: "kk", theme: "system" })
})
