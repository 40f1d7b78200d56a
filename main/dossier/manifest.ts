import { z } from "zod"
import { DossierAnnex, type DossierOptions } from "../../shared/model/dossier.ts"
import { Language } from "../../shared/model/ids.ts"
import { ProofReport } from "../../shared/model/redaction.ts"
import { ocrMissRate } from "../../shared/ocr-miss-rate.ts"

/**
 * `data/dossier.json`: the bundle for machines. Nothing here comes from the vault but what the pages say too: no id,
 * no original name, no hash or date of an original, no needle.
 */
export const DossierFile = z.strictObject({
  format: z.literal("saqta-dossier-1"),
  title: z.string(),
  audience: z.string(),
  language: Language,
  datedOn: z.string(),
  rasterDpi: z.int(),
  colour: z.boolean(),
  strict: z.boolean(),
  pages: z.int(),
  annexes: z.array(DossierAnnex),
  keptBack: z.array(z.strictObject({ reference: z.string(), why: z.string() })),
})
export type DossierFile = z.infer<typeof DossierFile>

const Searched = z.strictObject({ what: z.array(z.string()), forms: z.array(z.string()) })
const OcrMisses = z.strictObject({
  /** On clean pages, and on poor scans. */
  wordsInHundred: z.tuple([z.number(), z.number()]),
  /** Names that neither of the two readings shows, in all of them. */
  namesInHundredByBoth: z.number(),
  measuredOn: z.iso.date(),
  conditions: z.string(),
})

const searched: z.infer<typeof Searched> = {
  what: ["names and identifiers of protected people", "further words that the author gave"],
  forms: [
    "exact, in every byte encoding of the raw-bytes check",
    "inflected (Russian and Kazakh endings)",
    "folded (case, accents, spaces, hyphens, look-alike letters)",
  ],
}

/** As shared/data/ocr-miss-rate.json has it. */
export const ocrMisses: z.infer<typeof OcrMisses> = {
  wordsInHundred: [ocrMissRate.cleanWords, ocrMissRate.scannedWords],
  namesInHundredByBoth: ocrMissRate.unseenPeople,
  measuredOn: ocrMissRate.measuredOn,
  conditions:
    `${ocrMissRate.words} printed words and ${ocrMissRate.people} invented names in English, Russian and Kazakh, two fonts, 150 and ` +
    "200 dpi, clean pages and poor scans made of them; worse scans are read worse, handwriting not at all",
}

/**
 * `data/proof.json`: what was searched in each file, by which parser, with what result. Counts only, and not that of the
 * needles: it tells how many people the vault protects, and joins two copies from one vault.
 */
export const ProofFile = z.strictObject({
  format: z.literal("saqta-proof-1"),
  /** What was looked for, and how each word of it was changed before it was looked for. Says no word. */
  searched: Searched,
  /** By whom pages were looked at: a role, never a name. */
  lookedAtBy: z.literal("reviewer"),
  /** A second person, with a key of their own, confirmed exactly this before it left; likewise a role. */
  confirmedBy: z.literal("second person").optional(),
  /** The proof's own reader misses words: how many in a hundred, and how that is known. */
  ocrMisses: OcrMisses,
  files: z.array(z.strictObject({ file: z.string(), report: ProofReport.omit({ needles: true }) })),
})
export type ProofFile = z.infer<typeof ProofFile>

const json = (value: unknown): Uint8Array => new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`)

export interface ManifestFacts {
  readonly title: string
  readonly pages: number
  readonly annexes: readonly DossierAnnex[]
  readonly keptBack: readonly { readonly reference: string; readonly why: string }[]
}

export const dossierFile = (options: DossierOptions, facts: ManifestFacts): Uint8Array =>
  json(
    DossierFile.parse({
      format: "saqta-dossier-1",
      title: facts.title,
      audience: options.audience,
      language: options.language,
      datedOn: options.datedOn,
      rasterDpi: options.redaction.rasterDpi,
      colour: options.redaction.colour,
      strict: options.redaction.strict,
      pages: facts.pages,
      annexes: facts.annexes,
      keptBack: facts.keptBack,
    }),
  )

export interface ProvenFile {
  readonly file: string
  readonly report: ProofReport
}

/** `data/proof.txt`: the same for people, in plain English, since whoever checks a copy may know no other word of it. */
export const proofText = (files: readonly ProvenFile[], confirmed: boolean): Uint8Array => {
  const lines = [
    `What was looked for: ${searched.what.join("; ")}.`,
    `In what forms: ${searched.forms.join("; ")}.`,
    `The proof's own OCR misses ${ocrMisses.wordsInHundred[0]} words in a hundred on clean pages and ${ocrMisses.wordsInHundred[1]} on poor scans,`,
    `both readings together ${ocrMisses.namesInHundredByBoth} names in a hundred (measured ${ocrMisses.measuredOn}: ${ocrMisses.conditions}).`,
    "Software cannot see roles, handwriting, voices and backgrounds: a reviewer looked at every page.",
    ...(confirmed ? ["A second person, with a key of their own, confirmed exactly this before it left."] : []),
  ]
  for (const { file, report } of files) {
    const { pages, boxes, cleared, pagesWithDoubts, checks } = report
    lines.push("", `${file}: pages ${pages}, places covered ${boxes}, namesakes left readable ${cleared}`)
    if (pagesWithDoubts.length > 0)
      lines.push(`  pages for a last look, where a word only may be a name: ${pagesWithDoubts.join(", ")}`)
    for (const { name, by, passed, looked } of checks)
      lines.push(`  ${name}: ${passed ? "nothing found" : "FAILED"}, looked at ${looked}, by ${by}`)
  }
  return new TextEncoder().encode(`${lines.join("\n")}\n`)
}

export const proofFile = (files: readonly ProvenFile[], confirmed: boolean): Uint8Array =>
  json(
    ProofFile.parse({
      format: "saqta-proof-1",
      searched,
      lookedAtBy: "reviewer",
      ...(confirmed ? { confirmedBy: "second person" as const } : {}),
      ocrMisses,
      files: files.map(({ file, report: { needles, ...report } }) => ({ file, report })),
    }),
  )
