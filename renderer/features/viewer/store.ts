import { type AnchorPlace } from "../../../shared/model/anchor.ts"
import { type Evidence, mediaKinds, pagedKinds } from "../../../shared/model/evidence.ts"
import type { EvidenceId } from "../../../shared/model/ids.ts"
import type { LinkTarget } from "../../../shared/model/link.ts"
import type { LinkRelation } from "../../../shared/model/link.ts"
import type { PageRect } from "../../../shared/geometry.ts"
import { call, type Failure } from "../../bridge/client.ts"
import { keepNumber, keepWord, readNumber, readWord } from "../../session/place.ts"
import { createStore } from "../../session/store.ts"
import type { PageSize, Zoom } from "./layout.ts"
import type { Word } from "./selection.ts"

export interface Selection {
  readonly place: AnchorPlace
  /** Where the bar stands: CSS pixels in the window. */
  readonly at: { readonly x: number; readonly y: number }
}

export interface Hit {
  readonly page: number
  readonly rects: readonly PageRect[]
}

interface State {
  readonly evidence: Evidence | undefined
  /** The pages in which the item leaves, where others are read. */
  readonly leaving: boolean
  readonly sizes: readonly PageSize[]
  readonly failure: Failure | undefined
  readonly mode: "pages" | "text" | "media" | "none"
  readonly text: string | undefined
  readonly zoom: Zoom
  readonly page: number
  /** Set to scroll there; the counter makes the same place go again. */
  readonly target: { readonly place: AnchorPlace; readonly turn: number } | undefined
  readonly words: Readonly<Record<number, readonly Word[]>>
  readonly selection: Selection | undefined
  readonly linking: boolean
  readonly areaTool: boolean
  readonly find:
    | { readonly query: string; readonly hits: readonly Hit[]; readonly at: number; readonly busy: boolean }
    | undefined
}

const initial: State = {
  evidence: undefined,
  leaving: false,
  sizes: [],
  failure: undefined,
  mode: "none",
  text: undefined,
  zoom: "width",
  page: 1,
  target: undefined,
  words: {},
  selection: undefined,
  linking: false,
  areaTool: false,
  find: undefined,
}

export const useViewer = createStore<State>(initial)

/** What was linked to last: one key links the next passage to it, too. */
export const useLastTarget = createStore<{
  readonly last: { readonly target: LinkTarget; readonly relation: LinkRelation; readonly label: string } | undefined
}>({ last: undefined })

const isPaged = (kind: string): boolean => pagedKinds.some((one) => one === kind)
const isMedia = (kind: string): boolean => mediaKinds.some((one) => one === kind)

const readZoom = (): Zoom => {
  const kept = readWord("zoom")
  if (kept === undefined || kept === "width" || kept === "page") return kept ?? "width"
  return Number(kept) > 0 ? Number(kept) : "width"
}

let turn = 0

export const jumpTo = (place: AnchorPlace): void => {
  turn += 1
  useViewer.setState({
    target: { place, turn },
    ...(place.kind === "text" ? { mode: "text" as const } : {}),
    ...(place.kind === "page" ? { mode: "pages" as const } : {}),
  })
  if (place.kind === "text") void loadText()
}

export const openItem = async (id: EvidenceId, at: AnchorPlace | undefined, leaving = false): Promise<void> => {
  useViewer.setState({ ...initial, leaving, zoom: readZoom() }, true)
  const current = () => useViewer.getState().evidence?.id === id && useViewer.getState().leaving === leaving
  const shown = await call("evidence.show", { id })
  if (!shown.ok) {
    useViewer.setState({ failure: shown.fault })
    return
  }
  const evidence = shown.result
  const mode = isPaged(evidence.kind) ? "pages" : isMedia(evidence.kind) ? "media" : "none"
  useViewer.setState({ evidence, mode })
  if (mode === "pages") {
    const pages = await call("evidence.pages", { id, leaving })
    if (!current()) return
    if (!pages.ok) {
      useViewer.setState({ failure: pages.fault })
      return
    }
    useViewer.setState({ sizes: pages.result.pages })
    const page = readNumber(`page ${id}`, 1)
    jumpTo(at ?? { kind: "page", page: Math.min(page, pages.result.pages.length), rects: [], quote: "" })
  } else if (at !== undefined) jumpTo(at)
}

const loadText = async (): Promise<void> => {
  const { evidence, text } = useViewer.getState()
  if (evidence === undefined || text !== undefined) return
  const reply = await call("evidence.text", { id: evidence.id })
  if (useViewer.getState().evidence?.id !== evidence.id) return
  useViewer.setState(reply.ok ? { text: reply.result.text } : { failure: reply.fault })
}

export const setMode = (mode: "pages" | "text"): void => {
  useViewer.setState({ mode, selection: undefined })
  if (mode === "text") void loadText()
}

/** Kept for the next document: zoom suits eyes and screen. */
export const setZoom = (zoom: Zoom): void => {
  useViewer.setState({ zoom, selection: undefined })
  keepWord("zoom", String(zoom))
}

/** Where one is; kept so that the document opens there again. */
export const setPage = (page: number): void => {
  const { evidence, page: before } = useViewer.getState()
  if (page === before || evidence === undefined) return
  useViewer.setState({ page })
  keepNumber(`page ${evidence.id}`, page)
}

export const goToPage = (page: number): void => {
  const { sizes } = useViewer.getState()
  const within = Math.min(sizes.length, Math.max(1, page))
  if (sizes.length > 0) jumpTo({ kind: "page", page: within, rects: [], quote: "" })
}

const asking = new Set<string>()

/** The words of a page with their places; asked for when the page comes into view. */
export const loadWords = async (page: number): Promise<readonly Word[]> => {
  const { evidence, leaving, words } = useViewer.getState()
  if (evidence === undefined) return []
  const before = words[page]
  if (before !== undefined) return before
  const key = `${evidence.id} ${page} ${leaving}`
  if (asking.has(key)) return []
  asking.add(key)
  const reply = await call("evidence.pageText", { id: evidence.id, page, leaving })
  asking.delete(key)
  const found: readonly Word[] = reply.ok ? reply.result.words : []
  const shown = useViewer.getState()
  if (shown.evidence?.id === evidence.id && shown.leaving === leaving) {
    useViewer.setState((now) => ({ words: { ...now.words, [page]: found } }))
  }
  return found
}

export const select = (selection: Selection | undefined): void => useViewer.setState({ selection, linking: false })
export const startLinking = (): void => useViewer.setState({ linking: true })
export const toggleArea = (): void => useViewer.setState(({ areaTool }) => ({ areaTool: !areaTool }))
