/** What the product's OCR misses, as it was measured last (`npm run ocr:measure`): quoted with its date, never as "clean". */
import measured from "./data/ocr-miss-rate.json" with { type: "json" }

interface Count {
  readonly all: number
  readonly finder: number
  readonly proof: number
  readonly both: number
}

const inHundred = (missed: number, { all }: Count): number => Math.round((1000 * missed) / all) / 10

const { clean, scan } = measured.byLook

/** In a hundred: words that the proof's reader misses, and people whose name neither reading shows to the matcher. */
export const ocrMissRate = {
  /** ISO 8601 day. */
  measuredOn: measured.measuredOn,
  words: measured.words.all,
  people: measured.people.all,
  cleanWords: inHundred(clean.words.proof, clean.words),
  scannedWords: inHundred(scan.words.proof, scan.words),
  unseenPeople: inHundred(measured.people.both, measured.people),
} as const
