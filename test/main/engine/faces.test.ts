/* Faces that nobody decided on, from the pages to the dossier. The face is drawn by code, and nobody's. */
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { systemRandom } from "../../../main/crypto/random.ts"
import type { CaseId, EvidenceId } from "../../../shared/model/ids.ts"
import { makeTestEngine } from "../../support/engine.ts"
import { jpegOfFaces } from "../../support/faces.ts"
import { makeTestPool } from "../../support/parser-pool.ts"

const made = makeTestEngine({ random: systemRandom, parsers: makeTestPool({ size: 2 }) })
const { engine, run, folder } = made
const out = join(folder, "out")
const audience = "UN OHCHR"
let caseId: CaseId
let evidenceId: EvidenceId
const subject = () => ({ evidenceId, audience })

beforeAll(async () => {
  mkdirSync(out)
  writeFileSync(join(folder, "photo.jpg"), jpegOfFaces(320, 260, [{ x: 150, y: 130, half: 110, turn: 3 }]))
  await made.createVault()
  caseId = (await run("case.add", { title: "Обыск" })).id
  await run("evidence.import", { caseId, files: [engine.offer(join(folder, "photo.jpg"))] })
  evidenceId = (await run("evidence.list", { caseId })).rows[0]!.id
  while (["waiting", "reading"].includes((await run("evidence.show", { id: evidenceId })).reading.state))
    await new Promise((resolve) => setTimeout(resolve, 50))
  await run("incident.add", { caseId, title: "Обыск", dates: "2017-03-04" })
})
afterAll(() => made.dispose())

const build = async (folderName: string) => {
  const incidentIds = (await run("incident.list", { caseId })).rows.map(({ id }) => id)
  const options = { title: "Дело", audience, datedOn: "2026-11-23", incidentIds, evidenceIds: [evidenceId] }
  return await run("dossier.build", { caseId, target: engine.offer(out), folderName, options })
}

test("a face that nobody was asked about holds the dossier up, and waits as a box", async () => {
  await run("redaction.acceptPage", { ...subject(), page: 1, accepted: true })
  await expect(build("a")).rejects.toMatchObject({ code: "not-reviewed" })
  const { boxes, acceptedPages } = await run("redaction.show", subject())
  expect(boxes).toMatchObject([{ page: 1, origin: "face", decision: "proposed", reason: "identifier", found: "" }])
  expect(acceptedPages).toEqual([])
}, 120_000)

test("one that a person left to be seen is not asked about again, and leaves", async () => {
  const { boxes } = await run("redaction.show", subject())
  await run("redaction.decide", { ...subject(), boxIds: boxes.map(({ id }) => id), decision: "dismissed" })
  await run("redaction.acceptPage", { ...subject(), page: 1, accepted: true })
  const { result } = await build("a")
  expect(result.proofs.flatMap(({ report }) => report.checks)).toContainEqual(
    expect.objectContaining({ name: "faces", looked: 1, hits: 0 }),
  )
}, 120_000)

test("seen again in the original it is not asked about again", async () => {
  expect((await run("redaction.propose", subject())).boxes).toHaveLength(1)
}, 60_000)
