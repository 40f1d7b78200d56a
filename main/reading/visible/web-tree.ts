/** A web page's source as a tree: forgiving, as browsers are, and running nothing. Not for showing as it is. */
export interface WebElement {
  readonly tag: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: (WebElement | string)[]
}

const named: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
  shy: "\u00ad",
  mdash: "—",
  ndash: "–",
  hellip: "…",
  laquo: "«",
  raquo: "»",
  ldquo: "“",
  rdquo: "”",
  bdquo: "„",
  lsquo: "‘",
  rsquo: "’",
  sbquo: "‚",
  bull: "•",
  middot: "·",
  copy: "©",
  reg: "®",
  trade: "™",
  sect: "§",
  deg: "°",
  plusmn: "±",
  times: "×",
  euro: "€",
  numero: "№",
  zwnj: "\u200c",
  zwj: "\u200d",
  ensp: "\u2002",
  emsp: "\u2003",
  thinsp: "\u2009",
}

export const decodeEntities = (text: string): string =>
  text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z][a-z\d]{1,30}));?/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return named[name] ?? named[name.toLowerCase()] ?? whole
      const code = hex === undefined ? Number(decimal) : parseInt(hex, 16)
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ""
    },
  )

const empty = new Set("area base br col embed frame hr img input keygen link meta param source track wbr".split(" "))
/** Elements whose inside is not markup. */
const raw = new Set("script style textarea title xmp iframe noembed noframes noscript".split(" "))
const closers: Readonly<Record<string, ReadonlySet<string>>> = {
  li: new Set(["li"]),
  dt: new Set(["dt", "dd"]),
  dd: new Set(["dt", "dd"]),
  tr: new Set(["tr", "td", "th"]),
  td: new Set(["td", "th"]),
  th: new Set(["td", "th"]),
  option: new Set(["option"]),
}
const scopes = new Set(["table", "ul", "ol", "dl", "select", "body", "html"])
const closesParagraph =
  /^(?:address|article|aside|blockquote|div|dl|fieldset|footer|form|h[1-6]|header|hr|main|nav|ol|p|pre|section|table|ul)$/
const maximumDepth = 300

const attributesOf = (tag: string): Map<string, string> => {
  const found = new Map<string, string>()
  for (const [, name = "", double, single, bare] of tag.matchAll(
    /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g,
  ))
    if (!found.has(name.toLowerCase())) found.set(name.toLowerCase(), decodeEntities(double ?? single ?? bare ?? ""))
  return found
}

/** Where the tag that begins at `start` ends; quotes may hold ">". The end of the source where it never does. */
const endOfTag = (source: string, start: number): number => {
  let quote = ""
  for (let at = start; at < source.length; at += 1) {
    const sign = source[at] ?? ""
    if (quote !== "") {
      if (sign === quote) quote = ""
    } else if (sign === ">") return at
    else if ((sign === '"' || sign === "'") && source[at - 1] === "=") quote = sign
  }
  return source.length
}

export interface WebTree {
  readonly root: WebElement
  readonly comments: readonly string[]
}

export const readWeb = (source: string): WebTree => {
  const root: WebElement = { tag: "", attributes: new Map(), children: [] }
  const open: WebElement[] = [root]
  const comments: string[] = []
  const lower = source.toLowerCase()
  const say = (text: string): void => void (text !== "" && open.at(-1)?.children.push(text))

  const close = (tag: string): void => {
    const depth = open.findLastIndex((element) => element.tag === tag)
    if (depth > 0) open.length = depth
  }
  /** Closes what the new element ends: a paragraph, or a list's or table's part before it. */
  const closeBefore = (tag: string): void => {
    const ends = closers[tag]
    if (ends !== undefined) {
      for (let at = open.length - 1; at > 0; at -= 1) {
        const { tag: other = "" } = open[at] ?? {}
        if (scopes.has(other)) break
        if (ends.has(other)) open.length = at
      }
    }
    if (closesParagraph.test(tag) && open.at(-1)?.tag === "p") open.length -= 1
  }

  let at = 0
  while (at < source.length) {
    const next = source.indexOf("<", at)
    if (next < 0) break
    say(decodeEntities(source.slice(at, next)))
    const comment = source.startsWith("<!--", next)
    if (comment) {
      const end = source.indexOf("-->", next + 4)
      comments.push(source.slice(next + 4, end < 0 ? source.length : end))
      at = end < 0 ? source.length : end + 3
      continue
    }
    const name = /^<(\/?)([a-z][^\s/>]*)/i.exec(source.slice(next, next + 80))
    if (name === null) {
      if (/^<[!?]/.test(source.slice(next, next + 2))) at = endOfTag(source, next + 2) + 1
      else {
        say("<")
        at = next + 1
      }
      continue
    }
    const tag = (name[2] ?? "").toLowerCase()
    const end = endOfTag(source, next + name[0].length)
    at = end + 1
    if (name[1] === "/") {
      close(tag)
      continue
    }
    closeBefore(tag)
    const inside = source.slice(next + name[0].length, end)
    const element: WebElement = { tag, attributes: attributesOf(inside), children: [] }
    open.at(-1)?.children.push(element)
    if (raw.has(tag)) {
      const stop = lower.indexOf(`</${tag}`, at)
      const text = source.slice(at, stop < 0 ? source.length : stop)
      element.children.push(/^(?:textarea|title)$/.test(tag) ? decodeEntities(text) : text)
      at = stop < 0 ? source.length : endOfTag(source, stop) + 1
    } else if (!empty.has(tag) && !inside.endsWith("/") && open.length < maximumDepth) open.push(element)
  }
  say(decodeEntities(source.slice(Math.min(at, source.length))))
  return { root, comments }
}

export const isWebElement = (node: WebElement | string): node is WebElement => typeof node !== "string"

export const webText = (element: WebElement): string =>
  element.children.map((node) => (isWebElement(node) ? webText(node) : node)).join("")
