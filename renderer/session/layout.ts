import type { RecordKind } from "../../shared/model/field.ts"
import { readDraft, saveDraft } from "./drafts.ts"
import { createStore } from "./store.ts"

/** How a list is laid out: what it is grouped by, which columns are hidden, and how wide others are, in pixels. */
export interface Layout {
  readonly group: string
  readonly hidden: readonly string[]
  readonly widths: Readonly<Record<string, number>>
}
export const plainLayout: Layout = { group: "", hidden: [], widths: {} }

export const isLayout = (value: unknown): value is Layout => {
  if (typeof value !== "object" || value === null) return false
  const { group, hidden, widths } = value as Partial<Record<keyof Layout, unknown>>
  return typeof group === "string" && Array.isArray(hidden) && typeof widths === "object" && widths !== null
}

const useLayouts = createStore<{ readonly of: Partial<Readonly<Record<RecordKind, Layout>>> }>({ of: {} })
const keyOf = (kind: RecordKind): string => `ui.layout.${kind}`

/** As it was left, kept inside the vault. */
export const layoutOf = (kind: RecordKind): Layout =>
  useLayouts.getState().of[kind] ?? readDraft(keyOf(kind), isLayout) ?? plainLayout

export const useLayout = (kind: RecordKind): Layout => useLayouts(({ of }) => of[kind]) ?? layoutOf(kind)

export const changeLayout = (kind: RecordKind, patch: Partial<Layout>): void => {
  const layout = { ...layoutOf(kind), ...patch }
  useLayouts.setState(({ of }) => ({ of: { ...of, [kind]: layout } }))
  saveDraft(keyOf(kind), layout)
}
