/** Slides as they are shown: text, tables and pictures of each, without notes and without slides that are skipped. */
import { Fault } from "../../../shared/faults.ts"
import type { HiddenKind } from "../../../shared/model/rendering.ts"
import { findAll, isElement, textOf, type XmlElement } from "../xml.ts"
import { noteDescriptions, picturesOf } from "./drawing.ts"
import type { HiddenList } from "./hidden.ts"
import type { Parts } from "./parts.ts"
import type { Cell, Piece, Run } from "./pieces.ts"

interface Deck {
  readonly parts: Parts
  readonly hidden: HiddenList
  readonly part: string
}

const isTrue = (text: string | undefined): boolean => /^(?:1|true|on)$/.test(text ?? "")

const lineRuns = (line: XmlElement): Run[] =>
  line.children.filter(isElement).flatMap((node): Run[] => {
    if (node.name === "a:br") return [{ text: "\n" }]
    if (node.name !== "a:r" && node.name !== "a:fld") return node.name === "a:pPr" ? [] : lineRuns(node)
    const [look] = findAll(node, "a:rPr")
    return findAll(node, "a:t").map((text) => ({
      text: textOf(text),
      ...(isTrue(look?.attributes["b"]) ? { bold: true as const } : {}),
      ...(isTrue(look?.attributes["i"]) ? { italic: true as const } : {}),
    }))
  })

const linePieces = (body: XmlElement, isTitle: boolean): Piece[] =>
  findAll(body, "a:p").flatMap((line): Piece[] => {
    const runs = lineRuns(line)
    if (runs.every(({ text }) => text.trim() === "")) return []
    const step = Number(findAll(line, "a:pPr")[0]?.attributes["lvl"] ?? 0)
    if (isTitle) return [{ is: "heading", level: 2, runs }]
    return [{ is: "paragraph", runs, ...(step > 0 ? { indent: Math.min(8, step) } : {}) }]
  })

const tablePiece = (table: XmlElement): Piece => ({
  is: "table",
  rows: findAll(table, "a:tr").map((row) =>
    findAll(row, "a:tc").map((cell): Cell => {
      const span = Number(cell.attributes["gridSpan"] ?? 1)
      return { pieces: linePieces(cell, false), ...(span > 1 && span <= 200 ? { span } : {}) }
    }),
  ),
})

const shapePieces = (tree: XmlElement, deck: Deck): Piece[] =>
  tree.children.filter(isElement).flatMap((node): Piece[] => {
    const { hidden, parts, part } = deck
    if (findAll(node, "p:cNvPr").at(0)?.attributes["hidden"] === "1" && node.name !== "p:grpSp") {
      hidden.note("hidden-text", textOf(node))
      return []
    }
    if (node.name === "mc:AlternateContent") {
      const choice = node.children.filter(isElement)[0]
      return choice === undefined ? [] : shapePieces(choice, deck)
    }
    if (node.name === "p:grpSp") return shapePieces(node, deck)
    if (node.name === "p:pic") return picturesOf(node, part, parts, hidden)
    if (node.name === "p:sp" || node.name === "p:cxnSp") {
      const kind = findAll(node, "p:ph")[0]?.attributes["type"]
      return [...linePieces(node, /title/i.test(kind ?? "")), ...picturesOf(node, part, parts, hidden)]
    }
    if (node.name === "p:graphicFrame") return findAll(node, "a:tbl").map(tablePiece)
    return []
  })

const words = (root: XmlElement | undefined): string =>
  root === undefined
    ? ""
    : findAll(root, "a:p")
        .map((line) => findAll(line, "a:t").map(textOf).join(""))
        .join(" ")

const noteRelated = (deck: Deck): void => {
  const kinds: Readonly<Record<string, HiddenKind>> = { notesSlide: "slide-notes", comments: "comment" }
  for (const { type, target, external } of deck.parts.relations(deck.part)) {
    const kind = kinds[type]
    if (kind === undefined || external) continue
    const root = deck.parts.xml(target)
    if (root === undefined) continue
    if (kind === "slide-notes") deck.hidden.note(kind, words(root))
    else for (const comment of findAll(root, "p:cm")) deck.hidden.note(kind, textOf(comment))
  }
}

/** Words on layouts and masters that are no place-holders stand behind every slide: they are not drawn, and told. */
const noteMasters = (parts: Parts, hidden: HiddenList): void => {
  for (const name of parts.names.filter((one) => /^ppt\/slide(?:Masters|Layouts)\/[^/]+\.xml$/.test(one))) {
    const root = parts.xml(name)
    for (const shape of root === undefined ? [] : findAll(root, "p:sp"))
      if (findAll(shape, "p:ph").length === 0) hidden.note("master-text", words(shape))
  }
}

/** @throws Fault "file-broken" */
export const slidePieces = (parts: Parts, hidden: HiddenList): Piece[] => {
  const presentation = parts.xml("ppt/presentation.xml")
  if (presentation === undefined) throw new Fault("file-broken")
  const targets = new Map(parts.relations("ppt/presentation.xml").map(({ id, target }) => [id, target]))
  const slides = findAll(presentation, "p:sldId").flatMap(({ attributes }, index): Piece[] => {
    const part = targets.get(attributes["r:id"] ?? "") ?? ""
    const root = parts.xml(part)
    if (root === undefined) return []
    const deck = { parts, hidden, part }
    noteRelated(deck)
    noteDescriptions(root, hidden)
    const [slide] = findAll(root, "p:sld")
    const pieces = findAll(root, "p:spTree").flatMap((tree) => shapePieces(tree, deck))
    if (/^(?:0|false)$/.test(slide?.attributes["show"] ?? "")) {
      hidden.note("hidden-slide", words(root))
      return []
    }
    const number: Piece = { is: "heading", level: 3, runs: [{ text: String(index + 1) }] }
    return [...(index === 0 ? [] : [{ is: "new-page" } as const]), number, ...pieces]
  })
  noteMasters(parts, hidden)
  if (slides[0]?.is === "new-page") slides.shift()
  return slides.length === 0 ? [{ is: "heading", level: 3, runs: [{ text: "–" }] }] : slides
}
