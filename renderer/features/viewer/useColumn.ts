import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react"
import { pageToView } from "../../../shared/geometry.ts"
import {
  columnHeight,
  keepUnderPointer,
  pageAt,
  type PageSize,
  type PageSlot,
  resolveZoom,
  slotsOf,
  stepZoom,
  visibleSlots,
  type Zoom,
} from "./layout.ts"

interface Options {
  readonly sizes: readonly PageSize[]
  readonly zoom: Zoom
  readonly page: number
  readonly onPage: (page: number) => void
  readonly onZoom: (zoom: number) => void
  readonly target: { readonly place: { readonly kind: string }; readonly turn: number } | undefined
}

export interface Column {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly slots: readonly PageSlot[]
  readonly visible: readonly PageSlot[]
  readonly height: number
  readonly zoom: number
  readonly onScroll: () => void
}

interface PageTarget {
  readonly page: number
  readonly rects: readonly { x: number; y: number; width: number; height: number }[]
}

const isPageTarget = (place: { readonly kind: string }): place is { kind: "page" } & PageTarget => place.kind === "page"

/** A column of pages of which only those on the screen exist; zooms at the pointer, jumps to passages. */
export const useColumn = ({ sizes, zoom, page, onPage, onZoom, target }: Options): Column => {
  const scroller = useRef<HTMLDivElement>(null)
  const [view, setView] = useState<PageSize>({ width: 800, height: 600 })
  const [scrollTop, setScrollTop] = useState(0)
  const number = resolveZoom(zoom, sizes, view, page)
  const slots = useMemo(() => slotsOf(sizes, number), [sizes, number])

  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return
    const measure = () => setView({ width: element.clientWidth, height: element.clientHeight })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  // Subtle: after a zoom the same text must stand under the pointer (or in the middle), before anything is painted.
  const before = useRef(number)
  const pointer = useRef<number | undefined>(undefined)
  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null || before.current === number) return
    const at = pointer.current ?? view.height / 3
    element.scrollTop = keepUnderPointer(element.scrollTop, at, before.current, number)
    before.current = number
    pointer.current = undefined
  }, [number, view.height])

  useEffect(() => {
    const element = scroller.current
    if (element === null) return
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return
      event.preventDefault()
      pointer.current = event.clientY - element.getBoundingClientRect().top
      onZoom(stepZoom(before.current, event.deltaY < 0 ? 1 : -1))
    }
    element.addEventListener("wheel", onWheel, { passive: false })
    return () => element.removeEventListener("wheel", onWheel)
  }, [onZoom])

  const done = useRef(0)
  useEffect(() => {
    const element = scroller.current
    if (element === null || target === undefined || target.turn === done.current || slots.length === 0) return
    done.current = target.turn
    if (!isPageTarget(target.place)) return
    const slot = slots[target.place.page - 1]
    if (slot === undefined) return
    const rect = target.place.rects[0]
    if (rect === undefined) {
      element.scrollTop = slot.top - 8
      return
    }
    const box = pageToView(rect as Parameters<typeof pageToView>[0], number)
    const top = slot.top + box.y
    const inSight = top > element.scrollTop + 40 && top + box.height < element.scrollTop + view.height - 40
    if (!inSight) element.scrollTop = top - view.height / 3
  }, [target, slots, number, view.height])

  const onScroll = useCallback(() => {
    const element = scroller.current
    if (element === null) return
    setScrollTop(element.scrollTop)
    if (slots.length > 0) onPage(pageAt(slots, element.scrollTop, element.clientHeight))
  }, [slots, onPage])

  const visible = useMemo(() => visibleSlots(slots, scrollTop, view.height), [slots, scrollTop, view.height])
  return { scroller, slots, visible, height: columnHeight(slots), zoom: number, onScroll }
}
