import { readFileSync } from "node:fs"
import { join } from "node:path"
import { fold } from "../../main/search/names/fold.ts"
import type { NameHit, NameSubject } from "../../main/search/names/hit.ts"
import { findNames, prepareNames } from "../../main/search/names/matcher.ts"

interface Rendering {
  readonly text: string
  readonly form: string
  readonly sentence: string
  readonly level: "block" | "queue"
}
interface Person {
  readonly id: string
  readonly recorded: readonly string[]
  readonly renderings: readonly Rendering[]
}
interface GoldSet {
  readonly people: readonly Person[]
  readonly decoys: readonly { readonly text: string; readonly mustNotBlock: readonly string[] }[]
}

export interface FormFigures {
  block: number
  blockFound: number
  /** Found, and at the level that stops a check. */
  blockBlocked: number
  queue: number
  queueFound: number
}

export interface GoldFigures {
  readonly forms: ReadonlyMap<string, FormFigures>
  readonly decoys: { readonly all: number; readonly blocking: number; readonly queued: number }
}

const hasDigitsOrAt = (text: string): boolean => /@|\d/u.test(text)

/** The gold set does not say which of the recorded words are identifiers; a vault does. */
export const subjectOf = (recorded: readonly string[]): NameSubject => ({
  names: recorded.filter((text) => !hasDigitsOrAt(text)),
  identifiers: recorded.filter(hasDigitsOrAt),
  terms: [],
  exact: [],
})

export const readGold = (file: string): GoldSet =>
  JSON.parse(readFileSync(join(import.meta.dirname, "..", "gold", file), "utf8")) as GoldSet

/** Hits of `subject` that touch where `text` stands. */
const touching = (
  hits: readonly NameHit[],
  subject: number,
  source: readonly number[],
  sentence: string,
  text: string,
) => {
  const from = sentence.indexOf(text)
  return hits.filter(
    (hit) =>
      hit.subject === subject && (source[hit.start] ?? 0) < from + text.length && (source[hit.end - 1] ?? 0) >= from,
  )
}

/** Numbers only: no name leaves this function. */
export const measureGold = (
  file: string,
  onMiss: (person: Person, rendering: Rendering, hits: readonly NameHit[]) => void = () => undefined,
  onAlarm: (decoy: string, who: Person) => void = () => undefined,
): GoldFigures => {
  const gold = readGold(file)
  const matcher = prepareNames(gold.people.map(({ recorded }) => subjectOf(recorded)))
  const forms = new Map<string, FormFigures>()
  for (const [subject, person] of gold.people.entries())
    for (const rendering of person.renderings) {
      const group = rendering.form.split(" ")[0] ?? ""
      const own = forms.get(group) ?? { block: 0, blockFound: 0, blockBlocked: 0, queue: 0, queueFound: 0 }
      forms.set(group, own)
      const folded = fold(rendering.sentence)
      const hits = touching(
        findNames(matcher, folded),
        ...([subject, folded.source, rendering.sentence, rendering.text] as const),
      )
      const blocked = hits.some(({ level }) => level === "block")
      if (rendering.level === "block") {
        own.block += 1
        own.blockFound += hits.length > 0 ? 1 : 0
        own.blockBlocked += blocked ? 1 : 0
      } else {
        own.queue += 1
        own.queueFound += hits.length > 0 ? 1 : 0
      }
      if (rendering.level === "block" ? !blocked : hits.length === 0) onMiss(person, rendering, hits)
    }
  let blocking = 0
  let queued = 0
  for (const { text, mustNotBlock } of gold.decoys) {
    const hits = findNames(matcher, fold(text))
    const own = mustNotBlock.map((id) => gold.people.findIndex((person) => person.id === id))
    const of = (level: string): NameHit[] => hits.filter((hit) => own.includes(hit.subject) && hit.level === level)
    const blockedFor = of("block")[0]
    if (blockedFor !== undefined) {
      blocking += 1
      const who = gold.people[blockedFor.subject]
      if (who !== undefined) onAlarm(text, who)
    } else if (of("queue").length > 0) queued += 1
  }
  return { forms, decoys: { all: gold.decoys.length, blocking, queued } }
}
