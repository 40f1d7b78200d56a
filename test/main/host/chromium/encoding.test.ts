import { fc, test as propertyTest } from "@fast-check/vitest"
import { expect, test } from "vitest"
import { decodeMessage, encodeMessage } from "../../../../main/host/chromium/encoding.ts"

propertyTest.prop([fc.uint8Array(), fc.jsonValue()])("bytes and values come back as they went", (bytes, value) => {
  const there = decodeMessage(encodeMessage({ bytes, value })) as { bytes: Uint8Array; value: unknown }
  expect(there.bytes).toEqual(bytes)
  expect(JSON.stringify(there.value)).toBe(JSON.stringify(value))
})

test("a part of a larger buffer travels alone", () => {
  const part = new Uint8Array([1, 2, 3, 4]).subarray(1, 3)
  expect(decodeMessage(encodeMessage(part))).toEqual(new Uint8Array([2, 3]))
})

test("a Buffer travels as bytes too", () => {
  expect(decodeMessage(encodeMessage({ b: Buffer.from([9, 8]) }))).toEqual({ b: new Uint8Array([9, 8]) })
})
