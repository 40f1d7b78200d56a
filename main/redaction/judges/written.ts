/** Files that are text of some kind: as they stand in every encoding, without tags, and with escapes decoded. */
import { indexNeedles } from "../match.ts"
import { plainEncodings } from "./encodings.ts"
import { hitsInText, hitsInWritten } from "./search-text.ts"
import type { JudgeInput, Verdict } from "./verdict.ts"

export const judgeWritten = (bytes: Uint8Array, { needles }: JudgeInput): Verdict => {
  const index = indexNeedles(needles)
  let [looked, hits] = [0, 0]
  for (const encoding of plainEncodings) {
    const text = encoding.decode(bytes)
    looked += text.length
    hits += encoding.name === "UTF-8" ? hitsInWritten(text, index) : hitsInText(text, index)
  }
  return { by: "text search", looked, hits, pages: [] }
}
