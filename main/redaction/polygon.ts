/**
 * A polygon as rectangles that cover all of it: cells of a grid that it touches, runs of them joined. Pixels are burned, and
 * JPEG rings, in whole blocks anyway, so that a finer edge would promise what it does not hold.
 */
import { pageRect, type PageRect } from "../../shared/geometry.ts"
import type { BoxPoint } from "../../shared/model/redaction.ts"

const cellPoints = 6
/** A poster's outline would be thousands of cells: they grow with it. */
const mostCells = 120

const crosses = ([ax, ay]: BoxPoint, [bx, by]: BoxPoint, { x, y, width, height }: PageRect): boolean => {
  // Liang–Barsky: is any part of the edge inside the cell?
  let [from, to] = [0, 1]
  for (const [step, room] of [
    [ax - bx, ax - x],
    [bx - ax, x + width - ax],
    [ay - by, ay - y],
    [by - ay, y + height - ay],
  ] as const) {
    if (step === 0) {
      if (room < 0) return false
      continue
    }
    const share = room / step
    if (step < 0) from = Math.max(from, share)
    else to = Math.min(to, share)
  }
  return from <= to
}

/** Even and odd: what a person drew over twice counts as outside only where the line itself says so. */
const holds = (points: readonly BoxPoint[], x: number, y: number): boolean => {
  let inside = false
  for (const [index, [ax, ay]] of points.entries()) {
    const [bx, by] = points[(index + 1) % points.length] ?? [ax, ay]
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
  }
  return inside
}

const touches = (points: readonly BoxPoint[], cell: PageRect): boolean =>
  holds(points, cell.x + cell.width / 2, cell.y + cell.height / 2) ||
  points.some((point, index) => crosses(point, points[(index + 1) % points.length] ?? point, cell))

/** The smallest rectangle around the points. */
export const boundsOf = (points: readonly BoxPoint[]): PageRect => {
  const [across, down] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const [left, top] = [Math.min(...across), Math.min(...down)]
  return pageRect(left, top, Math.max(...across) - left, Math.max(...down) - top)
}

/** Rectangles that together cover the polygon, each run as high as it stays the same. */
export const polygonRects = (points: readonly BoxPoint[]): PageRect[] => {
  const bounds = boundsOf(points)
  const size = Math.max(cellPoints, bounds.width / mostCells, bounds.height / mostCells)
  const columns = Math.max(1, Math.ceil(bounds.width / size))
  const rows = Math.max(1, Math.ceil(bounds.height / size))
  const done: PageRect[] = []
  let open = new Map<string, PageRect>()
  for (let row = 0; row < rows; row += 1) {
    const next = new Map<string, PageRect>()
    for (let column = 0; column < columns; column += 1) {
      const start = column
      const cellAt = (at: number) => pageRect(bounds.x + at * size, bounds.y + row * size, size, size)
      while (column < columns && touches(points, cellAt(column))) column += 1
      if (column === start) continue
      const above = open.get(`${start} ${column}`)
      open.delete(`${start} ${column}`)
      const run = above ?? pageRect(bounds.x + start * size, bounds.y + row * size, (column - start) * size, 0)
      next.set(`${start} ${column}`, pageRect(run.x, run.y, run.width, run.height + size))
    }
    done.push(...open.values())
    open = next
  }
  return [...done, ...open.values()]
}
