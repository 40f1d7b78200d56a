/** A web page as text, tables and pictures. Nothing runs, nothing is fetched, and where links lead is not shown. */
import { decodeHtml } from "../web.ts"
import type { HiddenList } from "./hidden.ts"
import { type Cell, heading, type Piece, type Picture, type Run } from "./pieces.ts"
import { decodeEntities, isWebElement, readWeb, type WebElement, webText } from "./web-tree.ts"

/** Finds a picture that came along with the page: in a mail, or in a capture. */
export type FindPicture = (address: string) => Picture | undefined

interface Writer {
  readonly hidden: HiddenList
  readonly find: FindPicture
  readonly isUnseen: (element: WebElement) => boolean
}

const blockTags = new Set(
  "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main nav ol optgroup option p pre search section summary table tbody td tfoot th thead tr ul".split(
    " ",
  ),
)
const embedded = /^(?:iframe|object|embed|applet|video|audio|canvas|svg|math|frame|portal)$/
const scripts = /^(?:script|noscript|template|noembed|noframes)$/

const noteAttributes = ({ tag, attributes }: WebElement, hidden: HiddenList): void => {
  for (const [name, value] of attributes) {
    if (name === "href" || name === "action" || name === "cite" || name === "ping") hidden.note("link-address", value)
    else if (name === "alt" || name === "title" || name.startsWith("aria-")) hidden.note("alt-text", value)
    else if (name.startsWith("on")) hidden.note("script", value)
    else if (name === "srcset" || name === "poster" || name === "background") hidden.note("remote-picture", value)
    else if (name === "content" || (tag === "meta" && name !== "charset")) hidden.note("document-property", value)
    else if (name.startsWith("data-") || name === "id" || name === "name" || name === "value" || name === "placeholder")
      hidden.note("attribute", `${name}: ${value}`)
  }
}

/** Style rules of one simple selector that hide: what they hide is not shown in any browser. */
const hidingRules = (root: WebElement): { classes: Set<string>; ids: Set<string> } => {
  const classes = new Set<string>()
  const ids = new Set<string>()
  const visit = (element: WebElement): void => {
    if (element.tag === "style") {
      for (const [, selectors = "", body = ""] of webText(element).matchAll(/([^{}]{1,2000})\{([^{}]*)\}/g))
        if (hides(body))
          for (const selector of selectors.split(",")) {
            const [, sign, name] = /^\s*([.#])([\w-]+)\s*$/.exec(selector) ?? []
            if (name !== undefined) (sign === "." ? classes : ids).add(name)
          }
    }
    element.children.filter(isWebElement).forEach(visit)
  }
  visit(root)
  return { classes, ids }
}

const hides = (style: string): boolean => /(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))/i.test(style)

const unseenBy =
  ({ classes, ids }: ReturnType<typeof hidingRules>) =>
  ({ tag, attributes }: WebElement): boolean =>
    attributes.has("hidden") ||
    hides(attributes.get("style") ?? "") ||
    ids.has(attributes.get("id") ?? "") ||
    (attributes.get("class") ?? "").split(/\s+/).some((name) => classes.has(name)) ||
    (tag === "input" && attributes.get("type")?.toLowerCase() === "hidden")

const lookOf = (tag: string): Omit<Run, "text"> => {
  if (/^(?:b|strong)$/.test(tag)) return { bold: true }
  if (/^(?:i|em|cite|dfn|var)$/.test(tag)) return { italic: true }
  if (/^(?:u|ins)$/.test(tag)) return { underline: true }
  if (/^(?:s|del|strike)$/.test(tag)) return { struck: true }
  return /^(?:sub|sup)$/.test(tag) ? { raised: true } : {}
}

const dataPicture = (address: string): Picture | undefined => {
  const [, mediaType, encoding, data] = /^data:([\w/+.-]+)(;base64)?,([\s\S]*)$/i.exec(address) ?? []
  if (mediaType === undefined || encoding === undefined || data === undefined) return undefined
  try {
    const latin1 = atob(data.replace(/\s+/g, ""))
    return { mediaType: mediaType.toLowerCase(), bytes: Uint8Array.from(latin1, (sign) => sign.charCodeAt(0)) }
  } catch {
    return undefined
  }
}

interface Flow {
  readonly pieces: Piece[]
  runs: Run[]
}

interface Setting {
  readonly look: Omit<Run, "text">
  readonly indent: number
  /** Line ends count. */
  readonly kept: boolean
  readonly level: 1 | 2 | 3 | undefined
  readonly marker: { text: string | undefined }
}

const flush = (flow: Flow, { indent, level, marker }: Setting): void => {
  const runs = flow.runs
  flow.runs = []
  if (runs.every(({ text }) => text.trim() === "")) return
  if (level !== undefined) flow.pieces.push({ is: "heading", level, runs })
  else {
    const sign = marker.text
    marker.text = undefined
    flow.pieces.push({
      is: "paragraph",
      runs,
      ...(indent === 0 ? {} : { indent }),
      ...(sign === undefined ? {} : { marker: sign }),
    })
  }
}

const pictureOf = (element: WebElement, { hidden, find }: Writer): Piece[] => {
  const address = element.attributes.get("src") ?? ""
  const picture = dataPicture(address) ?? find(address)
  if (picture !== undefined) return [{ is: "picture", picture }]
  hidden.note("remote-picture", address)
  return []
}

const cellsOf = (row: WebElement, writer: Writer): Cell[] =>
  row.children.filter(isWebElement).flatMap((cell): Cell[] => {
    if (cell.tag !== "td" && cell.tag !== "th") return []
    noteAttributes(cell, writer.hidden)
    if (writer.isUnseen(cell)) {
      writer.hidden.note("hidden-text", webText(cell))
      return []
    }
    const span = Number(cell.attributes.get("colspan") ?? 1)
    return [
      {
        pieces: flowOf(cell, writer),
        ...(span > 1 && span <= 200 ? { span } : {}),
        ...(cell.tag === "th" ? { head: true as const } : {}),
      },
    ]
  })

const tableOf = (table: WebElement, writer: Writer): Piece[] => {
  const rows: Cell[][] = []
  const before: Piece[] = []
  const visit = (element: WebElement): void => {
    for (const node of element.children.filter(isWebElement)) {
      noteAttributes(node, writer.hidden)
      if (writer.isUnseen(node)) writer.hidden.note("hidden-text", webText(node))
      else if (node.tag === "tr") rows.push(cellsOf(node, writer))
      else if (/^(?:thead|tbody|tfoot)$/.test(node.tag)) visit(node)
      else before.push(...flowOf(node, writer))
    }
  }
  visit(table)
  const filled = rows.filter((row) => row.length > 0)
  // One cell in each row is how mails lay a page out, not a table.
  if (filled.every((row) => row.length === 1)) return [...before, ...filled.flatMap((row) => row[0]?.pieces ?? [])]
  return filled.length === 0 ? before : [...before, { is: "table", rows: filled }]
}

const walk = (element: WebElement, setting: Setting, flow: Flow, writer: Writer): void => {
  const { hidden } = writer
  let item = Number(element.attributes.get("start") ?? 1) || 1
  for (const node of element.children) {
    if (!isWebElement(node)) {
      const text = setting.kept ? node : node.replace(/[ \t\r\n\f]+/g, " ")
      flow.runs.push({ text, ...setting.look })
      continue
    }
    noteAttributes(node, hidden)
    const { tag } = node
    if (writer.isUnseen(node)) hidden.note("hidden-text", webText(node) || (node.attributes.get("value") ?? ""))
    else if (scripts.test(tag)) hidden.note("script", webText(node))
    else if (tag === "title") hidden.note("document-property", webText(node))
    else if (embedded.test(tag))
      hidden.note("embedded-file", `${tag} ${node.attributes.get("src") ?? ""} ${webText(node)}`)
    else if (tag === "br") flow.runs.push({ text: "\n" })
    else if (tag === "img") {
      flush(flow, setting)
      flow.pieces.push(...pictureOf(node, writer))
    } else if (tag === "hr") {
      flush(flow, setting)
      flow.pieces.push({ is: "rule" })
    } else if (tag === "input") {
      const kind = node.attributes.get("type") ?? "text"
      if (!/^(?:checkbox|radio|image|file|password)$/i.test(kind))
        flow.runs.push({ text: `${node.attributes.get("value") ?? ""} ` })
    } else if (tag === "table") {
      flush(flow, setting)
      flow.pieces.push(...tableOf(node, writer))
    } else if (!/^(?:style|head|link|meta|base)$/.test(tag) || tag === "head") {
      walkInside(node, setting, flow, writer, tag === "li" && element.tag === "ol" ? `${item++}.` : "•")
    }
  }
}

const walkInside = (node: WebElement, setting: Setting, flow: Flow, writer: Writer, sign: string): void => {
  const { tag } = node
  const look = { ...setting.look, ...lookOf(tag) }
  if (!blockTags.has(tag)) {
    walk(node, { ...setting, look }, flow, writer)
    return
  }
  flush(flow, setting)
  const heading = /^h([1-6])$/.exec(tag)?.[1]
  const inner: Setting = {
    look,
    kept: setting.kept || tag === "pre",
    level:
      heading === undefined ? (tag === "legend" ? 3 : setting.level) : heading === "1" ? 1 : heading === "2" ? 2 : 3,
    indent: Math.min(8, setting.indent + (/^(?:ul|ol|dd|blockquote)$/.test(tag) ? 1 : 0)),
    marker: tag === "li" ? { text: sign } : setting.marker,
  }
  walk(node, inner, flow, writer)
  flush(flow, inner)
}

const flowOf = (element: WebElement, writer: Writer): Piece[] => {
  const flow: Flow = { pieces: [], runs: [] }
  const setting: Setting = { look: {}, indent: 0, kept: false, level: undefined, marker: { text: undefined } }
  walk(element, setting, flow, writer)
  flush(flow, setting)
  return flow.pieces
}

/** The pieces of a page's source. */
export const webPieces = (source: string, hidden: HiddenList, find: FindPicture = () => undefined): Piece[] => {
  const { root, comments } = readWeb(source)
  for (const comment of comments) hidden.note("code-comment", decodeEntities(comment))
  return flowOf(root, { hidden, find, isUnseen: unseenBy(hidingRules(root)) })
}

export const htmlPieces = (bytes: Uint8Array, hidden: HiddenList): Piece[] => {
  const pieces = webPieces(decodeHtml(bytes), hidden)
  return pieces.length === 0 ? [heading("–", 3)] : pieces
}
