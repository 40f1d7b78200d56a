/** Runs the judges that look at a whole file, and says what their verdicts mean. */
import { Fault, isFault } from "../../shared/faults.ts"
import type { ProofCheck } from "../../shared/model/redaction.ts"
import { sha256Hex } from "../crypto/hash.ts"
import type { ParserPool } from "../workers/pool.ts"
import type { Verdict } from "./judges/verdict.ts"
import type { NeedleSet } from "./needles.ts"

/** The file as bytes, as objects, and as text by two parsers. */
export const textJudges = {
  "raw-bytes": "judgeRawBytes",
  "qpdf-objects": "judgeQpdf",
  "pdfium-text": "judgePdfiumText",
  "pdfjs-text": "judgePdfjsText",
} as const

/** And what a copy made of pixels never has. */
export const copyJudges = { ...textJudges, metadata: "judgeMetadata", attachments: "judgeAttachments" } as const

type Judges = Readonly<Record<string, (typeof copyJudges)[keyof typeof copyJudges]>>

const timeoutMs = 300_000

export const checkOf = (name: string, { by, looked, hits }: Omit<Verdict, "pages">): ProofCheck => ({
  name,
  by,
  passed: hits === 0,
  looked,
  hits,
})

/** The file as it will leave, as the pool's document. */
export const savedDocument = (saved: Uint8Array) => ({
  key: `saved ${sha256Hex(saved)}`,
  mediaType: "application/pdf",
  bytes: saved,
})

/** One check for each judge, in their order. */
export const judgeSaved = async (
  pool: ParserPool,
  input: { readonly saved: Uint8Array; readonly needles: NeedleSet; readonly signal?: AbortSignal | undefined },
  judges: Judges,
): Promise<ProofCheck[]> => {
  const document = savedDocument(input.saved)
  const options = { timeoutMs, ...(input.signal === undefined ? {} : { signal: input.signal }) }
  const judging = Object.entries(judges).map(async ([name, operation]) =>
    checkOf(name, await pool.run(operation, { document, needles: input.needles.needles }, options)),
  )
  return await Promise.all(judging)
}

/** Whatever went wrong on the way: a proof that did not come about is none. @throws Fault "redaction-unproven", "cancelled" */
export const provenOrNot = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    if (isFault(error) && error.code === "cancelled") throw error
    throw new Fault("redaction-unproven", isFault(error) ? { cause: error.code } : {}, error)
  }
}

/** @throws Fault "redaction-leak" */
export const refuseHits = (checks: readonly ProofCheck[], pages: readonly number[] = []): void => {
  const failed = checks.filter((check) => !check.passed)
  if (failed.length === 0) return
  const named = failed.map((check) => check.name).join(", ")
  throw new Fault("redaction-leak", { checks: named, ...(pages.length > 0 ? { pages: pages.join(", ") } : {}) })
}
