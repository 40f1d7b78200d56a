/** A Word document as it is read on paper, with the changes that were made and nothing that is hidden. */
import { Fault } from "../../../shared/faults.ts"
import { findAll, isElement, textOf, type XmlElement } from "../xml.ts"
import type { HiddenList } from "./hidden.ts"
import type { Parts } from "./parts.ts"
import { type Cell, heading, type Piece, textOfPieces } from "./pieces.ts"
import { runsOf, type WordContext } from "./word-runs.ts"
import { child, numberingOf, outlineOf, wordStyles } from "./word-styles.ts"

const level = (number: number): 1 | 2 | 3 => (number <= 1 ? 1 : number === 2 ? 2 : 3)

const alignOf = (properties: XmlElement | undefined): { align?: "center" | "right" } => {
  const said = child(properties, "w:jc")?.attributes["w:val"]
  if (said === "center") return { align: "center" }
  return said === "right" || said === "end" ? { align: "right" } : {}
}

const paragraphPieces = (element: XmlElement, context: WordContext): Piece[] => {
  const properties = child(element, "w:pPr")
  const style = context.styles.style(child(properties, "w:pStyle")?.attributes["w:val"])
  const { runs, after } = runsOf(element, context, style.vanish)
  const empty = runs.every(({ text }) => text.trim() === "")
  if (empty) return after
  const outline = outlineOf(properties) ?? style.level
  if (outline !== undefined) return [{ is: "heading", level: level(outline), runs }, ...after]
  const list = numberingOf(properties) ?? style.numbering
  const marker = list === undefined ? undefined : context.styles.marker(list.id, list.step)
  const indent = list === undefined ? {} : { indent: Math.min(8, list.step + 1) }
  return [
    { is: "paragraph", runs, ...alignOf(properties), ...indent, ...(marker === undefined ? {} : { marker }) },
    ...after,
  ]
}

const isDeleted = (row: XmlElement): boolean => child(child(row, "w:trPr"), "w:del") !== undefined
const isHidden = (row: XmlElement): boolean => child(child(row, "w:trPr"), "w:hidden") !== undefined

const cellOf = (cell: XmlElement, context: WordContext): Cell => {
  const properties = child(cell, "w:tcPr")
  const span = Number(child(properties, "w:gridSpan")?.attributes["w:val"] ?? 1)
  const pieces = context.blocks(cell)
  return { pieces, ...(span > 1 && span <= 200 ? { span } : {}) }
}

/** Cells and rows may stand inside content controls. */
const below = (element: XmlElement, name: string): XmlElement[] =>
  element.children.filter(isElement).flatMap((node) => {
    if (node.name === name) return [node]
    return /^w:(?:sdt|sdtContent|customXml|ins|moveTo)$/.test(node.name) ? below(node, name) : []
  })

const tablePiece = (table: XmlElement, context: WordContext): Piece[] => {
  const rows = below(table, "w:tr").flatMap((row) => {
    const kind = isDeleted(row) ? "deleted-text" : isHidden(row) ? "hidden-text" : undefined
    if (kind === undefined) return [below(row, "w:tc").map((cell) => cellOf(cell, context))]
    context.hidden.note(kind, textOf(row))
    return []
  })
  return rows.length === 0 ? [] : [{ is: "table", rows }]
}

const blockPieces = (element: XmlElement, context: WordContext): Piece[] =>
  element.children.filter(isElement).flatMap((node): Piece[] => {
    if (node.name === "w:p") return paragraphPieces(node, context)
    if (node.name === "w:tbl") return tablePiece(node, context)
    if (node.name === "w:altChunk") {
      context.hidden.note("embedded-file", "altChunk")
      return []
    }
    if (node.name === "w:del" || node.name === "w:moveFrom") {
      context.hidden.note("deleted-text", textOf(node))
      return []
    }
    if (node.name === "mc:AlternateContent")
      return blockPieces(child(node, "mc:Choice") ?? child(node, "mc:Fallback") ?? node, context)
    if (/^w:(?:sectPr|sdtPr|tcPr|trPr|tblPr|tblGrid|pPr)$/.test(node.name)) return []
    return blockPieces(node, context)
  })

const contextOf = (parts: Parts, hidden: HiddenList, part: string, styles: WordContext["styles"]): WordContext => {
  const context: WordContext = { parts, hidden, styles, part, blocks: (element) => blockPieces(element, context) }
  return context
}

/** Headers or footers that a section of the document shows; the same words once. */
const edges = (
  document: XmlElement,
  of: "header" | "footer",
  read: (part: string) => Piece[],
  parts: Parts,
): Piece[] => {
  const relations = new Map(parts.relations("word/document.xml").map(({ id, target }) => [id, target]))
  const ids = findAll(document, "w:sectPr")
    .flatMap((section) => findAll(section, `w:${of}Reference`))
    .map(({ attributes }) => relations.get(attributes["r:id"] ?? "") ?? "")
  const seen = new Set<string>()
  return [...new Set(ids)].flatMap((part) => {
    const pieces = read(part)
    const words = textOfPieces(pieces).trim()
    const isNew = pieces.some(({ is }) => is === "picture") || (words !== "" && !seen.has(words))
    seen.add(words)
    return isNew ? pieces : []
  })
}

const notes = (parts: Parts, of: "footnote" | "endnote", contextFor: (part: string) => WordContext): Piece[] => {
  const part = `word/${of}s.xml`
  const root = parts.xml(part)
  const context = contextFor(part)
  return (root === undefined ? [] : findAll(root, `w:${of}`)).flatMap((note): Piece[] => {
    if (/eparator|continuationNotice/.test(note.attributes["w:type"] ?? "")) return []
    const [first, ...rest] = blockPieces(note, context)
    if (first?.is !== "paragraph") return first === undefined ? [] : [first, ...rest]
    const number = { text: `${note.attributes["w:id"] ?? ""} `, raised: true as const }
    return [{ ...first, runs: [number, ...first.runs] }, ...rest]
  })
}

const noteComments = (parts: Parts, hidden: HiddenList): void => {
  for (const part of parts.names.filter((name) => /^word\/comments\.xml$/.test(name))) {
    const root = parts.xml(part)
    for (const comment of root === undefined ? [] : findAll(root, "w:comment"))
      hidden.note("comment", `${comment.attributes["w:author"] ?? ""}: ${findAll(comment, "w:t").map(textOf).join("")}`)
  }
}

const noteSettings = (parts: Parts, hidden: HiddenList): void => {
  const settings = parts.xml("word/settings.xml")
  if (settings === undefined) return
  for (const { attributes } of [...findAll(settings, "w:rsid"), ...findAll(settings, "w:rsidRoot")])
    hidden.note("revision-id", attributes["w:val"] ?? "")
  for (const { attributes } of findAll(settings, "w:docVar"))
    hidden.note("custom-data", `${attributes["w:name"] ?? ""}: ${attributes["w:val"] ?? ""}`)
}

/** @throws Fault "file-broken" */
export const wordPieces = (parts: Parts, hidden: HiddenList): Piece[] => {
  const document = parts.xml("word/document.xml")
  if (document === undefined) throw new Fault("file-broken")
  const styles = wordStyles(parts)
  const contextFor = (part: string): WordContext => contextOf(parts, hidden, part, styles)
  const read = (part: string): Piece[] => {
    const root = parts.xml(part)
    return root === undefined ? [] : blockPieces(root, contextFor(part))
  }
  const head = edges(document, "header", read, parts)
  const body = read("word/document.xml")
  const foot = edges(document, "footer", read, parts)
  const under = [...notes(parts, "footnote", contextFor), ...notes(parts, "endnote", contextFor)]
  noteComments(parts, hidden)
  noteSettings(parts, hidden)
  const rule: Piece = { is: "rule" }
  const all = [
    ...(head.length === 0 ? [] : [...head, rule]),
    ...body,
    ...(under.length === 0 ? [] : [rule, ...under]),
    ...(foot.length === 0 ? [] : [rule, ...foot]),
  ]
  return all.length === 0 ? [heading("–", 3)] : all
}
