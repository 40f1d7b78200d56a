import { Fault } from "../../shared/faults.ts"
import { paragraph, type Block } from "./blocks.ts"
import { sheetBlocks } from "./office-sheet.ts"
import { wordBlocks, xmlEntry } from "./office-word.ts"
import { unzip } from "./unzip.ts"
import { findAll, isElement, textOf, type XmlElement } from "./xml.ts"

type Entries = ReadonlyMap<string, Uint8Array>

const numberIn = (name: string): number => Number(/(\d+)\.xml$/.exec(name)?.[1] ?? 0)

/** Slides in their order, each followed by its speaker's notes. */
const slideBlocks = (entries: Entries): Block[] => {
  const names = [...entries.keys()].filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
  names.sort((a, b) => numberIn(a) - numberIn(b))
  const paragraphs = (name: string): Block[] => {
    const root = xmlEntry(entries, name)
    if (root === undefined) return []
    const texts = findAll(root, "a:p").map((element) => findAll(element, "a:t").map(textOf).join(""))
    return texts.filter((text) => text.trim() !== "").map(paragraph)
  }
  return names.flatMap((name, index) => {
    const relations = xmlEntry(entries, name.replace("slides/", "slides/_rels/").concat(".rels"))
    const targets =
      relations === undefined
        ? []
        : findAll(relations, "Relationship").map(({ attributes }) => attributes["Target"] ?? "")
    const notes = targets.flatMap((target) => {
      const file = /notesSlides\/[^/]+$/.exec(target)?.[0]
      return file === undefined ? [] : paragraphs(`ppt/${file}`)
    })
    const heading: Block = { is: "heading", text: String(index + 1) }
    return [
      heading,
      ...paragraphs(name),
      ...(notes.length === 0 ? [] : [{ is: "heading", text: "Notes" } as const, ...notes]),
    ]
  })
}

const openText = (element: XmlElement): string =>
  element.children
    .map((child) => {
      if (!isElement(child)) return child
      if (child.name === "text:tab") return "\t"
      if (child.name === "text:line-break") return "\n"
      if (child.name === "text:s") return " ".repeat(Math.min(100, Number(child.attributes["text:c"] ?? 1)))
      return openText(child)
    })
    .join("")

/** OpenDocument keeps all of its text in one entry, in the order of reading. */
const openBlocks = (element: XmlElement): Block[] =>
  element.children.filter(isElement).flatMap((child): Block[] => {
    if (child.name === "text:h") return [{ is: "heading", text: openText(child) }]
    if (child.name === "text:p") return openText(child).trim() === "" ? [] : [paragraph(openText(child))]
    if (child.name !== "table:table") return openBlocks(child)
    const rows = findAll(child, "table:table-row")
      .map((row) => findAll(row, "table:table-cell").map((cell) => findAll(cell, "text:p").map(openText).join("\n")))
      .filter((cells) => cells.some((text) => text !== ""))
    return rows.length === 0 ? [] : [{ is: "table", rows }]
  })

const wanted = (name: string): boolean =>
  /^(?:word|xl|ppt)\/.*\.(?:xml|rels)$/.test(name) || /^word\/media\//.test(name) || name === "content.xml"

/** What an office file says, hidden parts too. @throws Fault file-broken, file-too-large */
export const officeBlocks = (bytes: Uint8Array): Block[] => {
  const entries = unzip(bytes, wanted)
  if (entries.has("word/document.xml")) return wordBlocks(entries)
  if (entries.has("xl/workbook.xml")) return sheetBlocks(entries)
  if (entries.has("ppt/presentation.xml")) return slideBlocks(entries)
  const content = xmlEntry(entries, "content.xml")
  if (content === undefined) throw new Fault("file-broken")
  return openBlocks(content)
}
