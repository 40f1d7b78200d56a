import { type PointerEvent, useRef, useState } from "react"
import { type PageRect, viewToPage } from "../../../shared/geometry.ts"
import type { AnchorPlace } from "../../../shared/model/anchor.ts"
import { type Point, quoteOfRange, rectBetween, rectsOfRange, wordAt, type Word } from "./selection.ts"
import { select, useViewer } from "./store.ts"

const clickPixels = 4

/** Drag over words chooses words; where there are none, or with the area tool, it chooses an area. */
export const useDrag = (
  page: number,
  zoom: number,
  words: readonly Word[],
  size: { readonly width: number; readonly height: number },
) => {
  const areaTool = useViewer((state) => state.areaTool)
  const [live, setLive] = useState<readonly PageRect[] | undefined>(undefined)
  const start = useRef<{ point: Point; word: number; x: number; y: number } | undefined>(undefined)

  const pointOf = (event: PointerEvent<HTMLElement>): Point => {
    const box = event.currentTarget.getBoundingClientRect()
    return viewToPage({ x: event.clientX - box.left, y: event.clientY - box.top, width: 0, height: 0 }, zoom)
  }
  const placeTo = (point: Point): AnchorPlace | undefined => {
    const from = start.current
    if (from === undefined) return undefined
    if (from.word === -1) return { kind: "page", page, rects: [rectBetween(from.point, point, size)], quote: "" }
    const to = wordAt(words, point)
    return {
      kind: "page",
      page,
      rects: [...rectsOfRange(words, from.word, to)],
      quote: quoteOfRange(words, from.word, to),
    }
  }
  const pointer = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return
      const point = pointOf(event)
      const word = areaTool || event.shiftKey ? -1 : wordAt(words, point)
      start.current = { point, word, x: event.clientX, y: event.clientY }
      event.currentTarget.setPointerCapture(event.pointerId)
      select(undefined)
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const from = start.current
      if (from === undefined || Math.hypot(event.clientX - from.x, event.clientY - from.y) < clickPixels) return
      const place = placeTo(pointOf(event))
      if (place?.kind === "page") setLive(place.rects)
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      const place = live === undefined ? undefined : placeTo(pointOf(event))
      start.current = undefined
      setLive(undefined)
      if (place !== undefined) select({ place, at: { x: event.clientX, y: event.clientY } })
    },
  }
  return { live, pointer }
}
