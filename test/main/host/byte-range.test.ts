import { fc, test as propertyTest } from "@fast-check/vitest"
import { expect, test } from "vitest"
import { contentRange, mediaPartBytes, parseRange } from "../../../main/host/byte-range.ts"

test("a range is read as RFC 9110 has it", () => {
  expect(parseRange("bytes=0-99", 1000)).toEqual({ start: 0, end: 100 })
  expect(parseRange("bytes=900-", 1000)).toEqual({ start: 900, end: 1000 })
  expect(parseRange("bytes=-100", 1000)).toEqual({ start: 900, end: 1000 })
  expect(parseRange("bytes=-5000", 1000)).toEqual({ start: 0, end: 1000 })
  expect(parseRange("bytes=990-5000", 1000)).toEqual({ start: 990, end: 1000 })
  expect(parseRange(undefined, 1000)).toEqual({ start: 0, end: 1000 })
})

test("what is no range inside the file is refused", () => {
  for (const header of ["bytes=1000-", "bytes=5-4", "bytes=-", "bytes=0-1,3-4", "items=0-1", "bytes=a-b", "bytes=-0"]) {
    expect(parseRange(header, 1000), header).toBeUndefined()
  }
  expect(parseRange("bytes=0-", 0)).toBeUndefined()
})

propertyTest.prop([fc.string(), fc.nat()])(
  "whatever is asked, the answer lies inside the file and is not too long",
  (header, size) => {
    const range = parseRange(header, size)
    if (range === undefined) return
    expect(range.start).toBeGreaterThanOrEqual(0)
    expect(range.end).toBeLessThanOrEqual(size)
    expect(range.end - range.start).toBeGreaterThan(0)
    expect(range.end - range.start).toBeLessThanOrEqual(mediaPartBytes)
  },
)

test("the answer's header names the last byte, not the one after", () => {
  expect(contentRange({ start: 0, end: 100 }, 1000)).toBe("bytes 0-99/1000")
})
