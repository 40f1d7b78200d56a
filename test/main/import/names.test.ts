import { fc, test } from "@fast-check/vitest"
import { expect } from "vitest"
import { safeFileName, shownName, shownText } from "../../../main/import/names.ts"

const bytes = (text: string) => Buffer.from(text, "utf8")

test("an ordinary name is shown as it is, in any script", () => {
  expect(shownName(bytes("Қаулы № 5 — копия (2).pdf"))).toBe("Қаулы № 5 — копия (2).pdf")
})

test("line breaks, escapes and marks of direction are written out", () => {
  expect(shownName(bytes("a\nb\tc\u001b[31m\u202efdp.exe"))).toBe("a\\nb\\tc\\u{001b}[31m\\u{202e}fdp.exe")
})

test("bytes that are no UTF-8 are written out, the rest stays readable", () => {
  const name = Buffer.concat([bytes("дело-"), Buffer.from([0xff, 0xd0]), bytes(".txt"), Buffer.from([0xe2, 0x82])])
  expect(shownName(name)).toBe("дело-\\xff\\xd0.txt\\xe2\\x82")
})

test("a name that spells an escape is told apart from the thing itself", () => {
  expect(shownName(bytes("\\xff"))).not.toBe(shownName(Buffer.from([0xff])))
})

test("half a character from Windows is written out", () => {
  expect(shownText("a\ud800.txt")).toBe("a\\u{d800}.txt")
})

const nameBytes = fc.uint8Array({ minLength: 1, maxLength: 40 })

test.prop([nameBytes, nameBytes])("two different names are never shown alike", (left, right) => {
  expect(shownName(left) === shownName(right)).toBe(Buffer.from(left).equals(right))
})

test.prop([nameBytes])("nothing shown can move the cursor or turn the text", (name) => {
  expect(shownName(name)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u)
})

test("a name for a written file fits every system", () => {
  expect(safeFileName('a/b\\c:"d"?.pdf')).toBe("a_b_c__d__.pdf")
  expect(safeFileName("..")).toBe("_")
  expect(safeFileName("CON.txt")).toBe("_CON.txt")
  expect(safeFileName("")).toBe("_")
  expect(safeFileName("name. ")).toBe("name_")
})

test("a name for a written file keeps its extension within 255 bytes", () => {
  const name = safeFileName(`${"ү".repeat(300)}.docx`)
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255)
  expect(name.endsWith("ү.docx")).toBe(true)
})
