import type { Block } from "./blocks.ts"
import { xmlEntry } from "./office-word.ts"
import { findAll, textOf, type XmlElement } from "./xml.ts"

type Entries = ReadonlyMap<string, Uint8Array>

/** Text of a string item without its phonetic twin. */
export const stringText = (item: XmlElement): string => findAll(item, "t").map(textOf).join("")

export const sharedStrings = (entries: Entries): string[] => {
  const root = xmlEntry(entries, "xl/sharedStrings.xml")
  return root === undefined ? [] : findAll(root, "si").map(stringText)
}

/** Column of a reference such as "AB12", from 0. */
export const columnOf = (reference: string): number => {
  let column = 0
  for (const letter of /^[A-Z]{1,3}/.exec(reference)?.[0] ?? "A") column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}

const cellText = (cell: XmlElement, strings: readonly string[]): string => {
  const value = findAll(cell, "v").map(textOf).join("")
  if (cell.attributes["t"] === "s") return strings[Number(value)] ?? ""
  return cell.attributes["t"] === "inlineStr" ? stringText(cell) : value
}

const widest = 200

const rowsOf = (sheet: XmlElement, strings: readonly string[]): string[][] =>
  findAll(sheet, "row")
    .map((row) => {
      const cells: string[] = []
      for (const cell of findAll(row, "c")) {
        const column = Math.min(widest, columnOf(cell.attributes["r"] ?? "A"))
        // A cell without a reference follows the one before it.
        const at = cell.attributes["r"] === undefined ? cells.length : column
        while (cells.length < at) cells.push("")
        cells[at] = cellText(cell, strings)
      }
      return cells
    })
    .filter((cells) => cells.some((text) => text !== ""))

const commentBlocks = (entries: Entries): Block[] => {
  const names = [...entries.keys()]
    .filter((name) => /^xl\/(?:comments|threadedComments\/)[^/]*\.xml$/.test(name))
    .sort()
  const rows = names.flatMap((name) => {
    const root = xmlEntry(entries, name)
    if (root === undefined) return []
    const comments = [...findAll(root, "comment"), ...findAll(root, "threadedComment")]
    return comments.map((comment) => [comment.attributes["ref"] ?? "", textOf(comment).trim()])
  })
  return rows.length === 0
    ? []
    : [
        { is: "heading", text: "Comments" },
        { is: "table", rows },
      ]
}

/** A workbook: every sheet under its name, hidden ones too and called so; then comments. */
export const sheetBlocks = (entries: Entries): Block[] => {
  const workbook = xmlEntry(entries, "xl/workbook.xml")
  const relations = xmlEntry(entries, "xl/_rels/workbook.xml.rels")
  if (workbook === undefined || relations === undefined) return []
  const targets = new Map(
    findAll(relations, "Relationship").map(({ attributes }) => [attributes["Id"] ?? "", attributes["Target"] ?? ""]),
  )
  const strings = sharedStrings(entries)
  const blocks = findAll(workbook, "sheet").flatMap(({ attributes }): Block[] => {
    const target = targets.get(attributes["r:id"] ?? "") ?? ""
    const sheet = xmlEntry(entries, target.startsWith("/") ? target.slice(1) : `xl/${target}`)
    if (sheet === undefined) return []
    const hidden = (attributes["state"] ?? "visible") === "visible" ? "" : " (hidden)"
    const rows = rowsOf(sheet, strings)
    const heading: Block = { is: "heading", text: `${attributes["name"] ?? ""}${hidden}` }
    return rows.length === 0 ? [heading] : [heading, { is: "table", rows }]
  })
  return [...blocks, ...commentBlocks(entries)]
}
