/** Which judges look at which kind of file. The quick ones come first. */
import { Fault } from "../../../shared/faults.ts"
import type { DocumentInput } from "../../workers/parser/operations.ts"
import type { ParserPool, RunOptions } from "../../workers/pool.ts"
import type { Verdict } from "../judges/verdict.ts"
import type { Needle } from "../needles.ts"
import { leavesAsPages } from "../source.ts"

interface Judging {
  readonly pool: ParserPool
  readonly document: DocumentInput
  readonly needles: readonly Needle[]
  readonly options: RunOptions
}

export type NamedJudge = readonly [name: string, work: () => Promise<Verdict>]

/** As though it had looked at all of them at once. */
const together = (verdicts: readonly Verdict[], by: string): Verdict => ({
  by: verdicts[0]?.by ?? by,
  looked: verdicts.reduce((sum, { looked }) => sum + looked, 0),
  hits: verdicts.reduce((sum, { hits }) => sum + hits, 0),
  pages: verdicts.flatMap(({ pages }) => pages),
})

const oneCall =
  (
    { pool, document, needles, options }: Judging,
    operation:
      | "judgeRawBytes"
      | "judgeCarved"
      | "judgeQpdf"
      | "judgePdfiumText"
      | "judgePdfjsText"
      | "judgeMupdfText"
      | "judgeUnderBoxes"
      | "judgeLooseContents"
      | "judgeWritten"
      | "judgeFileText"
      | "judgeFileFacts"
      | "judgeCodes",
  ): (() => Promise<Verdict>) =>
  () =>
    pool.run(operation, { document, needles }, options)

/** Every page by the proof's models; those that are more than a picture by the finder's as well. */
const pdfPixels = async ({ pool, document, needles, options }: Judging): Promise<Verdict> => {
  const { pages } = await pool.run("checkedPages", { document }, options)
  const verdicts: Verdict[] = []
  for (const [at, { width, height, drawn }] of pages.entries()) {
    const page = at + 1
    verdicts.push(await pool.run("judgePagePixels", { document, needles, page, width, height }, options))
    if (drawn) verdicts.push(await pool.run("judgePageOcr", { document, needles, page, set: "finder" }, options))
  }
  return together(verdicts, "Tesseract 7.0.0")
}

const pdfPictures = async ({ pool, document, needles, options }: Judging): Promise<Verdict> => {
  const { count } = await pool.run("countPictures", { document }, options)
  const verdicts: Verdict[] = []
  for (let at = 0; at < count; at += 1)
    verdicts.push(await pool.run("judgePicture", { document, needles, at }, options))
  return together(verdicts, "Tesseract 7.0.0")
}

const picturePixels = async ({ pool, document, needles, options }: Judging): Promise<Verdict> => {
  const { pages } = await pool.run("pages", { document }, options)
  const verdicts: Verdict[] = []
  for (let page = 1; page <= pages.length; page += 1)
    for (const set of ["finder", "proof"] as const)
      verdicts.push(await pool.run("judgePageOcr", { document, needles, page, set }, options))
  return together(verdicts, "Tesseract 7.0.0")
}

const textual = /^(?:text\/|message\/|application\/(?:mbox|rtf|json|xml|warc))/u
const packed = /^application\/(?:zip|gzip|x-tar|epub)/u
/** So few bytes hide nothing that a search of bytes would miss: a signature, a hash, a setting. */
const plainBytes = 512

const sizeOf = ({ bytes }: DocumentInput): number =>
  typeof bytes === "function" ? Number.POSITIVE_INFINITY : bytes.length

const noReader = (): Promise<Verdict> => Promise.reject(new Fault("kind-unsupported"))

const pdfJudges = (judging: Judging): NamedJudge[] => [
  ["carved-streams", oneCall(judging, "judgeCarved")],
  ["qpdf-objects", oneCall(judging, "judgeQpdf")],
  ["pdfium-text", oneCall(judging, "judgePdfiumText")],
  ["pdfjs-text", oneCall(judging, "judgePdfjsText")],
  ["mupdf-text", oneCall(judging, "judgeMupdfText")],
  ["under-boxes", oneCall(judging, "judgeUnderBoxes")],
  ["page-pixels", () => pdfPixels(judging)],
  ["pictures", () => pdfPictures(judging)],
  ["codes", oneCall(judging, "judgeCodes")],
  ["loose-contents", oneCall(judging, "judgeLooseContents")],
]

export const judgesFor = (judging: Judging): NamedJudge[] => {
  const { mediaType } = judging.document
  const judges: NamedJudge[] = [["raw-bytes", oneCall(judging, "judgeRawBytes")]]
  if (mediaType === "application/pdf") return [...judges, ...pdfJudges(judging)]
  if (mediaType.startsWith("image/"))
    return [
      ...judges,
      ["metadata", oneCall(judging, "judgeFileFacts")],
      ["page-pixels", () => picturePixels(judging)],
      ["codes", oneCall(judging, "judgeCodes")],
    ]
  if (/^(?:audio|video)\//u.test(mediaType)) return [...judges, ["metadata", oneCall(judging, "judgeFileFacts")]]
  if (textual.test(mediaType)) judges.push(["written", oneCall(judging, "judgeWritten")])
  if (leavesAsPages(mediaType)) judges.push(["text", oneCall(judging, "judgeFileText")])
  const isRead = judges.length > 1 || packed.test(mediaType) || sizeOf(judging.document) <= plainBytes
  return isRead ? judges : [...judges, ["reader", noReader]]
}
