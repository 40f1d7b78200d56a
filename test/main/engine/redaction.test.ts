import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import * as mupdf from "mupdf"
import { afterAll, beforeAll, expect, test } from "vitest"
import { systemRandom } from "../../../main/crypto/random.ts"
import { partialName } from "../../../main/engine/handlers/redaction-file.ts"
import { pageRect } from "../../../shared/geometry.ts"
import type { ActorId, EvidenceId } from "../../../shared/model/ids.ts"
import { makeTestEngine } from "../../support/engine.ts"
import { makeTestPool } from "../../support/parser-pool.ts"
import { makeStrip, pictureOf, scanOf } from "../../support/redaction-files.ts"

const made = makeTestEngine({ random: systemRandom, parsers: makeTestPool({ size: 2 }) })
const { engine, run, folder, events } = made
const out = join(folder, "out")
const lines = ["Вечером Смирнова ушла домой", "Все соседи уже спали"]
const audience = "UN OHCHR"
let textId: EvidenceId
let scanId: EvidenceId
let actorId: ActorId

const put = (name: string, bytes: Uint8Array | string): string => {
  writeFileSync(join(folder, name), bytes)
  return join(folder, name)
}
const fault = async (name: string, input: unknown): Promise<string> => {
  const reply = await engine.call(name, input)
  return reply.ok ? "ok" : reply.fault.code
}
const redactFile = (path: string, name: string, terms = ["Смирнова"]) =>
  run("redaction.file", { file: engine.offer(path), terms, target: engine.offer(out), name })
const fileFault = (path: string, name: string, terms = ["Смирнова"]) =>
  fault("redaction.file", { file: engine.offer(path), terms, target: engine.offer(out), name })

beforeAll(async () => {
  mkdirSync(out)
  const strip = await makeStrip({ lines })
  put("text.pdf", strip)
  put("scan.pdf", scanOf(pictureOf(strip, "jpeg")))
  await made.createVault()
  const caseId = (await run("case.add", { title: "Обыск" })).id
  const names = [{ text: "Смирнова Елена" }]
  actorId = (await run("actor.add", { caseId, kind: "person", names, protected: true })).id
  const files = ["text.pdf", "scan.pdf"].map((name) => engine.offer(join(folder, name)))
  await run("evidence.import", { caseId, files })
  const { rows } = await run("evidence.list", { caseId })
  textId = rows.find((row) => row.title.startsWith("text"))!.id
  scanId = rows.find((row) => row.title.startsWith("scan"))!.id
})
afterAll(() => made.dispose())

test("a file is redacted without a vault's plan, and says that nobody has looked", async () => {
  const result = await redactFile(join(folder, "text.pdf"), "a.pdf")
  expect(result).toMatchObject({ name: "a.pdf", pages: 1, boxes: 1, reviewed: false, report: { passed: true } })
  const text = mupdf.Document.openDocument(readFileSync(engine.resolve(result.file)), "application/pdf")
  expect(text.loadPage(0).toStructuredText("").asText()).not.toContain("Смирнова")
  expect(readdirSync(out)).toEqual(["a.pdf"])
})

test("a covered word does not leave in the new file's own name", async () => {
  expect(await fileFault(join(folder, "text.pdf"), "допрос смирновой.pdf")).toBe("redaction-leak")
  expect(readdirSync(out)).toEqual(["a.pdf"])
})

test("what a killed run left behind goes with the next one to the same name", async () => {
  const left = await redactFile(join(folder, "text.pdf"), "c.pdf")
  rmSync(engine.resolve(left.file))
  put(`out/${partialName("c.pdf")}`, "half a file")
  await redactFile(join(folder, "text.pdf"), "c.pdf")
  expect(readdirSync(out).sort()).toEqual(["a.pdf", "c.pdf"])
})

test("an existing file is never overwritten", async () => {
  put("out/taken.pdf", "mine")
  expect(await fileFault(join(folder, "text.pdf"), "taken.pdf")).toBe("target-exists")
  expect(readFileSync(join(out, "taken.pdf"), "utf8")).toBe("mine")
})

test("what cannot be redacted leaves no file behind, and says why", async () => {
  const before = readdirSync(out)
  symlinkSync("nowhere", join(folder, "dangling.pdf"))
  const faults = [
    [put("empty.pdf", ""), "file-empty"],
    [put("broken.pdf", "%PDF-1.7\nnothing"), "file-broken"],
    [put("program.exe", "MZ\x90\0 Смирнова"), "cannot-redact-kind"],
    [join(folder, "missing.pdf"), "file-vanished"],
    [join(folder, "dangling.pdf"), "file-vanished"],
    [out, "not-a-regular-file"],
  ] as const
  for (const [path, code] of faults) expect([path, await fileFault(path, "b.pdf")]).toEqual([path, code])
  expect(await fileFault(join(folder, "text.pdf"), "b.pdf", ["Я"])).toBe("term-too-short")
  expect(await fileFault(join(folder, "text.pdf"), "../b.pdf")).toBe("bad-input")
  expect(readdirSync(out)).toEqual(before)
})

test("a plan is empty at first sight and proposes the protected people and the terms", async () => {
  const subject = { evidenceId: textId, audience }
  expect(await run("redaction.show", subject)).toEqual({
    pageCount: 1,
    boxes: [],
    clearances: [],
    acceptedPages: [],
    reopenedPages: [],
  })
  const { boxes } = await run("redaction.propose", { ...subject, terms: ["соседи"] })
  expect(boxes.map((box) => [box.origin, box.decision, box.reason, box.actorId])).toEqual([
    ["actor", "proposed", "protected-person", actorId],
    ["term", "proposed", "term", null],
  ])
  expect(boxes[0]?.label).toMatch(/^Person \d+$/)
  expect(boxes[0]?.found).toBe("Смирнова")
  expect(events).toContainEqual(expect.objectContaining({ kind: "records.changed", noun: "redaction" }))
})

test("proposing again adds nothing, not even what was dismissed", async () => {
  const subject = { evidenceId: textId, audience }
  const { boxes } = await run("redaction.show", subject)
  await run("redaction.decide", { ...subject, boxIds: [boxes[0]!.id], decision: "dismissed" })
  const again = await run("redaction.propose", { ...subject, terms: ["соседи"] })
  expect(again.boxes.map((box) => box.id)).toEqual(boxes.map((box) => box.id))
})

test("one occurrence is cleared with a reason, and waits again when that is taken back", async () => {
  const subject = { evidenceId: textId, audience }
  const [box] = (await run("redaction.show", subject)).boxes
  const boxIds = [box!.id]
  const cleared = await run("redaction.clear", { ...subject, boxIds, note: "the neighbour of that name" })
  expect(cleared.clearances).toEqual([
    expect.objectContaining({ boxId: box!.id, page: 1, reason: "another-person", note: "the neighbour of that name" }),
  ])
  expect(cleared.boxes[0]?.decision).toBe("dismissed")
  const back = await run("redaction.unclear", { ...subject, boxIds })
  expect([back.clearances, back.boxes[0]?.decision]).toEqual([[], "proposed"])
  await run("redaction.clear", { ...subject, boxIds, reason: "ordinary-word" })
  expect((await run("redaction.decide", { ...subject, boxIds, decision: "accepted" })).clearances).toEqual([])
  await run("redaction.decide", { ...subject, boxIds, decision: "dismissed" })
})

test("what was drawn by hand names nobody, so there is nothing to clear", async () => {
  const subject = { evidenceId: textId, audience: "Press" }
  const box = await run("redaction.addBox", { ...subject, page: 1, rect: pageRect(30, 50, 20, 10) })
  expect(await fault("redaction.clear", { ...subject, boxIds: [box.id] })).toBe("bad-input")
})

test("a box grows as it is drawn, and not again as it is put back", async () => {
  const subject = { evidenceId: textId, audience: "Second press" }
  const drawn = pageRect(30, 50, 20, 10)
  const { id, rect } = await run("redaction.addBox", { ...subject, page: 1, rect: drawn })
  expect(rect.width).toBeGreaterThan(drawn.width)
  await run("redaction.removeBox", { ...subject, boxId: id })
  expect((await run("redaction.addBox", { ...subject, page: 1, rect, putBack: true })).rect).toEqual(rect)
})

test("a scan's names are proposed by OCR", async () => {
  const { boxes } = await run("redaction.propose", { evidenceId: scanId, audience })
  expect(boxes.map((box) => [box.origin, box.actorId])).toEqual([["ocr", actorId]])
})

test("an accepted page is to be looked at again once its boxes change", async () => {
  const subject = { evidenceId: scanId, audience }
  const accept = () => run("redaction.acceptPage", { ...subject, page: 1, accepted: true })
  const accepted = async () => (await run("redaction.show", subject)).acceptedPages
  expect((await accept()).acceptedPages).toEqual([1])
  const box = await run("redaction.addBox", { ...subject, page: 1, rect: pageRect(30, 50, 20, 10), label: "x" })
  expect(box).toMatchObject({ origin: "hand", decision: "accepted", page: 1 })
  expect(await accepted()).toEqual([])
  await accept()
  await run("redaction.decide", { ...subject, boxIds: [box.id], decision: "dismissed" })
  expect(await accepted()).toEqual([])
  await accept()
  await run("redaction.removeBox", { ...subject, boxId: box.id })
  expect(await accepted()).toEqual([])
  await accept()
  expect((await run("redaction.acceptPage", { ...subject, page: 1, accepted: false })).acceptedPages).toEqual([])
})

test("the queue of a case holds every item that has a plan for the audience, with what waits in it", async () => {
  const { cases } = await run("case.list", {})
  const { items } = await run("redaction.queue", { caseId: cases[0]!.id, audience })
  expect(items.map((item) => [item.evidenceId, item.reference, item.pageCount])).toEqual([
    [textId, "E-001", 1],
    [scanId, "E-002", 1],
  ])
  const { boxes } = await run("redaction.show", { evidenceId: scanId, audience })
  expect(items[1]!.undecided).toEqual(boxes.filter(({ decision }) => decision === "proposed"))
  expect((await run("redaction.queue", { caseId: cases[0]!.id, audience: "Nobody" })).items).toEqual([])
})

test("a decision may say why, and what was said before stays in the history", async () => {
  const subject = { evidenceId: scanId, audience }
  const [box] = (await run("redaction.show", subject)).boxes
  const plan = await run("redaction.decide", {
    ...subject,
    boxIds: [box!.id],
    decision: "accepted",
    reason: "privilege",
  })
  expect(plan.boxes[0]).toMatchObject({ decision: "accepted", reason: "privilege" })
  await run("redaction.decide", { ...subject, boxIds: [box!.id], decision: "proposed", reason: box!.reason })
})

test("boxes of one audience are not another's", async () => {
  const { boxes } = await run("redaction.show", { evidenceId: scanId, audience: "Court" })
  expect(boxes).toEqual([])
})

test("pages and boxes that are not there are refused", async () => {
  const subject = { evidenceId: textId, audience }
  const rect = pageRect(10, 10, 20, 20)
  expect(await fault("redaction.addBox", { ...subject, page: 2, rect })).toBe("bad-input")
  expect(await fault("redaction.addBox", { ...subject, page: 1, rect: pageRect(9000, 10, 20, 20) })).toBe("bad-input")
  expect(await fault("redaction.acceptPage", { ...subject, page: 2, accepted: true })).toBe("bad-input")
  expect(await fault("redaction.removeBox", { ...subject, boxId: scanId })).toBe("not-found")
})

test("the preview shows accepted boxes as solid black", async () => {
  const subject = { evidenceId: textId, audience }
  const { boxes } = await run("redaction.show", subject)
  const ids = boxes.map((box) => box.id)
  await run("redaction.decide", { ...subject, boxIds: ids, decision: "accepted" })
  const { png, width } = await run("redaction.preview", { ...subject, page: 1, dpi: 144 })
  const pixmap = new mupdf.Image(png).toPixmap()
  const { rect } = boxes[0]!
  const at = Math.round((rect.y + 2) * 2) * pixmap.getStride() + Math.round((rect.x + 3) * 2)
  expect(pixmap.getNumberOfComponents()).toBe(1)
  expect(pixmap.getPixels()[at]).toBe(0)
  expect(width).toBe(840)
})

test("every change of a plan is in the audit chain", async () => {
  const { entries } = await run("audit.log", { limit: 200 })
  const verbs = new Set(entries.map((entry) => entry.verb))
  for (const verb of [
    "redaction.planned",
    "redaction.proposed",
    "redaction.box-added",
    "redaction.decided",
    "redaction.cleared",
    "redaction.uncleared",
    "redaction.box-removed",
    "redaction.page-accepted",
    "redaction.page-reopened",
  ])
    expect(verbs).toContain(verb)
  expect(await run("audit.verify", {})).toMatchObject({ passed: true })
})
