/** Runs of a Word paragraph as they are seen: what is struck out, hidden or behind a field is noted instead. */
import { findAll, isElement, textOf, type XmlElement } from "../xml.ts"
import { noteDescriptions, picturesOf } from "./drawing.ts"
import type { HiddenList } from "./hidden.ts"
import type { Parts } from "./parts.ts"
import type { Piece, Run } from "./pieces.ts"
import { child, hides, isOn, type WordStyles } from "./word-styles.ts"

export interface WordContext {
  readonly parts: Parts
  readonly hidden: HiddenList
  readonly styles: WordStyles
  /** The part that is read, such as "word/document.xml". */
  readonly part: string
  /** Blocks inside a text box; set by the reader of blocks. */
  blocks(element: XmlElement): Piece[]
}

/** What a paragraph's runs come to; `after` are pictures and text boxes that hang on it. */
export interface Said {
  readonly runs: Run[]
  readonly after: Piece[]
}

const fixed: Readonly<Record<string, string>> = {
  "w:tab": "\t",
  "w:ptab": "\t",
  "w:br": "\n",
  "w:cr": "\n",
  "w:noBreakHyphen": "\u2011",
}

const allText = (element: XmlElement): string =>
  element.children
    .filter(isElement)
    .map((node) => {
      if (node.name === "w:t" || node.name === "w:delText" || node.name === "m:t") return textOf(node)
      return fixed[node.name] ?? allText(node)
    })
    .join("")

const lookOf = (properties: XmlElement | undefined): Omit<Run, "text"> => ({
  ...(isOn(properties, "w:b") === true ? { bold: true as const } : {}),
  ...(isOn(properties, "w:i") === true ? { italic: true as const } : {}),
  ...(isOn(properties, "w:u") === true ? { underline: true as const } : {}),
  ...(isOn(properties, "w:strike") === true || isOn(properties, "w:dstrike") === true ? { struck: true as const } : {}),
  ...(/script$/.test(child(properties, "w:vertAlign")?.attributes["w:val"] ?? "") ? { raised: true as const } : {}),
})

/** A drawing, an old drawing or an embedded object: its pictures, and what its text boxes say. */
const drawn = (element: XmlElement, context: WordContext): Piece[] => {
  const { hidden, parts, part } = context
  noteDescriptions(element, hidden)
  for (const control of findAll(element, "o:OLEObject"))
    hidden.note("embedded-file", control.attributes["ProgID"] ?? "OLE")
  const pictures = picturesOf(element, part, parts, hidden)
  const boxes = findAll(element, "w:txbxContent").flatMap((box) => context.blocks(box))
  return [...pictures, ...boxes]
}

const symbol = (node: XmlElement): string => {
  const code = parseInt(node.attributes["w:char"] ?? "", 16)
  // Symbol fonts keep their signs in the private area: which sign it is only the font knows.
  return code >= 0xf000 || Number.isNaN(code) ? "▪" : String.fromCodePoint(code)
}

const noteField = (node: XmlElement, hidden: HiddenList): void => {
  for (const data of findAll(node, "w:ffData"))
    for (const part of data.children.filter(isElement))
      for (const said of Object.values(part.attributes)) if (/\p{L}{2}/u.test(said)) hidden.note("form-field", said)
}

/** The inside of one run. */
const insideRun = (run: XmlElement, look: Omit<Run, "text">, context: WordContext): Said => {
  const { hidden } = context
  const said: Said = { runs: [], after: [] }
  for (const node of run.children.filter(isElement)) {
    const between = fixed[node.name]
    if (node.name === "w:t") said.runs.push({ text: textOf(node), ...look })
    else if (between !== undefined) said.runs.push({ text: between })
    else if (node.name === "w:sym") said.runs.push({ text: symbol(node), ...look })
    else if (node.name === "w:delText") hidden.note("deleted-text", textOf(node))
    else if (node.name === "w:instrText" || node.name === "w:delInstrText") hidden.note("field-code", textOf(node))
    else if (node.name === "w:fldChar") noteField(node, hidden)
    else if (/^w:(?:footnote|endnote)Reference$/.test(node.name))
      said.runs.push({ text: node.attributes["w:id"] ?? "", raised: true })
    else if (/^w:(?:footnote|endnote)Ref$/.test(node.name)) continue
    else if (/^w:(?:drawing|pict|object)$/.test(node.name)) said.after.push(...drawn(node, context))
    else if (node.name !== "w:rPr") add(said, runsOf(node, context, false))
  }
  return said
}

const add = (to: Said, more: Said): void => {
  to.runs.push(...more.runs)
  to.after.push(...more.after)
}

const noteChange = (node: XmlElement, hidden: HiddenList): void => {
  const { attributes } = node
  hidden.note("change-author", `${attributes["w:author"] ?? ""} ${attributes["w:date"] ?? ""}`)
}

const chosen = (node: XmlElement): XmlElement => child(node, "mc:Choice") ?? child(node, "mc:Fallback") ?? node

/** What is seen of `element`'s children. `vanished`: the paragraph's style hides them. */
export const runsOf = (element: XmlElement, context: WordContext, vanished: boolean): Said => {
  const { hidden, styles } = context
  const said: Said = { runs: [], after: [] }
  for (const node of element.children.filter(isElement)) {
    if (node.name === "w:r") {
      const properties = child(node, "w:rPr")
      if (child(properties, "w:rPrChange") !== undefined) noteChange(child(properties, "w:rPrChange") ?? node, hidden)
      const style = child(properties, "w:rStyle")?.attributes["w:val"]
      const byStyle = style !== undefined && styles.style(style).vanish
      if (hides(properties) ?? (vanished || byStyle)) hidden.note("hidden-text", allText(node))
      else add(said, insideRun(node, lookOf(properties), context))
    } else if (node.name === "w:del" || node.name === "w:moveFrom") {
      noteChange(node, hidden)
      hidden.note("deleted-text", allText(node))
    } else if (node.name === "w:ins" || node.name === "w:moveTo") {
      noteChange(node, hidden)
      add(said, runsOf(node, context, vanished))
    } else if (node.name === "mc:AlternateContent") add(said, runsOf(chosen(node), context, vanished))
    else if (node.name === "m:t") said.runs.push({ text: textOf(node) })
    else if (node.name === "w:t") said.runs.push({ text: textOf(node) })
    else if (/^w:(?:drawing|pict|object)$/.test(node.name)) said.after.push(...drawn(node, context))
    else if (node.name === "w:bookmarkStart") {
      if (!/^_(?:GoBack|Toc\d+|Ref\d+|Hlk\d+)$/.test(node.attributes["w:name"] ?? ""))
        hidden.note("mark-name", node.attributes["w:name"] ?? "")
    } else if (node.name === "w:sdtPr") {
      for (const name of ["w:alias", "w:tag"]) hidden.note("mark-name", child(node, name)?.attributes["w:val"] ?? "")
    } else if (!/^w:(?:pPr|rPr|sdtEndPr)$/.test(node.name)) {
      if (node.name === "w:fldSimple") hidden.note("field-code", node.attributes["w:instr"] ?? "")
      if (node.name === "w:hyperlink") hidden.note("link-address", node.attributes["w:tooltip"] ?? "")
      add(said, runsOf(node, context, vanished))
    }
  }
  return said
}
