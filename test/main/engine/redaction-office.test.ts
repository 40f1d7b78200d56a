import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { join } from "node:path"
import * as mupdf from "mupdf"
import { afterAll, beforeAll, expect, test } from "vitest"
import { systemRandom } from "../../../main/crypto/random.ts"
import { makeTestEngine } from "../../support/engine.ts"
import { docxOf, wordParagraph } from "../../support/office-files.ts"
import { makeTestPool } from "../../support/parser-pool.ts"

const made = makeTestEngine({ random: systemRandom, parsers: makeTestPool({ size: 2 }) })
const { engine, run, folder } = made
const out = join(folder, "out")

beforeAll(() => mkdirSync(out))
afterAll(() => made.dispose())

const redact = (name: string, bytes: Uint8Array) => {
  writeFileSync(join(folder, name), bytes)
  const file = engine.offer(join(folder, name))
  return run("redaction.file", { file, terms: ["Смирнова"], target: engine.offer(out), name: `${name}.pdf` })
}
const fail = (): never => {
  throw new Error("nothing came in")
}
const dossier = { title: "Bundle", audience: "Court", datedOn: "2026-03-01", language: "en" as const }
const textOf = (path: string): string =>
  mupdf.Document.openDocument(readFileSync(path), "application/pdf").loadPage(0).toStructuredText("").asText()

test("a Word document leaves as pages: covered where it shows the name, without what it hid", async () => {
  const body = [
    wordParagraph("Вечером Смирнова ушла домой"),
    wordParagraph("Все соседи уже спали", "<w:del><w:r><w:delText>Смирнова</w:delText></w:r></w:del>"),
  ].join("")
  const result = await redact("letter.docx", docxOf(body))
  expect(result).toMatchObject({ pages: 1, boxes: 1, renderedBy: "typeset", reviewed: false, report: { passed: true } })
  expect(result.hidden).toEqual([{ kind: "deleted-text", count: 1 }])
  const text = textOf(engine.resolve(result.file))
  expect(text).toContain("соседи")
  expect(text).not.toContain("Смирнова")
})

test("nothing that a page names is fetched while its pages are made", async () => {
  let asked = 0
  const server = createServer((_request, response) => {
    asked += 1
    response.end()
  })
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const html = `<!doctype html><link rel=stylesheet href="${address}/a.css"><img src="${address}/b.png"><style>@import "${address}/c.css";body{background:url(${address}/d.png)}</style><script src="${address}/e.js"></script><iframe src="${address}/f"></iframe><p>Вечером Смирнова ушла`
  const result = await redact("page.html", Buffer.from(html))
  server.close()
  expect(asked).toBe(0)
  expect(result.hidden).toContainEqual({ kind: "remote-picture", count: 1 })
})

test("as text only the words leave, names replaced whole, even where their halves look different", async () => {
  const halves = ["Смир", "нова"].map(
    (half) => `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${half}</w:t></w:r>`,
  )
  writeFileSync(join(folder, "words.docx"), docxOf(wordParagraph("Вечером ", ...halves, " ушла домой, к Смирновой")))
  const file = engine.offer(join(folder, "words.docx"))
  const given = { file, terms: ["Смирнова"], target: engine.offer(out), asText: true }
  const result = await run("redaction.file", { ...given, name: "words.pdf" })
  expect(result).toMatchObject({ boxes: 1, renderedBy: "typeset", reviewed: false, report: { passed: true } })
  expect(textOf(engine.resolve(result.file))).toContain("Вечером […] ушла домой, к […]")
  writeFileSync(join(folder, "own.pdf"), "%PDF-1.4")
  const reply = await engine.call("redaction.file", {
    ...given,
    file: engine.offer(join(folder, "own.pdf")),
    name: "own-text.pdf",
  })
  expect(reply).toMatchObject({ ok: false, fault: { code: "cannot-redact-kind" } })
})

test("an item of the vault is reviewed, covered and annexed in the pages that were made of it", async () => {
  await made.createVault()
  const caseId = (await run("case.add", { title: "Letters" })).id
  await run("actor.add", { caseId, kind: "person", names: [{ text: "Смирнова" }], protected: true })
  const struck = "<w:del><w:r><w:delText>Тайна</w:delText></w:r></w:del>"
  const body = `${wordParagraph("Вечером Смирнова ушла домой", struck)}<w:p><w:r><w:br w:type="page"/></w:r></w:p>`
  writeFileSync(join(folder, "note.docx"), docxOf(body))
  const imported = await run("evidence.import", { caseId, files: [engine.offer(join(folder, "note.docx"))] })
  const id = imported.outcomes[0]?.evidenceId ?? fail()
  const subject = { evidenceId: id, audience: "Court" }

  expect(await run("redaction.hidden", { evidenceId: id })).toEqual({
    renderedBy: "typeset",
    parts: [{ kind: "deleted-text", count: 1, texts: [] }],
  })
  expect((await run("redaction.hidden", { evidenceId: id, texts: true })).parts[0]?.texts).toEqual(["Тайна"])
  const plan = await run("redaction.propose", subject)
  expect(plan.boxes).toHaveLength(1)
  const { pages } = await run("evidence.pages", { id, leaving: true })
  expect([pages.length, plan.pageCount]).toEqual([1, 1])
  // What leaves does not say what was struck; what is read in the vault does.
  const leaving = await run("evidence.pageText", { id, page: 1, leaving: true })
  const inside = await run("evidence.pageText", { id, page: 1 })
  expect([leaving.text.includes("Тайна"), inside.text.includes("Тайна")]).toEqual([false, true])
  expect((await run("evidence.pageImage", { id, page: 1, dpi: 20, leaving: true })).width).toBe(166)

  await run("redaction.decide", { ...subject, boxIds: plan.boxes.map((box) => box.id), decision: "accepted" })
  await run("redaction.acceptPage", { ...subject, page: 1, accepted: true })
  expect((await run("redaction.refresh", subject)).acceptedPages).toEqual([1])
  const incidentId = (await run("incident.add", { caseId, title: "Evening" })).id
  const options = { ...dossier, incidentIds: [incidentId], evidenceIds: [id] }
  const { result } = await run("dossier.build", { caseId, target: engine.offer(out), folderName: "bag", options })
  expect(result.annexes).toMatchObject([{ pages: 1, boxes: 1 }])
  const annex = textOf(join(out, "bag", "data", "annexes", "annex-01.pdf"))
  expect(annex).toContain("домой")
  expect(annex).not.toMatch(/Смирнова|Тайна/)
})
