/** What lies beside an office file's pages: properties, comments, macros, embedded files, addresses, parts unread. */
import type { HiddenKind } from "../../../shared/model/rendering.ts"
import { findAll, isElement, textOf, type XmlElement } from "../xml.ts"
import type { HiddenList } from "./hidden.ts"
import type { Parts } from "./parts.ts"

/** Parts that say how, not what: no person wrote into them by hand. */
const plumbing =
  /(?:^|\/)(?:\[Content_Types\]\.xml|theme\/[^/]+|fontTable\.xml|webSettings\.xml|stylesWithEffects\.xml|calcChain\.xml|printerSettings\/[^/]+|viewProps\.xml|presProps\.xml|tableStyles\.xml|mimetype|manifest\.xml|settings\.xml|styles\.xml)$|\.rels$/

const kindsOfParts: readonly (readonly [name: RegExp, kind: HiddenKind])[] = [
  [/vbaProject|vbaData|macrosheets\/|^Basic\/|^Scripts\//i, "macro"],
  [/embeddings\/|activeX\/|afchunk|^Object ?\d|ObjectReplacements/i, "embedded-file"],
  [/(?:^|\/)customXml\/|custom\.xml$/i, "custom-data"],
  [/^docProps\/(?:thumbnail|.*\.(?:jpe?g|png|emf|wmf)$)|^Thumbnails\//i, "thumbnail"],
  [/comments?|persons?\/|people\.xml$/i, "comment"],
  [/pivotCache/i, "pivot-cache"],
  [/externalLinks|connections\.xml|queryTables/i, "external-data"],
  [/notesSlides|notesMasters/i, "slide-notes"],
  [/slideMasters|slideLayouts|handoutMasters/i, "master-text"],
  [/charts?\/|diagrams\//i, "drawing"],
  [/media\/|^Pictures\//i, "unused-picture"],
]

/** Words of a part, without its markup; the part's own name where it has none. */
const saidBy = (parts: Parts, name: string): string => {
  if (!/\.(?:xml|vml)$/.test(name)) return name
  try {
    const root = parts.xml(name)
    const attributes = root === undefined ? [] : attributeTexts(root)
    const words = root === undefined ? "" : textOf(root).trim()
    return [words, ...attributes].filter((text) => text !== "").join(" · ") || name
  } catch {
    // A part that no page is made of may be as broken as it likes.
    return name
  }
}

/** Pivot caches and comments keep words in attributes: those that hold a letter and are no address of a schema. */
const attributeTexts = (element: XmlElement): string[] => {
  const texts: string[] = []
  const visit = (node: XmlElement): void => {
    for (const [name, value] of Object.entries(node.attributes))
      if (/^(?:v|author|initials|name|displayName|userId|providerId|descr|title)$/i.test(name.replace(/^.*:/, "")))
        if (/\p{L}/u.test(value)) texts.push(value)
    node.children.filter(isElement).forEach(visit)
  }
  visit(element)
  return texts
}

const noteProperties = (parts: Parts, hidden: HiddenList, names: readonly string[]): void => {
  for (const name of names) {
    const root = parts.xml(name)
    if (root === undefined) continue
    const leaves = (element: XmlElement): XmlElement[] => {
      const inner = element.children.filter(isElement)
      return inner.length === 0 ? [element] : inner.flatMap(leaves)
    }
    for (const leaf of root.children.filter(isElement).flatMap(leaves)) {
      const value = [textOf(leaf), ...Object.values(leaf.attributes).filter((text) => /\p{L}/u.test(text))]
      const words = value.join(" ").trim()
      if (words !== "") hidden.note("document-property", `${leaf.name.replace(/^.*:/, "")}: ${words}`)
    }
  }
}

/** Notes external targets: where links lead, and what would be fetched. */
const noteAddresses = (parts: Parts, hidden: HiddenList): void => {
  for (const name of parts.names.filter((one) => one.endsWith(".rels"))) {
    const root = parts.xml(name)
    for (const { attributes } of root === undefined ? [] : findAll(root, "rel:Relationship")) {
      if (attributes["TargetMode"] !== "External") continue
      const type = attributes["Type"] ?? ""
      const kind = /hyperlink$/.test(type) ? "link-address" : /image$/.test(type) ? "remote-picture" : "external-data"
      hidden.note(kind, attributes["Target"] ?? "")
    }
  }
}

/** To be called last: what has not been read by then is shown nowhere. */
export const noteBeside = (parts: Parts, hidden: HiddenList): void => {
  noteProperties(parts, hidden, ["docProps/core.xml", "docProps/app.xml", "docProps/custom.xml", "meta.xml"])
  noteAddresses(parts, hidden)
  for (const name of parts.unread()) {
    const [, kind] = kindsOfParts.find(([pattern]) => pattern.test(name)) ?? []
    if (kind !== undefined) hidden.note(kind, saidBy(parts, name))
    else if (!plumbing.test(name)) hidden.note("other-part", saidBy(parts, name))
  }
}
