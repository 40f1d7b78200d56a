/** The parts of an office file (a ZIP of XML), read strictly, and which of them nobody asked for. */
import { SaxesParser } from "saxes"
import { Fault } from "../../../shared/faults.ts"
import { unzip } from "../unzip.ts"
import { findAll, type XmlElement } from "../xml.ts"

/** Subtle: a part may call its name spaces what it likes; names are told by address, so nothing hides behind a prefix. */
const prefixes: readonly (readonly [address: RegExp, prefix: string])[] = [
  [/(?:openxmlformats\.org|purl\.oclc\.org\/ooxml).*\/wordprocessingml(?:\/2006)?\/main$/, "w"],
  [/(?:openxmlformats\.org|purl\.oclc\.org\/ooxml).*\/spreadsheetml(?:\/2006)?\/main$/, "x"],
  [/(?:openxmlformats\.org|purl\.oclc\.org\/ooxml).*\/presentationml(?:\/2006)?\/main$/, "p"],
  [/(?:openxmlformats\.org|purl\.oclc\.org\/ooxml).*\/drawingml(?:\/2006)?\/main$/, "a"],
  [/\/drawingml(?:\/2006)?\/wordprocessingDrawing$/, "wp"],
  [/\/drawingml(?:\/2006)?\/spreadsheetDrawing$/, "xdr"],
  [/\/drawingml(?:\/2006)?\/picture$/, "pic"],
  [/\/drawingml(?:\/2006)?\/chart$/, "c"],
  [/\/drawingml(?:\/2006)?\/diagram$/, "dgm"],
  [/\/officeDocument(?:\/2006)?\/relationships$/, "r"],
  [/\/officeDocument(?:\/2006)?\/math$/, "m"],
  [/\/package\/2006\/relationships$/, "rel"],
  [/\/markup-compatibility\/2006$/, "mc"],
  [/^urn:schemas-microsoft-com:vml$/, "v"],
  [/^urn:schemas-microsoft-com:office:office$/, "o"],
  [/\/spreadsheetml\/2018\/threadedcomments$/, "tc"],
  [/opendocument:xmlns:drawing:1\.0$/, "draw"],
  [/opendocument:xmlns:svg-compatible:1\.0$/, "svg"],
  [/opendocument:xmlns:([a-z]+):1\.0$/, "$1"],
  [/^http:\/\/www\.w3\.org\/1999\/xlink$/, "xlink"],
]

const known = new Map<string, string>()
const prefixOf = (address: string): string => {
  const found = known.get(address)
  if (found !== undefined) return found
  const [pattern, prefix] = prefixes.find(([one]) => one.test(address)) ?? [undefined, ""]
  // OpenDocument's last part of the address is the usual prefix ("xsl-fo-compatible" and the like are not asked for).
  const named = prefix === "$1" && pattern !== undefined ? (pattern.exec(address)?.[1] ?? "") : prefix
  known.set(address, named)
  return named
}

const nameOf = ({ uri, local }: { readonly uri: string; readonly local: string }): string => {
  const prefix = uri === "" ? "" : prefixOf(uri)
  return prefix === "" ? local : `${prefix}:${local}`
}

interface Open {
  readonly name: string
  readonly attributes: Record<string, string>
  readonly children: (XmlElement | string)[]
}

const maximumDepth = 400

/** @throws Fault "file-broken": not well-formed, declares its own entities, or nested beyond reason */
export const readStrictXml = (source: string): XmlElement => {
  const root: Open = { name: "", attributes: {}, children: [] }
  const open: Open[] = [root]
  const parser = new SaxesParser({ xmlns: true })
  const refuse = (): never => {
    throw new Fault("file-broken")
  }
  parser.on("error", refuse)
  parser.on("doctype", refuse)
  parser.on("opentag", (tag) => {
    const { attributes, ...named } = tag
    if (open.length > maximumDepth) refuse()
    const element: Open = { name: nameOf(named), attributes: {}, children: [] }
    for (const attribute of Object.values(attributes)) element.attributes[nameOf(attribute)] = attribute.value
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on("closetag", () => void open.pop())
  const say = (text: string): void => void open.at(-1)?.children.push(text)
  parser.on("text", say)
  parser.on("cdata", say)
  parser.write(source).close()
  return root
}

const utf16 = (bytes: Uint8Array): string | undefined => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le"
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : undefined
}

export interface Relation {
  readonly id: string
  /** The last word of its type, such as "image" or "hyperlink". */
  readonly type: string
  /** A part's name, or an address where `external`. */
  readonly target: string
  readonly external: boolean
}

export interface Parts {
  readonly names: readonly string[]
  has(name: string): boolean
  bytes(name: string): Uint8Array | undefined
  /** The root of a part; undefined where there is none. @throws Fault "file-broken" */
  xml(name: string): XmlElement | undefined
  relations(name: string): readonly Relation[]
  /** Names of the parts that were not read. */
  unread(): string[]
}

const resolved = (part: string, target: string): string => {
  const steps = target.startsWith("/") ? [] : part.split("/").slice(0, -1)
  for (const step of target.split("/")) {
    if (step === "..") steps.pop()
    else if (step !== "" && step !== ".") steps.push(step)
  }
  return steps.join("/")
}

const relationsIn = (root: XmlElement, part: string): Relation[] =>
  findAll(root, "rel:Relationship").map(({ attributes }) => {
    const external = attributes["TargetMode"] === "External"
    const target = attributes["Target"] ?? ""
    const type = /[^/]+$/.exec(attributes["Type"] ?? "")?.[0] ?? ""
    return { id: attributes["Id"] ?? "", type, external, target: external ? target : resolved(part, target) }
  })

/** @throws Fault "file-broken", "file-too-large" */
export const openParts = (bytes: Uint8Array): Parts => {
  const entries = unzip(bytes, (name) => !name.endsWith("/"))
  const read = new Set<string>()
  const parsed = new Map<string, XmlElement>()
  const bytesOf = (name: string): Uint8Array | undefined => {
    const found = entries.get(name)
    if (found !== undefined) read.add(name)
    return found
  }
  const xml = (name: string): XmlElement | undefined => {
    const known = parsed.get(name)
    if (known !== undefined) return known
    const part = bytesOf(name)
    if (part === undefined) return undefined
    const root = readStrictXml(new TextDecoder(utf16(part) ?? "utf-8").decode(part))
    parsed.set(name, root)
    return root
  }
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    bytes: bytesOf,
    xml,
    relations: (name) => {
      const [folder = "", file = name] = /^(.*\/)([^/]+)$/.exec(name)?.slice(1) ?? []
      const root = xml(`${folder}_rels/${file}.rels`)
      return root === undefined ? [] : relationsIn(root, name)
    },
    unread: () => [...entries.keys()].filter((name) => !read.has(name)),
  }
}
