/**
 * How many words the product's two readers miss, on pages whose words are known: `npm run ocr:measure`.
 *
 * Each page goes the whole way: drawn and burned without a box, read by the finder, written, drawn again by PDFium, read by the
 * proof. What is written to shared/data/ocr-miss-rate.json is what proofs quote; a test holds its versions against those in use.
 * `--print` only prints. `--every N`: one page in N, for a quick look.
 */
import { writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { parseArgs } from "node:util"
import type { PageLine } from "../main/reading/page-text.ts"
import { findOnPage } from "../main/redaction/find.ts"
import { indexNeedles } from "../main/redaction/match.ts"
import { needlesOfTerms } from "../main/redaction/needles.ts"
import { redactionOperations } from "../main/redaction/operations.ts"
import { proofScale } from "../main/redaction/prove.ts"
import { writePdf } from "../main/redaction/write-pdf.ts"
import { foldedText } from "../main/search/names/fold.ts"
import { ocrVersionsInUse } from "../test/support/ocr-versions.ts"
import { context, openDocument } from "../test/support/reading/documents.ts"
import { type Condition, type KnownPage, knownPage, looks } from "./ocr-pages.ts"
import { measuredLanguages } from "./ocr-words.ts"

const { values } = parseArgs({ options: { print: { type: "boolean", default: false }, every: { type: "string" } } })
const every = Number(values.every ?? "1")

const conditions: readonly Condition[] = looks.flatMap((look) =>
  ([150, 200] as const).flatMap((dpi) =>
    (["sans", "serif"] as const).flatMap((font) =>
      measuredLanguages.map((language) => ({ look, dpi, font, language })),
    ),
  ),
)

/** Which of the words are not among those read; each counts as often as it stands there. */
const missedWords = (words: readonly string[], lines: readonly PageLine[]): boolean[] => {
  const left = new Map<string, number>()
  for (const line of lines)
    for (const { text } of line.words) left.set(foldedText(text), (left.get(foldedText(text)) ?? 0) + 1)
  return words.map((word) => {
    const times = left.get(foldedText(word)) ?? 0
    if (times > 0) left.set(foldedText(word), times - 1)
    return times === 0
  })
}

/** Which of the people the matcher does not find at all, not even as somebody to look at. */
const missedPeople = (people: readonly string[], lines: readonly PageLine[]): boolean[] =>
  people.map((person) => {
    const index = indexNeedles(needlesOfTerms([person, person.split(" ")[1] ?? ""], "", "inflected").needles)
    return findOnPage({ width: 1000, height: 1000, lines: [...lines], images: [] }, index).length === 0
  })

const readBoth = async ({ bytes, mediaType }: KnownPage, rasterDpi: number) => {
  const { burnPage, readSaved } = redactionOperations
  const started = process.cpuUsage()
  const document = openDocument(mediaType, bytes)
  const burned = await burnPage({ document, page: 1, boxes: [], rasterDpi, colour: false, read: true }, context)
  const between = process.cpuUsage(started)
  const saved = openDocument("application/pdf", writePdf([{ ...burned, stamp: null }]))
  const begun = process.cpuUsage()
  const { lines } = await readSaved({ document: saved, page: 1, dpi: burned.dpi * proofScale, boxes: [] }, context)
  const after = process.cpuUsage(begun)
  const seconds = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1e6
  return { finder: burned.lines, proof: lines, finderSeconds: seconds(between), proofSeconds: seconds(after) }
}

interface Count {
  readonly all: number
  readonly finder: number
  readonly proof: number
  /** By both readings: what then stands unseen. */
  readonly both: number
}

const countOf = (finder: readonly boolean[], proof: readonly boolean[]): Count => ({
  all: finder.length,
  finder: finder.filter(Boolean).length,
  proof: proof.filter(Boolean).length,
  both: finder.filter((missed, at) => missed && proof[at] === true).length,
})

const sum = (counts: readonly Count[]): Count => ({
  all: counts.reduce((total, { all }) => total + all, 0),
  finder: counts.reduce((total, { finder }) => total + finder, 0),
  proof: counts.reduce((total, { proof }) => total + proof, 0),
  both: counts.reduce((total, { both }) => total + both, 0),
})

const measured: (Condition & { readonly words: Count; readonly people: Count })[] = []
let [finderSeconds, proofSeconds] = [0, 0]
for (const [at, condition] of conditions.entries()) {
  if (at % every !== 0) continue
  const page = await knownPage(condition, 1000 + at)
  const read = await readBoth(page, condition.dpi)
  // The first page also loads the models.
  if (measured.length > 0)
    [finderSeconds, proofSeconds] = [finderSeconds + read.finderSeconds, proofSeconds + read.proofSeconds]
  const words = countOf(missedWords(page.words, read.finder), missedWords(page.words, read.proof))
  const people = countOf(missedPeople(page.people, read.finder), missedPeople(page.people, read.proof))
  measured.push({ ...condition, words, people })
  const taken = [read.finderSeconds, read.proofSeconds].map((seconds) => seconds.toFixed(1)).join(" and ")
  console.log(`${JSON.stringify({ ...condition, words, people })} ${taken} s`)
}

const totals = { words: sum(measured.map(({ words }) => words)), people: sum(measured.map(({ people }) => people)) }
console.log(JSON.stringify(totals))
console.log(`processor seconds: finder ${finderSeconds.toFixed(1)}, proof ${proofSeconds.toFixed(1)}`)

if (!values.print && every === 1) {
  const byLook = Object.fromEntries(
    looks.map((look) => {
      const own = measured.filter((one) => one.look === look)
      return [look, { words: sum(own.map(({ words }) => words)), people: sum(own.map(({ people }) => people)) }]
    }),
  )
  const file = {
    measuredOn: new Date().toISOString().slice(0, 10),
    versions: await ocrVersionsInUse(),
    ...totals,
    byLook,
    conditions: measured,
  }
  const path = fileURLToPath(new URL("../shared/data/ocr-miss-rate.json", import.meta.url))
  writeFileSync(path, `${JSON.stringify(file, null, 2)}\n`)
}
