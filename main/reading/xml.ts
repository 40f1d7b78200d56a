/** A reader for the XML inside office files: tags and text, nothing fetched, no entity beyond the five and numbers. */
export interface XmlElement {
  /** With its prefix, such as "w:p": office programs always write the usual ones. */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (XmlElement | string)[]
}

interface Open {
  name: string
  attributes: Record<string, string>
  children: (XmlElement | string)[]
}

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" }

/** Subtle: entities of the file's own are left as they stand, so none can grow a thousandfold. */
const decode = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return entities[name] ?? whole
    const code = hex === undefined ? Number(decimal) : parseInt(hex, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })

const attributesOf = (tag: string): Record<string, string> => {
  const attributes: Record<string, string> = {}
  for (const [, name = "", double, single] of tag.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
    attributes[name] = decode(double ?? single ?? "")
  return attributes
}

const token =
  /<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->|<[?!][^>]*>|<(\/?)([\w:.-]+)((?:"[^"]*"|'[^']*'|[^"'>])*?)(\/?)>|([^<]+)/g
const maximumDepth = 200

/** The root of `source`; tags that do not match are closed where their parent ends. */
export const readXml = (source: string): XmlElement => {
  const root: Open = { name: "", attributes: {}, children: [] }
  const open: Open[] = [root]
  for (const [, cdata, slash, name, tag = "", empty, text] of source.matchAll(token)) {
    const parent = open.at(-1) ?? root
    if (text !== undefined || cdata !== undefined) parent.children.push(cdata ?? decode(text ?? ""))
    else if (name === undefined) continue
    else if (slash === "/") {
      const depth = open.findLastIndex((element) => element.name === name)
      if (depth > 0) open.length = depth
    } else {
      const element: Open = { name, attributes: attributesOf(tag), children: [] }
      parent.children.push(element)
      if (empty !== "/" && open.length < maximumDepth) open.push(element)
    }
  }
  return root
}

export const isElement = (node: XmlElement | string): node is XmlElement => typeof node !== "string"

/** All elements called `name` below `element`, in the order of the file; it does not look inside those it finds. */
export const findAll = (element: XmlElement, name: string): XmlElement[] =>
  element.children.filter(isElement).flatMap((child) => (child.name === name ? [child] : findAll(child, name)))

export const textOf = (element: XmlElement): string =>
  element.children.map((child) => (isElement(child) ? textOf(child) : child)).join("")
