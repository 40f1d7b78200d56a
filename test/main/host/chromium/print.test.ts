import { mkdtempSync, readdirSync, rmSync } from "node:fs"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as mupdf from "mupdf"
import { afterAll, expect, onTestFinished, test } from "vitest"
import { findChromium } from "../../../../main/host/chromium/launch.ts"
import { chromiumPrint } from "../../../../main/host/chromium/print.ts"
import { browserPrinter } from "../../../../main/redaction/print/browser-printer.ts"
import { pageHtml } from "../../../../main/redaction/print/page-html.ts"
import { steadyPdf } from "../../../../main/redaction/print/steady-pdf.ts"
import type { Piece } from "../../../../main/reading/visible/pieces.ts"
import { greyPng } from "../../../support/office-files.ts"

const parent = mkdtempSync(join(tmpdir(), "saqta-print-"))
afterAll(() => rmSync(parent, { recursive: true, force: true }))
const program = findChromium() ?? ""
const print = chromiumPrint({
  ...{ program, environment: process.env, profileParents: [parent] },
  runsAsRoot: process.getuid?.() === 0,
})
const open = (pdf: Uint8Array) => mupdf.Document.openDocument(pdf, "application/pdf")
const textOf = (pdf: Uint8Array): string => open(pdf).loadPage(0).toStructuredText("").asText()

test("pages are printed in our own letters, the same each time, and nothing of the browser is left", async () => {
  const bytes = greyPng(30, 30, (x) => x * 8)
  const pieces: Piece[] = [
    { is: "heading", level: 1, runs: [{ text: "Әлия Қуанышқызы" }] },
    { is: "picture", picture: { bytes, mediaType: "image/png", width: 30, height: 30 } },
    { is: "new-page" },
    { is: "paragraph", runs: [{ text: "Second" }] },
  ]
  const once = await browserPrinter(print).print(pieces, {})
  const again = await browserPrinter(print).print(pieces, {})
  expect(once.by).toBe("browser")
  expect(textOf(once.pdf)).toContain("Әлия Қуанышқызы")
  expect(open(once.pdf).countPages()).toBe(2)
  expect(Buffer.from(once.pdf).includes("NotoSans")).toBe(true)
  expect(Buffer.from(steadyPdf(once.pdf)).equals(steadyPdf(again.pdf))).toBe(true)
  expect(readdirSync(parent)).toEqual([])
})

test("a page that breaks out of its words neither runs nor asks anybody", async () => {
  let asked = 0
  const server = createServer((_request, response) => {
    asked += 1
    response.end("x")
  })
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening))
  onTestFinished(() => void server.close())
  const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const hostile = `<p id="a">still</p><script>document.getElementById("a").textContent = "ran"</script><img src="${at}/a.png"><link rel="stylesheet" href="${at}/b.css"><iframe src="${at}/c"></iframe><meta http-equiv="refresh" content="0;url=${at}/d"><style>@import "${at}/e.css";body{background:url(${at}/f.png)}</style>`
  const html = pageHtml([])
    .replace(/<meta http-equiv="Content[^>]*>/, "")
    .replace("<body>", `<body>${hostile}`)
  expect(textOf(await print(html, {}))).toContain("still")
  expect(asked).toBe(0)
})

test("a browser that does not print leaves the work to plain typesetting, which says so", async () => {
  const broken = chromiumPrint({ program: "/bin/false", environment: {}, profileParents: [parent], runsAsRoot: false })
  const { by, pdf } = await browserPrinter(broken).print([{ is: "paragraph", runs: [{ text: "plain" }] }], {})
  expect(by).toBe("typeset")
  expect(textOf(pdf)).toContain("plain")
})

test("a print that nobody waits for any more ends with its browser", async () => {
  const control = new AbortController()
  const printing = print(pageHtml([{ is: "lines", text: "x" }]), { signal: control.signal })
  control.abort()
  await expect(printing).rejects.toMatchObject({ code: "cancelled" })
  expect(readdirSync(parent)).toEqual([])
})
