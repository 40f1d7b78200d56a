import type { RedactionBox, RedactionPlan } from "../../../shared/model/redaction.ts"

/** Boxes in the order in which they are decided: page by page, line by line. */
export const inOrder = (boxes: readonly RedactionBox[]): readonly RedactionBox[] =>
  boxes.slice().sort((a, b) => a.page - b.page || a.rect.y - b.rect.y || a.rect.x - b.rect.x)

const sameLine = 3
const comesAfter = (box: RedactionBox, than: RedactionBox): boolean => {
  if (box.page !== than.page) return box.page > than.page
  if (Math.abs(box.rect.y - than.rect.y) > sameLine) return box.rect.y > than.rect.y
  return box.rect.x > than.rect.x
}

/** The next (or previous) box that waits for a decision, going round at the end. Undefined: none waits. */
export const nextUndecided = (
  boxes: readonly RedactionBox[],
  current: string | undefined,
  direction: 1 | -1,
): RedactionBox | undefined => {
  const waiting = inOrder(boxes.filter((box) => box.decision === "proposed" && box.id !== current))
  const here = boxes.find((box) => box.id === current)
  if (here === undefined) return direction === 1 ? waiting[0] : waiting.at(-1)
  return direction === 1
    ? (waiting.find((box) => comesAfter(box, here)) ?? waiting[0])
    : (waiting
        .slice()
        .reverse()
        .find((box) => comesAfter(here, box)) ?? waiting.at(-1))
}

const fold = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("ё", "е")
    .replace(/[\s.,;:]+/g, " ")
    .trim()

/** Undecided boxes over the same words: "all like this". */
export const alike = (boxes: readonly RedactionBox[], one: RedactionBox): readonly RedactionBox[] =>
  one.found === ""
    ? [one]
    : inOrder(boxes.filter((box) => box.decision === "proposed" && fold(box.found) === fold(one.found)))

export interface Progress {
  readonly decided: number
  readonly boxes: number
  readonly pagesLeft: number
  readonly ready: boolean
}

/** How far a person has come. Ready: nothing waits, and every page was accepted. */
export const progressOf = (plan: RedactionPlan): Progress => {
  const decided = plan.boxes.filter((box) => box.decision !== "proposed").length
  const pagesLeft = plan.pageCount - plan.acceptedPages.length
  return { decided, boxes: plan.boxes.length, pagesLeft, ready: decided === plan.boxes.length && pagesLeft === 0 }
}

/** What a page's picture depends on: changes exactly when what leaves changes. */
export const burnKey = (boxes: readonly RedactionBox[], page: number): string =>
  boxes
    .filter((box) => box.page === page && box.decision === "accepted")
    .map((box) => `${box.id} ${box.label}`)
    .sort()
    .join(",")
