/** Places 64 to 70: files on which tools disagree, and what the way to a copy promises. */
import * as mupdf from "mupdf"
import { expect } from "vitest"
import { Fault } from "../../shared/faults.ts"
import { pageRect } from "../../shared/geometry.ts"
import { boxesForDrawn } from "../../main/redaction/boxes.ts"
import { makePageCache } from "../../main/redaction/page-cache.ts"
import { redactDocument } from "../../main/redaction/redact-document.ts"
import type { ParserPool } from "../../main/workers/pool.ts"
import type { CaseTools, HidingCase, MadeFile } from "./hiding-case.ts"
import { latin1 } from "./pdf-syntax.ts"
import { coded, keptWords, line, stripOf } from "./strip.ts"

const raw = "raw syntax"
const keeps = "Вечером"
const file = (bytes: Uint8Array): MadeFile => ({ name: "page.pdf", bytes })
const changed = (bytes: Uint8Array, change: (text: string) => string): Uint8Array =>
  latin1(change(Buffer.from(bytes).toString("latin1")))
const plain = (written: string): Uint8Array => stripOf({ contents: line(written, 20, 14) })

/** How dark each square of 8 × 8 points is, row by row. */
const squaresOf = (bytes: Uint8Array): number[][] => {
  const page = mupdf.Document.openDocument(bytes, "application/pdf").loadPage(0)
  const pixmap = page.toPixmap(mupdf.Matrix.scale(2, 2), mupdf.ColorSpace.DeviceGray, false, true)
  const [stride, pixels] = [pixmap.getStride(), pixmap.getPixels()]
  const darkness = (column: number, row: number): number => {
    let sum = 0
    for (let y = 0; y < 16; y += 1)
      for (let x = 0; x < 16; x += 1) sum += 255 - (pixels[(row * 16 + y) * stride + column * 16 + x] ?? 255)
    return sum / 256
  }
  const [columns, rows] = [Math.floor(pixmap.getWidth() / 16), Math.floor(pixmap.getHeight() / 16)]
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => darkness(column, row)),
  )
}

const request = (file_: MadeFile, { needles, options }: CaseTools) =>
  ({ bytes: file_.bytes, mediaType: "application/pdf", needles, options, reviewed: false }) as const

/** The real pool, in which one operation always fails. */
const failing = (pool: ParserPool, name: string, fault: Fault): ParserPool => ({
  run: (operation: string, input: unknown, options: unknown) =>
    operation === name ? Promise.reject(fault) : pool.run(operation as never, input as never, options as never),
  close: () => Promise.resolve(),
})

/** Judges and readers that a proof needs. */
const needed = [
  "judgeRawBytes",
  "judgeQpdf",
  "judgePdfiumText",
  "judgePdfjsText",
  "judgeMetadata",
  "readSaved",
  "printSaved",
]

export const cases: readonly HidingCase[] = [
  {
    ...{ place: 64, name: "a table that points nowhere", writer: raw, keeps },
    make: ({ written }) => file(changed(plain(written), (text) => text.replace(/startxref\n\d+/u, "startxref\n7"))),
  },
  {
    ...{ place: 64, name: "a table that is wrong about the page's contents only", writer: raw, keeps },
    make: ({ written }) =>
      file(
        changed(plain(written), (text) => {
          const at = text.indexOf("4 0 obj")
          return text.replace(`${String(at).padStart(10, "0")} 00000 n`, `${String(at + 3).padStart(10, "0")} 00000 n`)
        }),
      ),
  },
  {
    ...{ place: 65, name: "a key that stands twice", writer: raw, keeps },
    make: ({ written }) =>
      file(
        stripOf({
          page: "/Contents 10 0 R",
          objects: [{ entries: "", data: line(keptWords, 20, 46) + line(written, 20, 14) }],
        }),
      ),
  },
  {
    ...{ place: 65, name: "an object that stands twice under one number", writer: raw, keeps },
    make: ({ written }) => {
      const contents = line(keptWords, 20, 46) + line(written, 20, 14)
      const second = `4 0 obj\n<</Length ${contents.length}>>\nstream\n${contents}\nendstream\nendobj\n`
      return file(changed(stripOf({}), (text) => text.replace("5 0 obj", () => `${second}5 0 obj`)))
    },
  },
  {
    ...{ place: 66, name: "nothing outside the boxes changes", writer: raw, keeps },
    make: ({ written }) => file(plain(written)),
    also: async (copy, { written }, { options }) => {
      if (options.strict) return
      const [before, after] = [squaresOf(plain(written)), squaresOf(copy.bytes)]
      expect(after.length).toBe(before.length)
      // The upper line, which no box touches; drawn anew at another resolution, so edges differ a little.
      for (const [row, squares] of before.slice(0, 4).entries())
        for (const [column, dark] of squares.entries())
          expect([row, column, Math.abs(dark - (after[row]?.[column] ?? 0)) < 12]).toEqual([row, column, true])
      await Promise.resolve()
    },
  },
  {
    ...{ place: 67, name: "the same box for two names", writer: raw, keeps: "соседи" },
    make: ({ written }) =>
      file(
        stripOf({
          size: [320, 100],
          first: "Вечером пришли соседи",
          contents: line(written, 20, 40) + line("и ушли домой до утра", 20, 12),
        }),
      ),
    also: async (_, hidden, tools) => {
      const strict = { ...tools.options, strict: true }
      const copyWith = async (name: string): Promise<Uint8Array> => {
        const contents = line(name, 20, 40) + line("и ушли домой до утра", 20, 12)
        const bytes = stripOf({ size: [320, 100], first: "Вечером пришли соседи", contents })
        const made = await redactDocument(tools.pool, {
          ...request(file(bytes), tools),
          options: strict,
          boxes: "find",
        })
        return made.pdf
      }
      const other = `${hidden.written}${hidden.written.toLowerCase()}`
      expect(Buffer.from(await copyWith(hidden.written)).equals(await copyWith(other))).toBe(true)
    },
  },
  {
    ...{ place: 68, name: "a box over a part of the name", writer: raw, keeps },
    make: ({ written }) => file(plain(written)),
    redact: async (given, _, tools) => {
      const part = pageRect(24, 50, 12, 6)
      const partly = { ...request(given, tools), boxes: [{ page: 1, rect: part, label: "" }] }
      await expect(redactDocument(tools.pool, partly)).rejects.toMatchObject({ code: "redaction-leak" })
      const document = { key: `part ${Math.random()}`, mediaType: "application/pdf", bytes: given.bytes }
      const text = await tools.pool.run("redactionText", { document, page: 1 })
      const boxes = boxesForDrawn(text, part, { ...tools.options, strict: true })
      const whole = { ...request(given, tools), boxes: boxes.map((rect) => ({ page: 1, rect, label: "" })) }
      return file((await redactDocument(tools.pool, whole)).pdf)
    },
  },
  {
    ...{ place: 69, name: "no file where a judge fails", writer: raw, keeps },
    make: ({ written }) => file(plain(written)),
    redact: async (given, _, tools) => {
      for (const [at, name] of needed.entries()) {
        const fault = new Fault((["parser-crashed", "parser-timeout", "internal"] as const)[at % 3] ?? "internal")
        // A cache of its own, or the first proof would serve for the rest.
        const asked = { ...request(given, tools), cache: makePageCache(), boxes: "find" } as const
        const tried = redactDocument(failing(tools.pool, name, fault), asked)
        await expect(tried, name).rejects.toMatchObject({ code: "redaction-unproven" })
      }
      return await tools.redact(given)
    },
  },
  ...(
    [
      ["Вечером дома было тихо", "Вечером"],
      ["Кейін бізге қонақ келді", "қонақ"],
      ["The witness went home", "witness"],
    ] as const
  ).map(
    ([first, kept]): HidingCase => ({
      ...{ place: 70, name: `what is kept can be searched for: ${kept}`, writer: raw, keeps: kept },
      make: ({ written }) => file(stripOf({ first, contents: `BT /F 14 Tf 20 14 Td ${coded(written)} Tj ET` })),
    }),
  ),
]
