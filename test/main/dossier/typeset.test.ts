import { execFileSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as mupdf from "mupdf"
import { expect, test } from "vitest"
import type { DossierContent } from "../../../main/dossier/content.ts"
import { typesetBundle } from "../../../main/dossier/typeset.ts"
import { veraPdfJar } from "../../../tools/judges.ts"

const content: DossierContent = {
  language: "kk",
  title: 'Newsroom of "Aral Dauysy" #panic() $x$ [y] *z*',
  audience: "Committee",
  datedIso: "2026-11-23",
  datedOn: "23 November 2026",
  incidents: [
    {
      date: "4–9 March 2017",
      title: "Тінту",
      place: "Ақтөбе",
      verification: "расталған",
      narrative: "Үш телефон тізімдемесіз алынды.\nOfficers left at noon.",
      statements: [
        { relation: "растайды", quote: "3 телефона без описи", comment: "", annex: 2, page: 1, keptBackReference: "" },
        { relation: "растайды", quote: "", comment: "Дауыс", annex: null, page: null, keptBackReference: "E-009" },
      ],
    },
  ],
  people: [{ shownAs: "Person 14", roles: "куә" }],
  annexes: [
    { number: 1, title: "Протокол", pages: 3, firstPage: 0, boxes: 4 },
    { number: 2, title: "Акт", pages: 1, firstPage: 0, boxes: 0 },
  ],
  keptBack: [{ reference: "E-009", why: "дыбыс" }],
}

const textOf = (pdf: Uint8Array): string => {
  const document = mupdf.Document.openDocument(pdf, "application/pdf")
  return Array.from({ length: document.countPages() }, (_, page) =>
    document.loadPage(page).toStructuredText("preserve-whitespace").asText(),
  ).join("\n")
}

const isPdfA2b = (pdf: Uint8Array): boolean => {
  const folder = mkdtempSync(join(tmpdir(), "saqta-verapdf-"))
  try {
    writeFileSync(join(folder, "file.pdf"), pdf)
    const said = execFileSync(
      "java",
      ["-cp", veraPdfJar, "org.verapdf.apps.GreenfieldCliWrapper", "-f", "2b", join(folder, "file.pdf")],
      { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] },
    )
    return said.includes('isCompliant="true"')
  } catch {
    return false
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test("veraPDF judges the bundle's own pages PDF/A-2b", async () => {
  expect(isPdfA2b((await typesetBundle(content)).pdf)).toBe(true)
})

test("veraPDF refuses a PDF that is not PDF/A-2b", () => {
  const pdf = new mupdf.PDFDocument()
  pdf.insertPage(-1, pdf.addPage([0, 0, 100, 100], 0, pdf.newDictionary(), ""))
  expect(isPdfA2b(pdf.saveToBuffer("compress").asUint8Array().slice())).toBe(false)
})

test("the same content gives the same bytes", async () => {
  expect((await typesetBundle(content)).pdf).toEqual((await typesetBundle(content)).pdf)
})

test("what people wrote is shown as it stands, never run as markup", async () => {
  expect(textOf((await typesetBundle(content)).pdf)).toContain('"Aral Dauysy" #panic() $x$ [y] *z*')
})

test("annexes are numbered through from the bundle's own last page", async () => {
  const { pages, content: numbered } = await typesetBundle(content)
  expect(numbered.annexes.map((annex) => annex.firstPage)).toEqual([pages + 1, pages + 4])
  expect(textOf((await typesetBundle(content)).pdf)).toContain(`${pages + 1}–${pages + 3}`)
})
