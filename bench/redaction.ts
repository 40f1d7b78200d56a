import { RedactionOptions } from "../shared/model/redaction.ts"
import { needlesOfTerms } from "../main/redaction/needles.ts"
import { makePageCache } from "../main/redaction/page-cache.ts"
import { redactDocument } from "../main/redaction/redact-document.ts"
import { writePdf } from "../main/redaction/write-pdf.ts"
import type { ParserPool } from "../main/workers/pool.ts"
import { makeTestPool } from "../test/support/parser-pool.ts"
import { makeStrip } from "../test/support/redaction-files.ts"
import { median, report, runs, secondsOf } from "./measure.ts"
import { densePages } from "./pages.ts"

/**
 * Redaction of dense A4 pages at 150 dpi, in contained parser processes that are warm: first without OCR (rendered,
 * burned, written), on one process; then the whole with both OCR passes and the proof, on two.
 * `node bench/redaction.ts [pages without OCR] [pages with OCR] [runs]`
 */
const [drawnPages = "20", provenPages = "2", runCount = "5"] = process.argv.slice(2)
const processes = 2

const { rasterDpi, colour } = RedactionOptions.parse({})
const needles = needlesOfTerms(["Ахметов", "Серікұлы"], "Person 7")

const drawAll = async (pool: ParserPool, bytes: Uint8Array, pages: number): Promise<number> => {
  const document = { key: "drawn", mediaType: "application/pdf", bytes }
  const burned = []
  for (let page = 1; page <= pages; page += 1) {
    const text = await pool.run("redactionText", { document, page })
    const boxes = text.lines.slice(0, 5).map(({ rect }) => ({ rect, label: "Person 7" }))
    burned.push(await pool.run("burnPage", { document, page, boxes, rasterDpi, colour, read: false }))
  }
  return writePdf(burned.map((page) => ({ ...page, stamp: null }))).length / pages
}

const drawing = async (): Promise<void> => {
  const pool = makeTestPool()
  const count = Number(drawnPages)
  const bytes = await densePages(count)
  const bytesPerPage = await drawAll(pool, bytes, count)
  const times = await runs(Number(runCount), () => secondsOf(() => drawAll(pool, bytes, count)))
  await pool.close()
  report({
    what: "Pages rendered, burned and written, on one core",
    value: count / median(times),
    unit: "pages/s",
    goal: { atLeast: 4 },
  })
  report({ what: "Size of a redacted page", value: bytesPerPage / 1000, unit: "kB", goal: { atMost: 120 } })
}

const proving = async (): Promise<void> => {
  const pool = makeTestPool({ size: processes })
  const count = Number(provenPages)
  const options = RedactionOptions.parse({})
  const redact = (bytes: Uint8Array) =>
    redactDocument(pool, {
      bytes,
      mediaType: "application/pdf",
      boxes: "find",
      needles,
      options,
      reviewed: false,
      cache: makePageCache(),
    })
  // Starts both processes and loads the models.
  await Promise.all([0, 1].map(async (seed) => redact(await makeStrip({ lines: [`page ${seed} Ахметов`] }))))
  const bytes = await densePages(count)
  const times = await runs(Number(runCount), () => secondsOf(() => redact(bytes)))
  await pool.close()
  report({
    what: "Pages found, burned, read twice and proven, per core",
    value: count / median(times) / processes,
    unit: "pages/s",
    goal: { atLeast: 0.07 },
    detail: `on ${processes} processes`,
  })
}

await drawing()
await proving()
