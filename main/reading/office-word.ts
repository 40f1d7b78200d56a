import type { Block, Run } from "./blocks.ts"
import { findAll, isElement, readXml, textOf, type XmlElement } from "./xml.ts"

type Entries = ReadonlyMap<string, Uint8Array>
const decoder = new TextDecoder()

export const xmlEntry = (entries: Entries, name: string): XmlElement | undefined => {
  const bytes = entries.get(name)
  return bytes === undefined ? undefined : readXml(decoder.decode(bytes))
}

const breaks: Readonly<Record<string, string>> = { "w:tab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-" }

/** Runs of a paragraph, with what tracked changes struck out kept and marked: the author may not know it is there. */
const runsOf = (element: XmlElement, mark?: Run["mark"]): Run[] =>
  element.children.filter(isElement).flatMap((child): Run[] => {
    if (child.name === "w:t" || child.name === "w:delText")
      return [{ text: textOf(child), ...(mark === undefined ? {} : { mark }) }]
    const between = breaks[child.name]
    if (between !== undefined) return [{ text: between }]
    if (child.name === "w:del" || child.name === "w:moveFrom") return runsOf(child, "deleted")
    if (child.name === "w:ins" || child.name === "w:moveTo") return runsOf(child, "inserted")
    // A field's own instruction and the fallback twin of a drawing say nothing that is not said already.
    return child.name === "w:instrText" || child.name === "mc:Fallback" ? [] : runsOf(child, mark)
  })

const imageTypes: Readonly<Record<string, string>> = {
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  gif: "image/gif",
  bmp: "image/bmp",
}

/** Targets of a part's relations, by id. */
const relationsOf = (entries: Entries, part: string): Map<string, string> => {
  const [folder = "", file = ""] = /^(.*\/)([^/]+)$/.exec(part)?.slice(1) ?? []
  const root = xmlEntry(entries, `${folder}_rels/${file}.rels`)
  const relations = root === undefined ? [] : findAll(root, "Relationship")
  return new Map(relations.map(({ attributes }) => [attributes["Id"] ?? "", folder + (attributes["Target"] ?? "")]))
}

const imagesOf = (element: XmlElement, entries: Entries, relations: ReadonlyMap<string, string>): Block[] =>
  findAll(element, "a:blip").flatMap(({ attributes }): Block[] => {
    const name = relations.get(attributes["r:embed"] ?? "") ?? ""
    const bytes = entries.get(name)
    const mediaType = imageTypes[name.split(".").at(-1)?.toLowerCase() ?? ""]
    return bytes === undefined || mediaType === undefined ? [] : [{ is: "image", mediaType, bytes }]
  })

const cellText = (cell: XmlElement): string =>
  findAll(cell, "w:p")
    .map((paragraph) =>
      runsOf(paragraph)
        .map(({ text }) => text)
        .join(""),
    )
    .join("\n")

const partBlocks = (element: XmlElement, entries: Entries, relations: ReadonlyMap<string, string>): Block[] =>
  element.children.filter(isElement).flatMap((child): Block[] => {
    if (child.name === "w:p") {
      const runs = runsOf(child)
      const said: Block[] = runs.some(({ text }) => text.trim() !== "") ? [{ is: "paragraph", runs }] : []
      return [...said, ...imagesOf(child, entries, relations)]
    }
    if (child.name === "w:tbl") {
      const rows = findAll(child, "w:tr").map((row) => findAll(row, "w:tc").map(cellText))
      return [{ is: "table", rows }, ...imagesOf(child, entries, relations)]
    }
    return partBlocks(child, entries, relations)
  })

/** Parts beside the body in which text hides, in the order in which they are shown. */
const besides: readonly (readonly [pattern: RegExp, heading: string])[] = [
  [/^word\/header\d*\.xml$/, "Header"],
  [/^word\/footer\d*\.xml$/, "Footer"],
  [/^word\/footnotes\.xml$/, "Footnotes"],
  [/^word\/endnotes\.xml$/, "Endnotes"],
  [/^word\/comments\.xml$/, "Comments"],
]

const commentsOf = (root: XmlElement): Block[] =>
  findAll(root, "w:comment").map((comment) => ({
    is: "paragraph",
    runs: [{ text: `${comment.attributes["w:author"] ?? ""}: ` }, ...runsOf(comment)],
  }))

/** A Word document: its body, then headers, footers, notes and comments, each under a heading. */
export const wordBlocks = (entries: Entries): Block[] => {
  const body = xmlEntry(entries, "word/document.xml")
  if (body === undefined) return []
  const blocks = partBlocks(body, entries, relationsOf(entries, "word/document.xml"))
  for (const [pattern, heading] of besides) {
    for (const name of [...entries.keys()].filter((entry) => pattern.test(entry)).sort()) {
      const root = xmlEntry(entries, name)
      if (root === undefined) continue
      const own = name.endsWith("comments.xml")
        ? commentsOf(root)
        : partBlocks(root, entries, relationsOf(entries, name))
      if (own.length > 0) blocks.push({ is: "heading", text: heading }, ...own)
    }
  }
  return blocks
}
