import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { PDFDocument } from "pdf-lib"
import { afterAll, beforeAll, expect, test } from "vitest"
import { systemRandom } from "../../../main/crypto/random.ts"
import type { ParserPool } from "../../../main/workers/pool.ts"
import { pageRect } from "../../../shared/geometry.ts"
import type { ActorId, CaseId, EvidenceId } from "../../../shared/model/ids.ts"
import { makeTestEngine, testPassphrase } from "../../support/engine.ts"
import { makeTestPool } from "../../support/parser-pool.ts"
import { makeStrip, pictureOf, scanOf } from "../../support/redaction-files.ts"

/** Counts what the parsers are asked for. */
const counting = (pool: ParserPool) => {
  const asked: string[] = []
  const run = (async (name: string, input: unknown, options: unknown) => {
    asked.push((input as { read?: boolean }).read === true ? `${name} read` : name)
    return await (pool.run as (...parts: unknown[]) => Promise<unknown>)(name, input, options)
  }) as ParserPool["run"]
  return { pool: { ...pool, run, close: () => pool.close() }, asked }
}

const { pool, asked } = counting(makeTestPool({ size: 2 }))
const made = makeTestEngine({ random: systemRandom, parsers: pool })
const { engine, run, folder } = made
const out = join(folder, "out")
const audience = "UN OHCHR"
let caseId: CaseId
let evidenceId: EvidenceId
let actorId: ActorId
const subject = () => ({ evidenceId, audience })

/** Three pages: a scan, and two of text. */
const threePages = async (): Promise<Uint8Array> => {
  const pages = [
    scanOf(pictureOf(await makeStrip({ lines: ["Вечером Смирнова ушла домой"] }), "jpeg")),
    await makeStrip({ lines: ["Потом пришла Козлова с братом"] }),
    await makeStrip({ lines: ["Здесь никого не было совсем"] }),
  ]
  const whole = await PDFDocument.create({ updateMetadata: false })
  for (const bytes of pages)
    for (const page of await whole.copyPages(await PDFDocument.load(bytes), [0])) whole.addPage(page)
  return await whole.save()
}

beforeAll(async () => {
  mkdirSync(out)
  writeFileSync(join(folder, "three.pdf"), await threePages())
  await made.createVault()
  caseId = (await run("case.add", { title: "Обыск" })).id
  const names = [{ text: "Смирнова Елена" }]
  actorId = (await run("actor.add", { caseId, kind: "person", names, protected: true })).id
  await run("evidence.import", { caseId, files: [engine.offer(join(folder, "three.pdf"))] })
  evidenceId = (await run("evidence.list", { caseId })).rows[0]!.id
  while (["waiting", "reading"].includes((await run("evidence.show", { id: evidenceId })).reading.state))
    await new Promise((resolve) => setTimeout(resolve, 50))
  const { boxes } = await run("redaction.propose", subject())
  await run("redaction.decide", { ...subject(), boxIds: boxes.map(({ id }) => id), decision: "accepted" })
  await acceptAll()
})
afterAll(() => made.dispose())

const acceptAll = async () => {
  for (const page of [1, 2, 3]) await run("redaction.acceptPage", { ...subject(), page, accepted: true })
}

const build = async (folderName: string) => {
  const incidents = await run("incident.list", { caseId })
  const id = incidents.rows[0]?.id ?? (await run("incident.add", { caseId, title: "Обыск", dates: "2017-03-04" })).id
  const options = { title: "Дело", audience, datedOn: "2026-11-23", incidentIds: [id], evidenceIds: [evidenceId] }
  return await run("dossier.build", { caseId, target: engine.offer(out), folderName, options })
}

test("where nothing changed nothing is looked at again, and nothing written", async () => {
  const before = (await run("audit.log", {})).entries.length
  asked.length = 0
  expect((await run("redaction.refresh", subject())).acceptedPages).toEqual([1, 2, 3])
  expect(asked).toEqual([])
  expect((await run("audit.log", {})).entries.length).toBe(before)
})

test("a new name reopens only the pages where it is found, and what was read is not read again", async () => {
  const names = [{ text: "Смирнова Елена" }, { text: "Козлова" }]
  await run("actor.update", { id: actorId, patch: { names } })
  asked.length = 0
  const plan = await run("redaction.refresh", subject())
  expect(plan.acceptedPages).toEqual([1, 3])
  expect(plan.reopenedPages).toEqual([{ page: 2, why: "names" }])
  expect(plan.boxes.filter(({ decision }) => decision === "proposed").map(({ page, found }) => [page, found])).toEqual([
    [2, "Козлова"],
  ])
  expect(asked).toEqual([])
})

test("a dossier is refused while a new name waits, and accepting the page again forgets why", async () => {
  await expect(build("a")).rejects.toMatchObject({ code: "not-reviewed" })
  const { boxes } = await run("redaction.show", subject())
  const waiting = boxes.filter(({ decision }) => decision === "proposed").map(({ id }) => id)
  await run("redaction.decide", { ...subject(), boxIds: waiting, decision: "accepted" })
  const plan = await run("redaction.acceptPage", { ...subject(), page: 2, accepted: true })
  expect([plan.acceptedPages, plan.reopenedPages]).toEqual([[1, 2, 3], []])
})

test("a name that was given after the last look is found before the dossier is made", async () => {
  const names = [{ text: "Смирнова Елена" }, { text: "Козлова" }, { text: "никого не было" }]
  await run("actor.update", { id: actorId, patch: { names } })
  await expect(build("a")).rejects.toMatchObject({ code: "not-reviewed" })
  expect((await run("redaction.show", subject())).reopenedPages).toEqual([{ page: 3, why: "names" }])
  await run("actor.update", { id: actorId, patch: { names: names.slice(0, 2) } })
  const { boxes } = await run("redaction.show", subject())
  const waiting = boxes.filter(({ decision }) => decision === "proposed").map(({ id }) => id)
  await run("redaction.decide", { ...subject(), boxIds: waiting, decision: "accepted" })
  await run("redaction.acceptPage", { ...subject(), page: 3, accepted: true })
})

test("a reviewed dossier leaves without OCR once its pages were read, also after a restart", async () => {
  await build("a")
  await run("vault.lock", {})
  const vault = engine.offer(join(folder, "vaults", "vault"))
  await run("vault.unlock", { folder: vault, secret: { kind: "passphrase", passphrase: testPassphrase } })
  asked.length = 0
  await build("b")
  const slow = asked.filter((name) => ["burnPage read", "readSaved", "ocrPage", "expectPage"].includes(name))
  expect(slow).toEqual([])
})

test("a box that somebody changed reopens its page alone", async () => {
  await run("redaction.addBox", { ...subject(), page: 1, rect: pageRect(200, 20, 30, 10) })
  expect((await run("redaction.refresh", subject())).acceptedPages).toEqual([2, 3])
})
