/** Pictures in office files: which part, how large, what is cut away, and what is said of them. */
import { findAll, isElement, type XmlElement } from "../xml.ts"
import type { HiddenList } from "./hidden.ts"
import type { Parts } from "./parts.ts"
import type { Crop, Piece } from "./pieces.ts"

const mediaTypes: Readonly<Record<string, string>> = {
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  jpe: "image/jpeg",
  jfif: "image/jpeg",
  gif: "image/gif",
  bmp: "image/bmp",
  tif: "image/tiff",
  tiff: "image/tiff",
}

export const mediaTypeOfName = (name: string): string =>
  mediaTypes[name.split(".").at(-1)?.toLowerCase() ?? ""] ?? "application/octet-stream"

/** English Metric Units in a point. */
const unitsPerPoint = 12_700

const share = (text: string | undefined): number => Math.min(1, Math.max(0, Number(text ?? 0) / 100_000 || 0))

const cropOf = (element: XmlElement): Crop | undefined => {
  const [cut] = findAll(element, "a:srcRect")
  if (cut === undefined) return undefined
  const { l, t, r, b } = cut.attributes
  const crop = { left: share(l), top: share(t), right: share(r), bottom: share(b) }
  const keeps = crop.left + crop.right < 0.99 && crop.top + crop.bottom < 0.99
  return keeps && crop.left + crop.top + crop.right + crop.bottom > 0 ? crop : undefined
}

const pointsOf = (element: XmlElement): { width?: number; height?: number } => {
  const [extent] = [...findAll(element, "wp:extent"), ...findAll(element, "a:ext")].filter(
    ({ attributes }) => attributes["cx"] !== undefined,
  )
  const width = Number(extent?.attributes["cx"] ?? 0) / unitsPerPoint
  const height = Number(extent?.attributes["cy"] ?? 0) / unitsPerPoint
  return width > 1 && height > 1 ? { width, height } : {}
}

/** What is said of a drawing and stands on no page. */
export const noteDescriptions = (element: XmlElement, hidden: HiddenList): void => {
  const visit = (node: XmlElement): void => {
    if (/(?:^|:)(?:docPr|cNvPr|shape|image)$/.test(node.name)) {
      const { descr, title, alt, name = "" } = node.attributes
      for (const text of [descr, title, alt]) if (text !== undefined) hidden.note("alt-text", text)
      // "Picture 3" is the program's own; a file's name is somebody's.
      if (!/^[\p{L} ]+\d*$/u.test(name)) hidden.note("alt-text", name)
    }
    node.children.filter(isElement).forEach(visit)
  }
  visit(element)
}

/** The pictures below `element`, cut as they are shown. */
export const picturesOf = (
  element: XmlElement,
  part: string,
  parts: Parts,
  hidden: HiddenList,
): Extract<Piece, { is: "picture" }>[] => {
  const relations = new Map(parts.relations(part).map((relation) => [relation.id, relation]))
  const holders = [...findAll(element, "a:blip"), ...findAll(element, "v:imagedata")]
  return holders.flatMap((blip) => {
    const relation = relations.get(
      blip.attributes["r:embed"] ?? blip.attributes["r:id"] ?? blip.attributes["r:pict"] ?? "",
    )
    if (relation === undefined || relation.external) return []
    const bytes = parts.bytes(relation.target)
    if (bytes === undefined) return []
    const crop = cropOf(element)
    if (crop !== undefined) hidden.note("cropped-picture", relation.target)
    const picture = { bytes, mediaType: mediaTypeOfName(relation.target), ...pointsOf(element) }
    return [{ is: "picture", picture: { ...picture, ...(crop === undefined ? {} : { crop }) } }]
  })
}
