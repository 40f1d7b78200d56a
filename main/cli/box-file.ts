import { Fault } from "../../shared/faults.ts"
import { BoxArea, GivenArea } from "../../shared/model/redaction.ts"

/**
 * Boxes of a JSON file: a list, or {"boxes": a list}, of
 *
 *   {"page": 1, "rect": [x, y, width, height]}      points from the page's top left
 *   {"page": 1, "line": [x, y, width, height]}      every line that it touches, out to its column
 *   {"page": 1, "except": [x, y, width, height]}    everything on the page but this
 *   {"page": 1, "points": [[x, y], [x, y], [x, y]]} a polygon
 *   {"page": 2, "whole": true}
 *   {"pages": "all", "rect": […]}                   or "pages": [2, 5]
 *
 * each with "reason" and "label" or without.
 */
const object = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}

const rectOf = (value: unknown): unknown => {
  const [x, y, width, height, ...more] = Array.isArray(value) ? (value as unknown[]) : []
  const hasSize = typeof width === "number" && typeof height === "number" && width > 0 && height > 0
  return hasSize && more.length === 0 ? { x, y, width, height } : undefined
}

const known = new Set(["page", "pages", "rect", "line", "except", "points", "whole", "reason", "label"])

const areaOf = (box: Readonly<Record<string, unknown>>): unknown => {
  const { page, pages, rect, line, except, points, whole } = box
  const shapes = [rect, line, except, points, whole].filter((shape) => shape !== undefined)
  if (shapes.length !== 1 || (page === undefined) === (pages === undefined)) return undefined
  if (pages !== undefined) {
    const [fromPage, toPage, ...more] = pages === "all" ? [1, null] : Array.isArray(pages) ? (pages as unknown[]) : []
    return more.length === 0 ? { kind: "region", rect: rectOf(rect), fromPage, toPage } : undefined
  }
  if (line !== undefined) return { kind: "line", page, rect: rectOf(line) }
  if (except !== undefined) return { kind: "except", page, rect: rectOf(except) }
  if (points !== undefined) return { kind: "polygon", page, points }
  if (whole !== undefined) return whole === true ? { kind: "page", page } : undefined
  return { kind: "area", page, rect: rectOf(rect) }
}

const boxOf = (value: unknown, index: number): GivenArea => {
  const box = object(value)
  const { reason, label } = box
  const area = BoxArea.safeParse(areaOf(box))
  const rest = { ...(reason === undefined ? {} : { reason }), ...(label === undefined ? {} : { label }) }
  const given = GivenArea.safeParse({ area: area.data, ...rest })
  const strange = Object.keys(box).find((key) => !known.has(key))
  if (!given.success || strange !== undefined) throw new Fault("bad-input", { kind: "box", index: index + 1 })
  return given.data
}

/** @throws Fault "bad-input" with the number, from 1, of the first box that cannot be used; "boxes-unreadable" */
export const boxesOf = (text: string): GivenArea[] => {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    throw new Fault("boxes-unreadable", {}, error)
  }
  const list = Array.isArray(json) ? (json as unknown[]) : object(json)["boxes"]
  if (!Array.isArray(list)) throw new Fault("boxes-unreadable")
  if (list.length === 0) throw new Fault("nothing-chosen", { kind: "term" })
  return list.map(boxOf)
}
