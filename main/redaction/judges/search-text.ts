/** Needles in text, as it stands and as it may be meant. */
import { fold } from "../../search/names/fold.ts"
import { isLong, matchesIn, type NeedleIndex } from "../match.ts"
import { otherReadings } from "./escapes.ts"

const reversed = (text: string): string => Array.from(text).reverse().join("")

/** How often a needle stands in `text`, forwards or, if it is long, written from the end. */
export const hitsInText = (text: string, index: NeedleIndex): number =>
  matchesIn(fold(text), index).length + matchesIn(fold(reversed(text)), index).filter(isLong).length

/** The same for a text that may be mark-up or code: without its tags, and with every other way of writing decoded. */
export const hitsInWritten = (text: string, index: NeedleIndex): number => {
  const plain = hitsInText(text, index)
  if (plain > 0) return plain
  const bare = /<[a-z/!?]/iu.test(text) ? matchesIn(fold(text.replace(/<[^<>]*>/gu, "")), index).length : 0
  if (bare > 0) return bare
  let hits = 0
  for (const reading of otherReadings(text)) {
    hits += matchesIn(fold(reading), index).length
    hits += /<[a-z/!?]/iu.test(reading) ? matchesIn(fold(reading.replace(/<[^<>]*>/gu, "")), index).length : 0
  }
  return hits
}
