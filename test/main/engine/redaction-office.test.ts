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
