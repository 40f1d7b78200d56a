import { type FieldCondition, Filter, type FilterPart, isNarrow, noFilter } from "../../shared/model/filter.ts"
import type { CaseId } from "../../shared/model/ids.ts"
import { readDraft, removeDraft, saveDraft } from "./drafts.ts"
import { useEffect, useRef } from "react"
import { createStore } from "./store.ts"

/**
 * One filter for every view of a case: it stays when the view is switched, and is kept inside the vault. `called`: what
 * the records are called that it names, for its chips.
 */
interface State {
  readonly caseId: CaseId | undefined
  readonly filter: Filter
  readonly called: Readonly<Record<string, string>>
}
const initial: State = { caseId: undefined, filter: noFilter, called: {} }
export const useFilter = createStore<State>(initial)

interface Kept {
  readonly filter: unknown
  readonly called: Readonly<Record<string, string>>
}
const isKept = (value: unknown): value is Kept =>
  typeof value === "object" && value !== null && "filter" in value && "called" in value
const keyOf = (caseId: CaseId): string => `ui.filter.${caseId}`

/** The filter of a case as it was left. */
export const filterOf = (caseId: CaseId): Filter => {
  if (useFilter.getState().caseId === caseId) return useFilter.getState().filter
  const kept = readDraft(keyOf(caseId), isKept)
  const read = Filter.safeParse(kept?.filter)
  const filter = read.success ? read.data : noFilter
  useFilter.setState({ caseId, filter, called: kept?.called ?? {} })
  return filter
}

const put = (filter: Filter, called: Readonly<Record<string, string>>): void => {
  const { caseId } = useFilter.getState()
  useFilter.setState({ filter, called })
  if (caseId === undefined) return
  if (isNarrow(filter)) saveDraft(keyOf(caseId), { filter, called } satisfies Kept)
  else removeDraft(keyOf(caseId))
}

export const setFilter = (filter: Filter, called: Readonly<Record<string, string>> = {}): void =>
  put(filter, { ...useFilter.getState().called, ...called })

export const narrowBy = (patch: Partial<Filter>, called: Readonly<Record<string, string>> = {}): void =>
  setFilter({ ...useFilter.getState().filter, ...patch }, called)

export const addCondition = (condition: FieldCondition, called: Readonly<Record<string, string>> = {}): void =>
  narrowBy({ where: [...useFilter.getState().filter.where, condition] }, called)

export const dropCondition = (condition: FieldCondition): void =>
  narrowBy({ where: useFilter.getState().filter.where.filter((one) => one !== condition) })

export const dropPart = (part: FilterPart): void => narrowBy({ [part]: noFilter[part] })

export const clearFilter = (): void => put(noFilter, {})

/** Narrowed by anything: the window says so wherever it lists. */
export const useNarrow = (): boolean => useFilter((state) => isNarrow(state.filter))

/** Asks anew when the filter changes; not at first, when the view asks by itself. */
export const useReloadOnFilter = (reload: () => void): void => {
  const filter = useFilter((state) => state.filter)
  const asked = useRef(filter)
  useEffect(() => {
    if (asked.current === filter) return
    asked.current = filter
    reload()
  }, [filter, reload])
}
