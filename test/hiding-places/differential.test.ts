/**
 * Tools that have nothing to do with us, on the same files: what pdftotext, qpdf, pdfimages with Tesseract, or exiftool find,
 * the checker finds as well; and in the copies they find nothing. A sample in `./check`, all cases in `npm run redaction:all`.
 */
import { execFileSync } from "node:child_process"
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { foldedText } from "../../main/search/names/fold.ts"
import type { ParserPool } from "../../main/workers/pool.ts"
import { makeTestPool } from "../support/parser-pool.ts"
import { cases as text } from "./01-text.cases.ts"
import { cases as fonts } from "./02-fonts.cases.ts"
import { cases as structure } from "./03-structure.cases.ts"
import { cases as graphics } from "./04-graphics.cases.ts"
import { cases as documents } from "./05-document.cases.ts"
import { cases as annotations } from "./06-annotations.cases.ts"
import { hiddenNames, type MadeFile, quickFormOf } from "./hiding-case.ts"
import { everything, toolsFor } from "./prove-cases.ts"

let pool: ParserPool
beforeAll(() => {
  pool = makeTestPool()
})
afterAll(() => pool.close())

/** What a tool prints; nothing where it refuses the file. */
const said = (program: string, args: readonly string[]): string => {
  try {
    return execFileSync(program, args, {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      maxBuffer: 64 * 1024 * 1024,
    })
  } catch (error) {
    const { code, stdout } = error as { code?: string; stdout?: string }
    // A tool that is not installed would find nothing, and the comparison would prove nothing.
    if (code === "ENOENT") throw error
    return stdout ?? ""
  }
}

const inObjects = (folder: string, path: string): string => {
  const flat = join(folder, "flat.pdf")
  said("qpdf", ["--qdf", "--object-streams=disable", path, flat])
  try {
    const bytes = readFileSync(flat)
    return `${bytes.toString("utf8")}\n${bytes
      .subarray(0, bytes.length & ~1)
      .swap16()
      .toString("utf16le")}`
  } catch {
    return ""
  }
}

const inPictures = (folder: string, path: string): string => {
  said("pdfimages", ["-png", path, join(folder, "picture")])
  return readdirSync(folder)
    .filter((name) => name.startsWith("picture"))
    .map((name) => said("tesseract", [join(folder, name), "-", "-l", "rus+kaz+eng", "--psm", "6"]))
    .join("\n")
}

/** Which tools find the name. */
const finders = ({ bytes }: MadeFile, written: string): string[] => {
  const folder = mkdtempSync(join(tmpdir(), "saqta-differential-"))
  try {
    const path = join(folder, "in.pdf")
    writeFileSync(path, bytes)
    const texts = {
      pdftotext: said("pdftotext", [path, "-"]),
      exiftool: said("exiftool", ["-a", "-u", "-G1", "-ee", path]),
      qpdf: inObjects(folder, path),
      tesseract: inPictures(folder, path),
    }
    const wanted = foldedText(written)
    return Object.entries(texts).flatMap(([tool, found]) => (foldedText(found).includes(wanted) ? [tool] : []))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const all = [text, fonts, structure, graphics, documents, annotations].flat()
const compared = all.map((one, at) => ({ one, at })).filter(({ at }) => everything || at % 12 === 0)
const foundBy: string[] = []

for (const { one, at } of compared)
  test(`place ${one.place}, ${one.name}`, async () => {
    const hidden = hiddenNames[quickFormOf(one, at)]
    const tools = toolsFor(pool, hidden)
    const control = await one.make(hidden)
    const found = finders(control, hidden.written)
    foundBy.push(...found)
    const { judgements } = await tools.check(control)
    if (found.length > 0) expect(judgements.filter(({ hits }) => hits > 0)).not.toEqual([])
    const copy = await (one.redact === undefined ? tools.redact(control) : one.redact(control, hidden, tools))
    expect(finders(copy, hidden.written)).toEqual([])
  }, 300_000)

test("the other tools found something: they were there, and they were asked", () =>
  expect(new Set(foundBy).size).toBeGreaterThanOrEqual(2))
