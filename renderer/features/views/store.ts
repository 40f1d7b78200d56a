import { z } from "zod"
import type { RecordView } from "../../../shared/contract/record.ts"
import type { RecordKind } from "../../../shared/model/field.ts"
import { Filter } from "../../../shared/model/filter.ts"
import type { CaseId } from "../../../shared/model/ids.ts"
import { call } from "../../bridge/client.ts"
import { act } from "../../session/act.ts"
import { setFilter, useFilter } from "../../session/filter.ts"
import { changeLayout, layoutOf } from "../../session/layout.ts"
import type { List } from "../../session/list.ts"
import { tell } from "../../session/preferences.ts"
import { createStore } from "../../session/store.ts"
import { addRecord, answer, removeRecord } from "../records/store.ts"

/** What a saved view holds beside its name and its list. */
const Definition = z.object({
  filter: Filter,
  called: z.record(z.string(), z.string()).default({}),
  sort: z.string().default(""),
  descending: z.boolean().default(false),
  layout: z.object({
    group: z.string(),
    hidden: z.array(z.string()),
    widths: z.record(z.string(), z.number()),
  }),
})
type Definition = z.infer<typeof Definition>

export interface SavedView {
  readonly record: RecordView
  readonly title: string
  readonly definition: Definition
}

interface State {
  readonly caseId: CaseId | undefined
  readonly views: readonly SavedView[]
  /** The view that was switched to last, by list. */
  readonly current: Partial<Readonly<Record<RecordKind, string>>>
}
export const useViews = createStore<State>({ caseId: undefined, views: [], current: {} })

const read = (record: RecordView): SavedView[] => {
  try {
    const { definition } = record.fields
    const json: unknown = JSON.parse(typeof definition === "string" ? definition : "")
    const parsed = Definition.safeParse(json)
    return parsed.success ? [{ record, title: record.title, definition: parsed.data }] : []
  } catch {
    // A view that somebody wrote by hand, and wrongly, is none.
    return []
  }
}

export const loadViews = async (caseId: CaseId): Promise<void> => {
  const reply = await call("record.list", { caseId, kind: "view", sort: "title", limit: 500 })
  if (reply.ok) useViews.setState({ caseId, views: reply.result.rows.flatMap(read) })
}

const definitionOf = <Row>(list: List<Row>): Definition => {
  const { filter, called } = useFilter.getState()
  const { sort, descending } = list.use.getState()
  const { group, hidden, widths } = layoutOf(list.kind)
  return { filter, called: { ...called }, sort, descending, layout: { group, hidden: [...hidden], widths } }
}

/** Keeps how the list stands now under a name. */
export const saveView = async <Row>(caseId: CaseId, list: List<Row>, title: string): Promise<void> => {
  const fields = { title, of: list.kind, definition: JSON.stringify(definitionOf(list)) }
  const added = await addRecord({ caseId, kind: "view", parent: null, fields })
  await loadViews(caseId)
  if (added !== undefined) useViews.setState(({ current }) => ({ current: { ...current, [list.kind]: added.id } }))
}

export const openView = <Row>(list: List<Row>, { record, definition }: SavedView): void => {
  const { filter, called, sort, descending, layout } = definition
  changeLayout(list.kind, layout)
  setFilter(filter, called)
  list.narrow({ sort, descending })
  useViews.setState(({ current }) => ({ current: { ...current, [list.kind]: record.id } }))
}

export const renameView = async (caseId: CaseId, { record }: SavedView, title: string): Promise<void> => {
  await answer(record, "title", title)
  await loadViews(caseId)
}

export const removeView = async (caseId: CaseId, { record }: SavedView): Promise<void> => {
  await removeRecord({ kind: record.kind, id: record.id }, tell("views.removed"))
  await loadViews(caseId)
}

/** Writes how the list stands now over what the view held. */
export const keepView = async <Row>(caseId: CaseId, list: List<Row>, { record }: SavedView): Promise<void> => {
  await act("record.update", {
    kind: "view",
    id: record.id,
    patch: { definition: JSON.stringify(definitionOf(list)) },
  })
  await loadViews(caseId)
}
