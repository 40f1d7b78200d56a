import * as mupdf from "mupdf"
import { RedactionOptions } from "../shared/model/redaction.ts"
import { needlesOfTerms } from "../main/redaction/needles.ts"
import { makePageCache } from "../main/redaction/page-cache.ts"
import { redactDocument } from "../main/redaction/redact-document.ts"
import { writePdf } from "../main/redaction/write-pdf.ts"
import type { ParserPool } from "../main/workers/pool.ts"
import { makeTestPool } from "../test/support/parser-pool.ts"
import { makeStrip } from "../test/support/redaction-files.ts"

/**
 * Redaction of dense A4 pages at 150 dpi, in contained parser processes that are warm: first without OCR (rendered,
 * burned, written), on one process; then the whole with both OCR passes and the proof, on two.
 * `node bench/redaction.ts [pages without OCR] [pages with OCR] [runs]`
 */
const [drawnPages = "20", provenPages = "2", runs = "5"] = process.argv.slice(2)

const median = (values: number[]): number => values.sort((left, right) => left - right)[values.length >> 1] ?? 0
const secondsOf = async (work: () => Promise<void>): Promise<number> => {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

const words =
  "Протокол допроса свидетеля составлен следователем в городе Алматы Ахметов Нұрлан Серікұлы сообщил что он видел как вышла из здания and signed the report in the presence of the lawyer Қазақстан Республикасының заңы бойынша жауап берді".split(
    " ",
  )

/** 50 lines of about 85 letters; every page says something else. */
const densePage = (seed: number): Promise<Uint8Array> => {
  let next = seed * 7
  const lines = Array.from({ length: 50 }, () => {
    let line = ""
    while (line.length < 80) line += `${words[next++ % words.length] ?? ""} `
    return line
  })
  return makeStrip({ lines, width: 595, size: 10 })
}

const densePages = async (count: number): Promise<Uint8Array> => {
  const whole = new mupdf.PDFDocument()
  for (let page = 0; page < count; page += 1) {
    const source = mupdf.Document.openDocument(await densePage(page), "application/pdf").asPDF()
    if (source !== null) whole.graftPage(-1, source, 0)
  }
  return whole.saveToBuffer("compress").asUint8Array().slice()
}

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
  let bytesPerPage = await drawAll(pool, bytes, count)
  const rates: number[] = []
  for (let run = 0; run < Number(runs); run += 1)
    rates.push(
      count /
        (await secondsOf(async () => {
          bytesPerPage = await drawAll(pool, bytes, count)
        })),
    )
  await pool.close()
  console.log(`rendered, burned, written: ${median(rates).toFixed(2)} pages/s on one process (goal: 4)`)
  console.log(`size: ${(bytesPerPage / 1000).toFixed(0)} kB a page (goal: 120)`)
}

const proving = async (): Promise<void> => {
  const pool = makeTestPool({ size: 2 })
  const count = Number(provenPages)
  const options = RedactionOptions.parse({})
  const redact = async (bytes: Uint8Array): Promise<void> => {
    await redactDocument(pool, {
      bytes,
      mediaType: "application/pdf",
      boxes: "find",
      needles,
      options,
      reviewed: false,
      cache: makePageCache(),
    })
  }
  // Starts both processes and loads the models.
  await Promise.all([0, 1].map(async (seed) => redact(await makeStrip({ lines: [`page ${seed} Ахметов`] }))))
  const bytes = await densePages(count)
  const rates: number[] = []
  for (let run = 0; run < Number(runs); run += 1) rates.push(count / (await secondsOf(() => redact(bytes))))
  await pool.close()
  const rate = median(rates)
  console.log(`found, burned, read twice, proven: ${rate.toFixed(3)} pages/s on two processes (goal: 0.14)`)
}

await drawing()
await proving()
