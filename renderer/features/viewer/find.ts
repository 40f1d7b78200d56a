import { findInWords, rectsOfRange } from "./selection.ts"
import { type Hit, jumpTo, loadWords, useViewer } from "./store.ts"

export const openFind = (): void => {
  const { find, selection } = useViewer.getState()
  if (find !== undefined) return
  const quote = selection !== undefined && "quote" in selection.place ? selection.place.quote : ""
  useViewer.setState({ find: { query: quote, hits: [], at: -1, busy: false } })
  if (quote !== "") void findAll(quote)
}

export const closeFind = (): void => useViewer.setState({ find: undefined })

const show = (hit: Hit): void => jumpTo({ kind: "page", page: hit.page, rects: [...hit.rects], quote: "" })

/** Looks through the words of every page in turn; hits are lit as they are found. */
export const findAll = async (query: string): Promise<void> => {
  useViewer.setState({ find: { query, hits: [], at: -1, busy: query.trim() !== "" } })
  if (query.trim() === "") return
  const { sizes, evidence } = useViewer.getState()
  const stale = () => {
    const now = useViewer.getState()
    return now.find?.query !== query || now.evidence?.id !== evidence?.id
  }
  for (let page = 1; page <= sizes.length; page++) {
    const words = await loadWords(page)
    if (stale()) return
    const found = findInWords(words, query).map(([from, to]): Hit => ({ page, rects: rectsOfRange(words, from, to) }))
    if (found.length === 0) continue
    const { find } = useViewer.getState()
    if (find === undefined) return
    const first = find.hits.length === 0
    useViewer.setState({ find: { ...find, hits: [...find.hits, ...found], at: Math.max(0, find.at) } })
    if (first && found[0] !== undefined) show(found[0])
  }
  const { find } = useViewer.getState()
  if (find !== undefined) useViewer.setState({ find: { ...find, busy: false } })
}

export const stepFind = (direction: 1 | -1): void => {
  const { find } = useViewer.getState()
  if (find === undefined || find.hits.length === 0) return
  const at = (find.at + direction + find.hits.length) % find.hits.length
  useViewer.setState({ find: { ...find, at } })
  const hit = find.hits[at]
  if (hit !== undefined) show(hit)
}
