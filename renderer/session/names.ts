import type { Actor } from "../../shared/model/actor.ts"
import { call } from "../bridge/client.ts"
import type { CaseId } from "../../shared/model/ids.ts"
import { createStore } from "./store.ts"

/** Whether protected names are shown, and what stands in their place when they are not. */
interface Names {
  readonly hidden: boolean
  readonly caseId: CaseId | undefined
  readonly people: readonly Actor[]
  /** Pseudonyms by actor id: of the audience last worked for, or numbers of this screen. */
  readonly pseudonyms: ReadonlyMap<string, string>
  readonly audience: string
}

export const useNames = createStore<Names>({
  hidden: false,
  caseId: undefined,
  people: [],
  pseudonyms: new Map(),
  audience: "",
})

export const toggleNames = (): void => useNames.setState(({ hidden }) => ({ hidden: !hidden }))

export const hideNames = (): void => useNames.setState({ hidden: true })

const mostPeople = 10_000

/** Loads whom to hide in a case, and by which words. */
export const loadNames = async (caseId: CaseId, label: (number: number) => string): Promise<void> => {
  const { audience } = useNames.getState()
  const listed = await call("actor.list", { caseId, limit: mostPeople })
  if (!listed.ok) return
  const people = listed.result.rows.filter((actor) => actor.protected)
  const pseudonyms = new Map(people.map((actor, index) => [actor.id as string, label(index + 1)]))
  if (audience !== "") {
    const drawn = await call("pseudonym.list", { caseId, audience })
    if (drawn.ok) for (const { actorId, text } of drawn.result.pseudonyms) pseudonyms.set(actorId, text)
  }
  useNames.setState({ caseId, people, pseudonyms })
}

export const setAudience = (audience: string): void => useNames.setState({ audience })

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")

/** A name with any ending of its last letters, so that inflected forms go, too: better a word too many than a name. */
const patternOf = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) =>
      word.length < 4 ? escape(word) : `${escape(word.slice(0, -1))}\\p{L}{0,${word.length > 4 ? 4 : 2}}`,
    )
    .join("\\s+")

/** Finds every protected name and each of its longer words. Exported for its test. */
export const maskNames = (text: string, people: readonly Actor[], pseudonyms: ReadonlyMap<string, string>): string => {
  let masked = text
  for (const actor of people) {
    const words = new Set<string>()
    for (const { text: name } of actor.names) {
      words.add(name)
      for (const part of name.split(/\s+/)) if (part.length > 3) words.add(part)
    }
    for (const { text: identifier } of actor.identifiers) words.add(identifier)
    const longestFirst = [...words].sort((a, b) => b.length - a.length)
    for (const word of longestFirst) {
      const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${patternOf(word)}(?![\\p{L}\\p{N}])`, "giu")
      masked = masked.replace(pattern, pseudonyms.get(actor.id) ?? "█")
    }
  }
  return masked
}

/** A function that shows text as the person wants it now. */
export const useMask = (): ((text: string) => string) => {
  const { hidden, people, pseudonyms } = useNames()
  return hidden ? (text) => maskNames(text, people, pseudonyms) : (text) => text
}
