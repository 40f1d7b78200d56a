import { expect, test } from "vitest"
import { createPageCache } from "../../../main/engine/page-cache.ts"

const page = (bytes: number) => ({ png: new Uint8Array(bytes), width: 1, height: 1 })

test("the page used longest ago goes first, and the limit holds", () => {
  const cache = createPageCache(100)
  cache.put("a", page(40))
  cache.put("b", page(40))
  expect(cache.get("a")).toBeDefined()
  cache.put("c", page(40))
  expect([cache.get("a"), cache.get("b"), cache.get("c")].map((found) => found !== undefined)).toEqual([
    true,
    false,
    true,
  ])
})

test("a page larger than the whole cache is not kept", () => {
  const cache = createPageCache(100)
  cache.put("a", page(101))
  expect(cache.get("a")).toBeUndefined()
})

test("the same page put twice counts once", () => {
  const cache = createPageCache(100)
  for (let turn = 0; turn < 5; turn += 1) cache.put("a", page(60))
  cache.put("b", page(40))
  expect(cache.get("a")).toBeDefined()
})

test("clearing leaves nothing", () => {
  const cache = createPageCache(100)
  cache.put("a", page(10))
  cache.clear()
  expect(cache.get("a")).toBeUndefined()
})
