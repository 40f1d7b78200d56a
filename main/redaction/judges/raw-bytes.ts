import { imageRanges } from "./image-ranges.ts"
import { bytePatterns, searchBytes } from "./search-bytes.ts"
import type { JudgeInput, Verdict } from "./verdict.ts"

/** The saved bytes as they are, parsed by nobody. */
export const judgeRawBytes = (bytes: Uint8Array, { needles }: JudgeInput): Verdict => {
  const { looked, hits } = searchBytes(bytes, bytePatterns(needles), imageRanges(bytes))
  return { by: "byte search", looked, hits: hits.length, pages: [] }
}
