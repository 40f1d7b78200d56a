import type { CallName, Input, Output } from "../shared/contract/contract.ts"
import { Fault } from "../shared/faults.ts"
import { pageRect } from "../shared/geometry.ts"
import type { AnchorPlace } from "../shared/model/anchor.ts"
import type { EvidenceId } from "../shared/model/ids.ts"
import type { StoryPassage } from "./story.ts"

type Do = <N extends CallName>(name: N, input: Input<N>) => Promise<Output<N>>

const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize("NFC")
    .replaceAll(/[^\p{L}\p{N}]/gu, "")

/** The rectangles of the words that spell `quote`, in reading order, as a person would drag over them. */
const wordsOf = async (run: Do, evidenceId: EvidenceId, page: number, quote: string): Promise<AnchorPlace> => {
  const { words } = await run("evidence.pageText", { id: evidenceId, page })
  const wanted = quote.split(" ").map(plain)
  const start = words.findIndex((_, at) =>
    wanted.every((word, offset) => plain(words[at + offset]?.text ?? "") === word),
  )
  // A scan may be read with a slip; the passage is then the whole page, and the quotation is not claimed.
  if (start < 0) return { kind: "page", page, rects: [], quote: "" }
  const rects = words.slice(start, start + wanted.length).map(({ rect }) => pageRect(...rect))
  return { kind: "page", page, rects, quote }
}

const textOf = async (run: Do, evidenceId: EvidenceId, quote: string): Promise<AnchorPlace> => {
  const { text } = await run("evidence.text", { id: evidenceId })
  const start = text.indexOf(quote)
  if (start < 0) throw new Fault("not-found", { noun: "passage" })
  return { kind: "text", start, end: start + quote.length, quote }
}

/** Where a passage of the story is in the file as it was read. */
export const passagePlace = async (run: Do, evidenceId: EvidenceId, passage: StoryPassage): Promise<AnchorPlace> => {
  switch (passage.kind) {
    case "words":
      return wordsOf(run, evidenceId, passage.page, passage.quote)
    case "text":
      return textOf(run, evidenceId, passage.quote)
    case "region":
      return {
        kind: "page",
        page: passage.page,
        rects: [pageRect(passage.x, passage.y, passage.width, passage.height)],
        quote: "",
      }
    case "time":
      return passage
    case "whole":
      return passage
  }
}
