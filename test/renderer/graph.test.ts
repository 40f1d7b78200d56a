import { test as property } from "@fast-check/vitest"
import * as fc from "fast-check"
import { expect, test } from "vitest"
import { settle } from "../../renderer/features/graph/settle.ts"

const edgesTo = (centre: string, ids: readonly string[]) => ids.map((id) => ({ from: centre, to: id }))
const distance = (a: { x: number; y: number }, b: { x: number; y: number }) => Math.hypot(a.x - b.x, a.y - b.y)

property.prop([
  fc.dictionary(
    fc.uuid(),
    fc.record({ x: fc.integer({ min: -900, max: 900 }), y: fc.integer({ min: -900, max: 900 }) }),
    {
      minKeys: 1,
      maxKeys: 40,
    },
  ),
  fc.uniqueArray(fc.uuid(), { maxLength: 60 }),
])("what stands does not move, and everything new gets a place", (spots, added) => {
  const [centre = ""] = Object.keys(spots)
  const ids = [...Object.keys(spots), ...added]
  const placed = settle({ ids, edges: edgesTo(centre, added), spots })
  for (const [id, spot] of Object.entries(spots)) expect(placed[id]).toEqual(spot)
  expect(Object.keys(placed).sort()).toEqual([...new Set(ids)].sort())
})

test("new records settle beside their own neighbour, none on another", () => {
  const added = Array.from({ length: 30 }, (_, at) => `new ${at}`)
  const spots = { one: { x: 0, y: 0 }, other: { x: 2000, y: 0 } }
  const placed = settle({ ids: ["one", "other", ...added], edges: edgesTo("other", added), spots })
  const places = added.map((id) => placed[id] ?? { x: 0, y: 0 })
  for (const place of places) expect(distance(place, spots.other)).toBeLessThan(500)
  for (const [at, place] of places.entries())
    for (const second of places.slice(at + 1)) expect(distance(place, second)).toBeGreaterThan(25)
})
