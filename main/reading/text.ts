import { limits } from "./limits.ts"
import { openPages, withMuPdfFaults } from "./mupdf.ts"
import type { OpenDocument, ParserContext } from "./operation.ts"
import { readPage } from "./page-words.ts"
import { pageSource } from "./page-source.ts"
import type { PageText } from "./page-text.ts"
import { isImage, withPage } from "./pages.ts"

export interface WholeText {
  /** All that the file says: what text anchors count in, in UTF-16 units. */
  readonly text: string
  /** Where in `text` each page begins; as many as there are pages. */
  readonly pageStarts: readonly number[]
}

const spoken = (page: PageText): string =>
  page.lines.map((line) => line.words.map(({ text }) => text).join(" ")).join("\n")

/**
 * Where the pages begin in a text that was laid out: after as many letters as the pages before them show.
 * Layout keeps every letter in order and changes white space only; what it adds or hides shifts the mark by as much.
 */
export const startsIn = (text: string, lettersOfPages: readonly number[]): number[] => {
  const starts: number[] = []
  let at = 0
  for (const letters of lettersOfPages) {
    while (at < text.length && /\s/.test(text[at] ?? "")) at += 1
    starts.push(at)
    let left = letters
    for (; left > 0 && at < text.length; at += 1) if (!/\s/.test(text[at] ?? "")) left -= 1
  }
  return starts
}

const joined = (pages: readonly string[]): WholeText => {
  const pageStarts: number[] = []
  let text = ""
  for (const page of pages) {
    if (pageStarts.length > 0) text += "\n\n"
    pageStarts.push(text.length)
    text += page
  }
  return { text, pageStarts }
}

/** The whole text of a paged document as the file says it; "" for a scan. @throws Fault as `pages` does */
export const wholeText = async (
  { document }: { readonly document: OpenDocument },
  context: ParserContext,
): Promise<WholeText> => {
  const source = await pageSource(document, context)
  const { pages } = await openPages(document, context)
  const count = Math.min(
    limits.pages,
    withMuPdfFaults(() => pages.countPages()),
  )
  const texts = Array.from({ length: count }, (_, index) =>
    withPage(pages, index + 1, (loaded) => spoken(readPage(loaded, false, isImage(document)))),
  )
  if (source.text === undefined) return joined(texts)
  return {
    text: source.text,
    pageStarts: startsIn(
      source.text,
      texts.map((text) => text.replace(/\s/g, "").length),
    ),
  }
}
