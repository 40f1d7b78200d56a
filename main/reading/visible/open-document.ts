/** OpenDocument text, sheets and slides as they are seen. All of the text stands in one part. */
import { Fault } from "../../../shared/faults.ts"
import { findAll, isElement, textOf, type XmlElement } from "../xml.ts"
import { mediaTypeOfName } from "./drawing.ts"
import type { HiddenList } from "./hidden.ts"
import type { Parts } from "./parts.ts"
import { type Cell, heading, type Piece, type Run } from "./pieces.ts"

interface Reader {
  readonly parts: Parts
  readonly hidden: HiddenList
  /** Names of styles whose text, table or page is not shown. */
  readonly unseen: ReadonlySet<string>
}

const unseenStyles = (roots: readonly XmlElement[]): Set<string> => {
  const styles = roots.flatMap((root) => findAll(root, "style:style"))
  const isUnseen = (style: XmlElement): boolean =>
    findAll(style, "style:text-properties").some(({ attributes }) => attributes["text:display"] === "none") ||
    findAll(style, "style:table-properties").some(({ attributes }) => attributes["table:display"] === "false") ||
    findAll(style, "style:drawing-page-properties").some(
      ({ attributes }) => attributes["presentation:visibility"] === "hidden",
    )
  return new Set(styles.filter(isUnseen).map(({ attributes }) => attributes["style:name"] ?? ""))
}

const isUnseen = ({ attributes }: XmlElement, { unseen }: Reader): boolean =>
  ["text:style-name", "table:style-name", "draw:style-name"].some((name) => unseen.has(attributes[name] ?? ""))

interface Said {
  readonly runs: Run[]
  readonly after: Piece[]
}

const most = 200

const inline = (element: XmlElement, reader: Reader, said: Said): Said => {
  const { hidden } = reader
  for (const node of element.children) {
    if (!isElement(node)) said.runs.push({ text: node.replace(/\s+/g, " ") })
    else if (node.name === "text:tab") said.runs.push({ text: "\t" })
    else if (node.name === "text:line-break") said.runs.push({ text: "\n" })
    else if (node.name === "text:s")
      said.runs.push({ text: " ".repeat(Math.min(most, Math.max(1, Number(node.attributes["text:c"] ?? 1) || 1))) })
    else if (node.name === "office:annotation") hidden.note("comment", textOf(node))
    else if (/^text:hidden-(?:text|paragraph)$/.test(node.name) || isUnseen(node, reader))
      hidden.note("hidden-text", textOf(node) || (node.attributes["text:string-value"] ?? ""))
    else if (/^text:(?:bookmark|bookmark-start|reference-mark|reference-mark-start)$/.test(node.name))
      hidden.note("mark-name", node.attributes["text:name"] ?? "")
    else if (node.name === "text:note") {
      const number = findAll(node, "text:note-citation").map(textOf).join("")
      said.runs.push({ text: number, raised: true })
      for (const body of findAll(node, "text:note-body")) said.after.push(...blocks(body, reader))
    } else if (node.name === "draw:frame" || node.name.startsWith("draw:")) said.after.push(...drawn(node, reader))
    else if (!/^(?:text:(?:change|change-start|change-end|tracked-changes)|office:annotation-end)$/.test(node.name)) {
      if (node.name === "text:a") hidden.note("link-address", node.attributes["xlink:href"] ?? "")
      inline(node, reader, said)
    }
  }
  return said
}

const drawn = (element: XmlElement, reader: Reader): Piece[] => {
  const { parts, hidden } = reader
  for (const name of ["svg:title", "svg:desc", "title", "desc"])
    for (const said of findAll(element, name)) hidden.note("alt-text", textOf(said))
  const href = element.attributes["xlink:href"]
  if (element.name === "draw:image" && href !== undefined) {
    const bytes = parts.bytes(href.replace(/^\.\//, ""))
    if (bytes !== undefined) return [{ is: "picture", picture: { bytes, mediaType: mediaTypeOfName(href) } }]
    hidden.note("remote-picture", href)
    return []
  }
  if (element.name === "draw:object" || element.name === "draw:object-ole" || element.name === "draw:plugin") {
    hidden.note("embedded-file", href ?? element.name)
    return []
  }
  return blocks(element, reader)
}

const hiddenRow = /^(?:collapse|filter)$/

const repeated = (element: XmlElement, name: string): number =>
  Math.min(most, Math.max(1, Number(element.attributes[name] ?? 1) || 1))

const tablePiece = (table: XmlElement, reader: Reader): Piece[] => {
  const { hidden } = reader
  const columns = findAll(table, "table:table-column").flatMap((column) =>
    new Array<boolean>(repeated(column, "table:number-columns-repeated")).fill(
      hiddenRow.test(column.attributes["table:visibility"] ?? ""),
    ),
  )
  const rows = findAll(table, "table:table-row").flatMap((row) => {
    if (hiddenRow.test(row.attributes["table:visibility"] ?? "")) {
      hidden.note("hidden-row", textOf(row))
      return []
    }
    const cells: Cell[] = []
    let column = 0
    for (const cell of row.children.filter(isElement)) {
      if (!/^table:(?:covered-)?table-cell$/.test(cell.name)) continue
      hidden.note("formula", cell.attributes["table:formula"] ?? "")
      const isHidden = columns[column] === true
      column += repeated(cell, "table:number-columns-repeated")
      if (isHidden) hidden.note("hidden-column", textOf(cell))
      else cells.push({ pieces: blocks(cell, reader) })
    }
    while (cells.length > 0 && cells.at(-1)?.pieces.length === 0) cells.pop()
    return cells.length === 0 ? [] : [cells]
  })
  return rows.length === 0 ? [] : [{ is: "table", rows }]
}

const listPieces = (list: XmlElement, reader: Reader, step: number): Piece[] =>
  list.children.filter(isElement).flatMap((item) =>
    item.children.filter(isElement).flatMap((node): Piece[] => {
      if (node.name === "text:list") return listPieces(node, reader, Math.min(8, step + 1))
      return block(node, reader).map((piece) =>
        piece.is === "paragraph" ? { ...piece, indent: step, marker: "•" } : piece,
      )
    }),
  )

const block = (node: XmlElement, reader: Reader): Piece[] => {
  const { hidden } = reader
  if (node.name === "text:h" || node.name === "text:p") {
    if (isUnseen(node, reader)) {
      hidden.note("hidden-text", textOf(node))
      return []
    }
    const { runs, after } = inline(node, reader, { runs: [], after: [] })
    if (runs.every(({ text }) => text.trim() === "")) return after
    return [node.name === "text:p" ? { is: "paragraph", runs } : { is: "heading", level: 2, runs }, ...after]
  }
  if (node.name === "text:list") return listPieces(node, reader, 1)
  if (node.name === "table:table") {
    const name = node.attributes["table:name"] ?? ""
    if (!isUnseen(node, reader)) return tablePiece(node, reader)
    hidden.note("hidden-sheet", `${name} ${textOf(node)}`)
    return []
  }
  if (node.name === "text:tracked-changes") {
    for (const change of node.children.filter(isElement)) hidden.note("deleted-text", textOf(change))
    return []
  }
  if (node.name === "office:annotation") {
    hidden.note("comment", textOf(node))
    return []
  }
  if (node.name === "presentation:notes") {
    hidden.note("slide-notes", textOf(node))
    return []
  }
  if (node.name === "text:section" && node.attributes["text:display"] === "none") {
    hidden.note("hidden-text", textOf(node))
    return []
  }
  if (node.name === "draw:page") {
    const pieces = blocks(node, reader)
    if (isUnseen(node, reader)) {
      hidden.note("hidden-slide", textOf(node))
      return []
    }
    return [{ is: "new-page" }, ...pieces]
  }
  if (node.name === "office:scripts" || node.name === "office:forms") {
    hidden.note("script", textOf(node))
    return []
  }
  if (
    /^(?:office:(?:font-face-decls|automatic-styles|settings)|text:(?:sequence-decls|variable-decls))$/.test(node.name)
  )
    return []
  if (node.name.startsWith("draw:")) return drawn(node, reader)
  return blocks(node, reader)
}

const blocks = (element: XmlElement, reader: Reader): Piece[] =>
  element.children.filter(isElement).flatMap((node) => block(node, reader))

/** Sheets stand under their names. */
const sheets = (root: XmlElement, reader: Reader): Piece[] =>
  findAll(root, "table:table").flatMap((table, index): Piece[] => {
    const pieces = block(table, reader)
    if (isUnseen(table, reader)) return []
    const name = heading(table.attributes["table:name"] ?? "")
    return [...(index === 0 ? [] : [{ is: "new-page" } as const]), name, ...pieces]
  })

/** @throws Fault "file-broken" */
export const openDocumentPieces = (parts: Parts, hidden: HiddenList): Piece[] => {
  const content = parts.xml("content.xml")
  if (content === undefined) throw new Fault("file-broken")
  const styles = parts.xml("styles.xml")
  const roots = styles === undefined ? [content] : [content, styles]
  const reader: Reader = { parts, hidden, unseen: unseenStyles(roots) }
  const [book] = findAll(content, "office:spreadsheet")
  const pieces = book === undefined ? blocks(content, reader) : sheets(book, reader)
  // Headers and footers stand in the part of styles.
  const edges = styles === undefined ? [] : findAll(styles, "style:header").concat(findAll(styles, "style:footer"))
  const around = edges.flatMap((edge) => blocks(edge, reader))
  const rule: Piece = { is: "rule" }
  const all = around.length === 0 ? pieces : [...pieces, rule, ...around]
  if (all[0]?.is === "new-page") all.shift()
  return all.length === 0 ? [heading("–", 3)] : all
}
