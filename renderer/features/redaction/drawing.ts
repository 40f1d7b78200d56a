import { type PointerEvent, useRef, useState } from "react"
import { cssPixelsPerPoint, type PageRect, pageRect, viewToPage } from "../../../shared/geometry.ts"
import type { BoxArea } from "../../../shared/model/redaction.ts"
import { type Point, rectBetween, rectsOfRange, wordAt, type Word } from "../viewer/selection.ts"
import { useViewer } from "../viewer/store.ts"
import { addCorner, closePolygon, coverArea, type Tool, useCover } from "./cover.ts"

/** A drag that is smaller was a click. */
const leastPoints = 3
/** How near a click must come to a corner to mean that corner, in CSS pixels. */
const reach = 8

interface Sheet {
  readonly page: number
  readonly zoom: number
  readonly size: { readonly width: number; readonly height: number }
  readonly words: readonly Word[]
}

const isDrag = ({ width, height }: PageRect): boolean => width > leastPoints && height > leastPoints

/** The pages that a region goes to, in order whichever way they were typed. */
const span = (pageCount: number): readonly [from: number, to: number] => {
  const { pages } = useCover.getState()
  if (pages === undefined) return [1, pageCount]
  const within = (page: number) => Math.min(pageCount, Math.max(1, page))
  // An empty field is the first page or the last.
  const [from, to] = [pages.from || 1, pages.to || pageCount]
  return [within(Math.min(from, to)), within(Math.max(from, to))]
}

/** What a finished drag covers; undefined where it covers nothing. */
const areaOf = (tool: Tool, page: number, rects: readonly PageRect[], moved: boolean): BoxArea | undefined => {
  const [rect] = rects
  if (rect === undefined) return undefined
  if (tool === "words") return moved ? { kind: "text", page, rects: [...rects] } : undefined
  // A click is enough for a line; a point has no middle to find it by.
  if (tool === "line") return { kind: "line", page, rect: pageRect(rect.x, rect.y, rect.width + 1, rect.height + 1) }
  if (!isDrag(rect)) return undefined
  if (tool === "except") return { kind: "except", page, rect }
  if (tool === "rectangle") return { kind: "area", page, rect }
  const [fromPage, toPage] = span(useViewer.getState().sizes.length)
  return { kind: "region", rect, fromPage, toPage }
}

const clickCorner = (page: number, point: Point, zoom: number): void => {
  const points = useCover.getState().corners?.points ?? []
  const near = (corner: readonly [number, number] | undefined): boolean =>
    corner !== undefined && Math.hypot(corner[0] - point.x, corner[1] - point.y) * cssPixelsPerPoint * zoom <= reach
  const isOpenHere = useCover.getState().corners?.page === page
  if (isOpenHere && points.length >= 3 && (near(points[0]) || near(points.at(-1)))) closePolygon()
  else if (!isOpenHere || !near(points.at(-1))) addCorner(page, [point.x, point.y])
}

/** Drags and clicks on one page, as the tool that is on means them. The tool stays as it is. */
export const useDrawing = ({ page, zoom, size, words }: Sheet) => {
  const tool = useCover((state) => state.tool)
  const [live, setLive] = useState<readonly PageRect[] | undefined>(undefined)
  const [hover, setHover] = useState<Point | undefined>(undefined)
  const start = useRef<{ readonly point: Point; readonly word: number } | undefined>(undefined)
  const pointOf = (event: PointerEvent<HTMLElement>): Point => {
    const box = event.currentTarget.getBoundingClientRect()
    return viewToPage({ x: event.clientX - box.left, y: event.clientY - box.top, width: 0, height: 0 }, zoom)
  }
  const rectsTo = (point: Point): readonly PageRect[] => {
    const from = start.current
    if (from === undefined) return []
    if (tool !== "words") return [rectBetween(from.point, point, size)]
    // A scan has no words to cover: then the drag is the area.
    return from.word === -1
      ? [rectBetween(from.point, point, size)].filter(isDrag)
      : rectsOfRange(words, from.word, wordAt(words, point))
  }
  const stop = (): void => {
    start.current = undefined
    setLive(undefined)
  }
  const pointer = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return
      const point = pointOf(event)
      if (tool === "polygon") {
        clickCorner(page, point, zoom)
        return
      }
      start.current = { point, word: tool === "words" ? wordAt(words, point) : -1 }
      event.currentTarget.setPointerCapture(event.pointerId)
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (tool === "polygon") setHover(pointOf(event))
      else if (start.current !== undefined) setLive(rectsTo(pointOf(event)))
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      if (start.current === undefined) return
      const area = areaOf(tool, page, rectsTo(pointOf(event)), live !== undefined)
      stop()
      if (area !== undefined) void coverArea(area)
    },
    onPointerCancel: stop,
  }
  return { tool, live, hover, pointer }
}
