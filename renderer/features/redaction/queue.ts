import type { RedactionBox, RedactionPlan, RedactionReason } from "../../../shared/model/redaction.ts"

/** Below this a reader or a matcher is not sure, and a person looks first. */
export const doubtBelow = 0.8

/** What may harm most if it is decided wrongly comes first: doubts about people, people, words, then forms and codes. */
export const riskOf = (box: RedactionBox): number => {
  const isFace = box.origin === "face" || box.origin === "unsearched"
  const person = box.actorId !== null || box.reason === "protected-person" || isFace
  if (box.confidence < doubtBelow) return person ? 0 : 1
  return person ? 2 : box.origin === "term" ? 3 : 4
}

/** Doubtful first, then page by page, line by line. */
export const byRisk = (boxes: readonly RedactionBox[]): readonly RedactionBox[] =>
  boxes.slice().sort((a, b) => (comesAfter(a, b) ? 1 : comesAfter(b, a) ? -1 : 0))

export interface Filter {
  readonly reason: RedactionReason | "all"
  /** An actor's id, or "all". */
  readonly person: string
  readonly doubtful: boolean
}
export const noFilter: Filter = { reason: "all", person: "all", doubtful: false }

export const passes = ({ reason, person, doubtful }: Filter, box: RedactionBox): boolean =>
  (reason === "all" || box.reason === reason) &&
  (person === "all" || box.actorId === person) &&
  (!doubtful || box.confidence < doubtBelow)

/** Boxes page by page, line by line. */
export const inOrder = (boxes: readonly RedactionBox[]): readonly RedactionBox[] =>
  boxes.slice().sort((a, b) => a.page - b.page || a.rect.y - b.rect.y || a.rect.x - b.rect.x)

const sameLine = 3
const comesAfter = (box: RedactionBox, than: RedactionBox): boolean => {
  if (riskOf(box) !== riskOf(than)) return riskOf(box) > riskOf(than)
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
  const waiting = byRisk(boxes.filter((box) => box.decision === "proposed" && box.id !== current))
  return undecidedAfter(boxes, current, direction) ?? (direction === 1 ? waiting[0] : waiting.at(-1))
}

/** The same without going round: undefined at the end, where another document may follow. */
export const undecidedAfter = (
  boxes: readonly RedactionBox[],
  current: string | undefined,
  direction: 1 | -1,
): RedactionBox | undefined => {
  const waiting = byRisk(boxes.filter((box) => box.decision === "proposed" && box.id !== current))
  const here = boxes.find((box) => box.id === current)
  if (here === undefined) return direction === 1 ? waiting[0] : waiting.at(-1)
  return direction === 1
    ? waiting.find((box) => comesAfter(box, here))
    : waiting
        .slice()
        .reverse()
        .find((box) => comesAfter(here, box))
}

export const foldFound = (text: string): string =>
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
    : inOrder(boxes.filter((box) => box.decision === "proposed" && foldFound(box.found) === foldFound(one.found)))

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
