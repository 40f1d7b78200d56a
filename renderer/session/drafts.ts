import { call } from "../bridge/client.ts"
import { createStore } from "./store.ts"

/**
 * Unfinished forms, kept inside the vault a moment after each keystroke, so that locking never loses a sentence.
 * Keys under `ui.` hold where a person was (panes, pages, view) and are never offered as drafts.
 */
const useDrafts = createStore<{ readonly saved: Readonly<Record<string, string>> }>({ saved: {} })

const waitMs = 400
const waiting = new Map<string, { readonly timer: ReturnType<typeof setTimeout>; readonly json: string }>()

const write = async (key: string, json: string): Promise<void> => {
  waiting.delete(key)
  await call("draft.save", { key, json })
}

export const loadDrafts = async (): Promise<void> => {
  const reply = await call("draft.list", {})
  if (!reply.ok) return
  useDrafts.setState({ saved: Object.fromEntries(reply.result.drafts.map(({ key, json }) => [key, json])) })
}

/** Keeps `value` under `key`, soon. */
export const saveDraft = (key: string, value: unknown): void => {
  const json = JSON.stringify(value)
  useDrafts.setState(({ saved }) => ({ saved: { ...saved, [key]: json } }))
  const before = waiting.get(key)
  if (before !== undefined) clearTimeout(before.timer)
  waiting.set(key, { json, timer: setTimeout(() => void write(key, json), waitMs) })
}

export const removeDraft = (key: string): void => {
  const before = waiting.get(key)
  if (before !== undefined) clearTimeout(before.timer)
  waiting.delete(key)
  if (useDrafts.getState().saved[key] === undefined) return
  useDrafts.setState(({ saved }) => ({ saved: Object.fromEntries(Object.entries(saved).filter(([k]) => k !== key)) }))
  void call("draft.remove", { key })
}

export const hasDraft = (key: string): boolean => useDrafts.getState().saved[key] !== undefined

/** What was kept under `key`, if it still has the shape that `check` accepts. */
export const readDraft = <T>(key: string, check: (value: unknown) => value is T): T | undefined => {
  const json = useDrafts.getState().saved[key]
  if (json === undefined) return undefined
  try {
    const value: unknown = JSON.parse(json)
    return check(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** Writes what is still waiting: before locking. */
export const flushDrafts = async (): Promise<void> => {
  const all = [...waiting.entries()]
  for (const [, { timer }] of all) clearTimeout(timer)
  await Promise.all(all.map(([key, { json }]) => write(key, json)))
}
