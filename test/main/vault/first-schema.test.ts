import { cpSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { makeTestEngine, testPassphrase } from "../../support/engine.ts"

/** A vault that version 0.1.0 made before kinds of records were declared: schema 1, cheap key derivation. */
const fixture = join(import.meta.dirname, "../../vectors/vault-schema-1")

const { engine, run, dispose, folder } = makeTestEngine()
afterAll(dispose)

test("a vault of the first schema opens, keeps all it held, and its log still holds", async () => {
  const copy = join(folder, "vaults", "old")
  cpSync(fixture, copy, { recursive: true })
  await run("vault.unlock", { folder: engine.offer(copy), secret: { kind: "passphrase", passphrase: testPassphrase } })
  expect(readdirSync(copy)).toContain("vault.db.version-1")

  const { cases } = await run("case.list", {})
  expect(cases).toMatchObject([{ title: "Обыск в редакции", counts: { incidents: 1, evidence: 1, actors: 1 } }])
  const caseId = cases[0]?.id
  if (caseId === undefined) throw new Error("the case is gone")
  const [incident] = (await run("incident.list", { caseId })).rows
  if (incident === undefined) throw new Error("the incident is gone")
  expect(incident).toMatchObject({
    title: "Обыск",
    dates: { edtf: "2017-03-04/2017-03-09" },
    verification: "confirmed",
  })
  expect((await run("link.list", { incidentId: incident.id })).links).toHaveLength(1)
  expect((await run("note.list", { subjectId: incident.id })).notes.map(({ text }) => text)).toEqual([
    "Санкция не предъявлена",
  ])
  expect((await run("audit.verify", {})).faults).toEqual([])

  const parent = { kind: "incident", id: incident.id } as const
  await run("record.add", { caseId, kind: "act", parent, fields: { type: "secret-detention", warrant: "no" } })
  await run("record.update", { ...parent, patch: { tags: ["2017"] } })
  expect((await run("record.show", parent)).fields).toEqual({ tags: ["2017"] })
  expect(await run("audit.verify", {})).toMatchObject({ passed: true, faults: [] })
})
