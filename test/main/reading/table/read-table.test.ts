import { strToU8, zipSync } from "fflate"
import { expect, test } from "vitest"
import { parseCsv, separatorOf } from "../../../../main/reading/table/csv.ts"
import { readTable } from "../../../../main/reading/table/read-table.ts"
import { TableReading } from "../../../../shared/model/table.ts"
import { testWorkbook } from "../../../support/workbook.ts"

const read = (bytes: Uint8Array, how: Partial<TableReading> = {}) => readTable({ bytes, ...TableReading.parse(how) })

test("cells may hold quotes, separators and lines", () => {
  expect(separatorOf('"a;b;c",d\n')).toBe(",")
  expect(separatorOf("a|b|c,d\n")).toBe("|")
  expect(parseCsv('a;"b ""c""\r\n; d"\r\n\r\n;x', ";")).toEqual([
    { row: 1, cells: ["a", 'b "c"\r\n; d'] },
    { row: 3, cells: ["", "x"] },
  ])
  expect(() => parseCsv('a\n"b', ",")).toThrow(expect.objectContaining({ code: "file-broken", detail: { line: 2 } }))
})

test("headings become distinct, and empty cells behind the last one say nothing", () => {
  const { headers, rows } = read(strToU8("Name;;Name;\nA;b;c;;\nD;e\n"))
  expect(headers).toEqual(["Name", "#2", "Name (2)"])
  expect(rows.map(({ cells }) => cells.length)).toEqual([3, 2])
})

test("a workbook gives days as days, long numbers whole, and the sheet that was asked for", () => {
  const bytes = testWorkbook({
    Первый: [["x"], ["1"]],
    "Fines 2017": [
      ["Name", "Born", "Seen", "Said", "Phone", "Yes"],
      [
        "A <b>",
        { value: 42798, style: 1 },
        { value: 42798.4375, style: 2 },
        { value: 42798, style: 3 },
        77001234567,
        true,
      ],
      ["B"],
    ],
  })
  expect(read(bytes)).toMatchObject({
    sheets: ["Первый", "Fines 2017"],
    sheet: "Первый",
    headers: ["x"],
    separator: "",
  })
  const { rows } = read(bytes, { sheet: "Fines 2017" })
  expect(rows).toEqual([
    { row: 2, cells: ["A <b>", "2017-03-04", "2017-03-04 10:30", "2017-03-04", "77001234567", "true"] },
    { row: 3, cells: ["B", "", "", "", "", ""] },
  ])
  expect(() => read(bytes, { sheet: "no" })).toThrow(expect.objectContaining({ code: "not-found" }))
})

test("bombs, other archives and old workbooks are refused by their code", () => {
  const bomb = zipSync({
    "xl/workbook.xml": strToU8('<workbook><sheets><sheet name="a" r:id="r"/></sheets></workbook>'),
    "xl/_rels/workbook.xml.rels": strToU8('<R><Relationship Id="r" Target="s.xml"/></R>'),
    "xl/s.xml": strToU8("<worksheet/>"),
  })
  // What the directory declares is all that is ever unpacked, so a bomb has to declare its size.
  const entry = Buffer.from(bomb).lastIndexOf("xl/s.xml") - 46
  new DataView(bomb.buffer, bomb.byteOffset).setUint32(entry + 24, 1_000_000_000, true)
  expect(() => read(bomb)).toThrow(expect.objectContaining({ code: "file-too-large" }))
  const wide = testWorkbook({ a: [["x"]] })
  expect(() => read(zipSync({ "a.txt": strToU8("x") }))).toThrow(expect.objectContaining({ code: "kind-unsupported" }))
  expect(() => read(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0))).toThrow(
    expect.objectContaining({ code: "kind-unsupported" }),
  )
  expect(() => read(wide.subarray(0, wide.length - 30))).toThrow(expect.objectContaining({ code: "file-broken" }))
})
