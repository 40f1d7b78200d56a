import { ocrPage, type OcrSet, ocrSets } from "../main/reading/ocr/index.ts"
import { openPages } from "../main/reading/mupdf.ts"
import { context, openDocument } from "../test/support/reading/documents.ts"
import { report, secondsOf } from "./measure.ts"
import { densePages } from "./pages.ts"

/**
 * What each OCR set misreads of dense A4 pages in Russian, Kazakh and English, and the processor time that it takes: of
 * this process, so that what others do weighs little. `node bench/ocr.ts [pages]`
 */
const [pageCount = "4"] = process.argv.slice(2)
const count = Number(pageCount)
const document = openDocument("application/pdf", await densePages(count))
const { pages } = await openPages(document, context)

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== "")

/** How many of the expected words are not among those that were read, each counted as often as it stands there. */
const missing = (expected: readonly string[], read: readonly string[]): number => {
  const left = new Map<string, number>()
  for (const word of read) left.set(word, (left.get(word) ?? 0) + 1)
  return expected.filter((word) => {
    const times = left.get(word) ?? 0
    if (times > 0) left.set(word, times - 1)
    return times === 0
  }).length
}

const measure = async (set: OcrSet): Promise<void> => {
  await ocrPage({ document: openDocument("application/pdf", await densePages(1, 99)), page: 1, set, dpi: 50 }, context)
  let [missed, all] = [0, 0]
  const before = process.cpuUsage()
  await secondsOf(async () => {
    for (let page = 1; page <= count; page += 1) {
      const expected = words(
        pages
          .loadPage(page - 1)
          .toStructuredText("preserve-whitespace")
          .asText(),
      )
      const { lines } = await ocrPage({ document, page, set }, context)
      const read = lines.flatMap((line) => line.words.flatMap(({ text }) => words(text)))
      missed += missing(expected, read)
      all += expected.length
    }
  })
  const { user, system } = process.cpuUsage(before)
  const detail = `${missed} of ${all} words`
  report({ what: `Words of dense pages that the ${set} misreads`, value: (100 * missed) / all, unit: "%", detail })
  report({ what: `Processor time of the ${set}, a page`, value: (user + system) / 1e6 / count, unit: "s" })
}

for (const set of ocrSets) await measure(set)
