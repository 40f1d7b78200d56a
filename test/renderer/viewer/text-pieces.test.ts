import { fc, test as property } from "@fast-check/vitest"
import { expect, test } from "vitest"
import { cutText } from "../../../renderer/features/viewer/textPieces.ts"

property.prop([
  fc.string({ maxLength: 9000 }),
  fc.array(fc.record({ start: fc.nat(9000), end: fc.nat(9000), look: fc.constant("linked") }), { maxLength: 6 }),
])("the pieces joined are the text, each beginning where it says", (text, stretches) => {
  const pieces = cutText(text, stretches).flat()
  expect(pieces.map((piece) => piece.text).join("")).toBe(text)
  for (const piece of pieces) expect(text.slice(piece.start, piece.start + piece.text.length)).toBe(piece.text)
})

test("a passage is lit, also where it crosses from one block into the next", () => {
  const text = `${"a".repeat(4100)}\n${"b".repeat(4100)}\n`
  const lit = cutText(text, [{ start: 4000, end: 4200, look: "selected" }])
    .flat()
    .filter((piece) => piece.look === "selected")
  expect(lit.map((piece) => piece.text).join("")).toBe(text.slice(4000, 4200))
})
