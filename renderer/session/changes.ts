import type { EngineEvent } from "../../shared/contract/events.ts"

/** Engine events, handed to whoever shows that noun. */
type Listener = (event: EngineEvent) => void
const listeners = new Set<Listener>()

export const onChange = (listener: Listener): (() => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Calls `reload` when records of one of `nouns` changed. */
export const onRecords = (nouns: readonly string[], reload: () => void): (() => void) =>
  onChange((event) => {
    if (event.kind === "records.changed" && nouns.includes(event.noun)) reload()
  })

export const spread = (event: EngineEvent): void => {
  for (const listener of listeners) listener(event)
}
