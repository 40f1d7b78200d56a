import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import type { ParserPool } from "../../../main/workers/pool.ts"
import { Fault } from "../../../shared/faults.ts"
import { makeTestEngine } from "../../support/engine.ts"
import { plainPdf } from "../../support/hostile-files.ts"
import { makeTestPool } from "../../support/parser-pool.ts"

const pool = makeTestPool()
/** Looks at what a file is, counts and draws its pages for a plan; whatever the queue asks for fails. */
const parsers: ParserPool = {
  run: (operation, input, options) =>
    ["sniff", "redactionPages", "drawOriginal"].includes(operation)
      ? pool.run(operation, input, options)
      : Promise.reject(new Fault("parser-crashed")),
  close: () => pool.close(),
}
const { engine, run, createVault, dispose, folder } = makeTestEngine({ parsers })
afterAll(dispose)

const audience = "Committee"

test("an item whose pages a person has accepted may leave, also where the queue could not read it", async () => {
  await createVault()
  const caseId = (await run("case.add", { title: "Search" })).id
  const incidentId = (await run("incident.add", { caseId, title: "The office is searched" })).id
  writeFileSync(join(folder, "letter.pdf"), plainPdf("They came at six"))
  const files = [engine.offer(join(folder, "letter.pdf"))]
  const { outcomes } = await run("evidence.import", { caseId, files, provenance: {} })
  const evidenceId = outcomes[0]?.evidenceId
  if (evidenceId == null) throw new Error("The letter did not come in.")
  await run("link.add", { evidenceId, place: { kind: "whole" }, target: { kind: "incident", id: incidentId } })
  const options = { title: "Bundle", audience, incidentIds: [incidentId], datedOn: "2026-11-23" }
  const ready = async () => (await run("dossier.check", { caseId, options })).annexes.map((annex) => annex.ready)
  expect(await ready()).toEqual([false])
  await run("redaction.acceptPage", { evidenceId, audience, page: 1, accepted: true })
  expect((await run("evidence.show", { id: evidenceId })).pageCount).toBe(null)
  expect(await ready()).toEqual([true])
})
