import { Fault } from "../../shared/faults.ts"
import type { Language } from "../../shared/model/ids.ts"
import { readFont } from "../redaction/print/fonts.ts"
import type { DossierContent } from "./content.ts"
import { sheetTemplate } from "./sheet-template.ts"
import { template } from "./template.ts"
import { dossierWords } from "./words.ts"

type Typst = typeof import("@myriaddreamin/typst-ts-node-compiler")

const fontFiles = [
  "noto-serif/400Regular/NotoSerif_400Regular.ttf",
  "noto-serif/700Bold/NotoSerif_700Bold.ttf",
  "noto-sans/400Regular/NotoSans_400Regular.ttf",
  "noto-sans/600SemiBold/NotoSans_600SemiBold.ttf",
]

/** Seconds since 1970 of the day's first instant in UTC: the only clock that the file knows. */
const midnight = (isoDay: string): number => Math.floor(Date.parse(`${isoDay}T00:00:00Z`) / 1000)

export interface TypesetPages {
  readonly pdf: Uint8Array
  readonly pages: number
}

interface Source {
  readonly mainFileContent: string
  readonly inputs: Readonly<Record<string, string>>
  readonly datedIso: string
}

/**
 * Typesets as PDF/A-2b (Typst 0.14). The same content gives the same bytes: only our fonts are loaded, and the only date
 * is the content's.
 * @throws Fault "internal" where the template does not compile (logged without content).
 */
const compilePdf = async ({ mainFileContent, inputs, datedIso }: Source): Promise<TypesetPages> => {
  const { NodeCompiler }: Typst = await import("@myriaddreamin/typst-ts-node-compiler")
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fontFiles.map(readFont) }] })
  const compiled = compiler.compile({ mainFileContent, inputs: { ...inputs } })
  const document = compiled.result
  if (document === null) throw new Fault("internal", { step: "typeset" })
  const pdf = compiler.pdf(document, { pdfStandard: "a-2b", creationTimestamp: midnight(datedIso) })
  return { pdf: new Uint8Array(pdf), pages: document.numOfPages }
}

/** A bundle's own pages. @throws Fault "internal" */
export const typeset = (content: DossierContent): Promise<TypesetPages> =>
  compilePdf({
    mainFileContent: template,
    inputs: { content: JSON.stringify(content), words: JSON.stringify(dossierWords[content.language]) },
    datedIso: content.datedIso,
  })

/** What stands on a custody sheet, in the reader's words. Each row has as many cells as there are columns. */
export interface SheetContent {
  readonly language: Language
  readonly heading: string
  readonly title: string
  readonly datedIso: string
  readonly facts: readonly (readonly [name: string, value: string])[]
  readonly warnings: readonly string[]
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly signatures: readonly string[]
}

/** @throws Fault "internal" */
export const typesetSheet = (content: SheetContent): Promise<TypesetPages> =>
  compilePdf({
    mainFileContent: sheetTemplate,
    inputs: { content: JSON.stringify(content) },
    datedIso: content.datedIso,
  })

/** Gives every annex its first page, given how many pages stand before the first. Annexes follow one another. */
export const withBundlePages = (content: DossierContent, ownPages: number): DossierContent => {
  let next = ownPages + 1
  const annexes = content.annexes.map((annex) => {
    const firstPage = next
    next += annex.pages
    return { ...annex, firstPage }
  })
  return { ...content, annexes }
}

/**
 * Typesets until the page numbers that the list of annexes states are the true ones: writing them can move a line.
 * Two rounds settle it in practice; five that do not are a defect of the template.
 */
export const typesetBundle = async (content: DossierContent): Promise<TypesetPages & { content: DossierContent }> => {
  let ownPages = 0
  for (let round = 0; round < 5; round += 1) {
    const numbered = withBundlePages(content, ownPages)
    const typesetPages = await typeset(numbered)
    if (typesetPages.pages === ownPages) return { ...typesetPages, content: numbered }
    ownPages = typesetPages.pages
  }
  throw new Fault("internal", { step: "page-numbers" })
}
