import exifr from "exifr"
import { xmlEntry } from "./office-word.ts"
import { mailHeaders, readMail } from "./mail.ts"
import { mediaFacts } from "./media.ts"
import { openPages, withMuPdfFaults } from "./mupdf.ts"
import type { OpenDocument, ParserContext } from "./operation.ts"
import { unzip } from "./unzip.ts"
import { isElement, textOf } from "./xml.ts"

/** What a file says of itself: label → text. */
export type Metadata = Readonly<Record<string, string>>

export interface FileFacts {
  readonly metadata: Metadata
  readonly durationMs: number | null
}

const longest = 500
const most = 200

const shown = (value: unknown): string => {
  if (typeof value === "string") return value
  if (typeof value === "number" || typeof value === "boolean" || typeof value === "bigint") return String(value)
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : value.toISOString()
  // Raw bytes (maker's notes, thumbnails) say nothing to a reader.
  if (Array.isArray(value) && value.length <= 16) return value.map(shown).join(", ")
  return ""
}

/** Short, printable and not too many: a file may say anything of itself. */
const tidy = (facts: Readonly<Record<string, unknown>>): Metadata =>
  Object.fromEntries(
    Object.entries(facts)
      .map(
        ([label, value]) =>
          [
            label.slice(0, 80),
            shown(value)
              .replace(/[\0-\x1f\x7f]+/g, " ")
              .trim()
              .slice(0, longest),
          ] as const,
      )
      .filter(([, text]) => text !== "")
      .slice(0, most),
  )

/** Dates stay as the camera wrote them: it does not say in which time zone. */
const exifOptions = {
  tiff: true,
  exif: true,
  gps: true,
  xmp: true,
  iptc: true,
  ihdr: true,
  icc: false,
  jfif: false,
  makerNote: false,
  userComment: true,
  reviveValues: false,
  translateValues: true,
  sanitize: true,
  mergeOutput: true,
}

/** Degrees with six decimals (a hand's breadth), in place of the camera's own notation. */
const withPlace = (facts: Record<string, unknown>): Record<string, unknown> => {
  const { latitude, longitude, ...rest } = facts
  if (typeof latitude !== "number" || typeof longitude !== "number") return facts
  const camera = /^GPS(?:Latitude|Longitude)(?:Ref)?$/
  const others = Object.entries(rest).filter(([label]) => !camera.test(label))
  return { "GPS position": `${latitude.toFixed(6)}, ${longitude.toFixed(6)}`, ...Object.fromEntries(others) }
}

const imageFacts = async ({ bytes }: OpenDocument): Promise<Metadata> => {
  try {
    // Subtle: exifr reads the whole of a view's buffer, so it gets bytes of its own.
    return tidy(
      withPlace(((await exifr.parse(bytes.slice(), exifOptions)) as Record<string, unknown> | undefined) ?? {}),
    )
  } catch {
    return {}
  }
}

const infoKeys = ["Title", "Author", "Subject", "Keywords", "Creator", "Producer", "CreationDate", "ModDate"] as const

const pdfFacts = async (document: OpenDocument, context: ParserContext): Promise<Metadata> => {
  const { pages } = await openPages(document, context)
  return withMuPdfFaults(() =>
    tidy({
      Format: pages.getMetaData("format"),
      ...Object.fromEntries(infoKeys.map((key) => [key, pages.getMetaData(`info:${key}`)])),
    }),
  )
}

/** Beside those that people read: where a message came from and with what it was written. */
const technical = new Set(["message-id", "x-mailer", "user-agent", "x-originating-ip", "return-path"])

const mailFacts = async ({ bytes }: OpenDocument): Promise<Metadata> => {
  const mail = await readMail(bytes)
  const more = mail.headers
    .filter(({ key }) => technical.has(key))
    .map(({ originalKey, value }) => [originalKey, value])
  const received = mail.headers
    .filter(({ key }) => key === "received")
    .map(({ value }, index) => [`Received ${index + 1}`, value])
  return tidy(Object.fromEntries([...mailHeaders(mail), ...more, ...received]) as Record<string, string>)
}

const officeParts = ["docProps/core.xml", "docProps/app.xml", "docProps/custom.xml", "meta.xml"]

const officeFacts = ({ bytes }: OpenDocument): Metadata => {
  const entries = unzip(bytes, (name) => officeParts.includes(name))
  const facts: Record<string, string> = {}
  for (const part of officeParts) {
    const root = xmlEntry(entries, part)?.children.find(isElement)
    const properties = root?.children.filter(isElement) ?? []
    // OpenDocument has one element more around its properties.
    const inner = properties.flatMap((element) =>
      element.name === "office:meta" ? element.children.filter(isElement) : [element],
    )
    for (const element of inner) facts[element.attributes["name"] ?? element.name.replace(/^.*:/, "")] = textOf(element)
  }
  return tidy(facts)
}

const factsOf = async (document: OpenDocument, context: ParserContext): Promise<Metadata> => {
  const { mediaType } = document
  if (mediaType.startsWith("image/")) return await imageFacts(document)
  if (mediaType === "application/pdf") return await pdfFacts(document, context)
  if (mediaType === "message/rfc822") return await mailFacts(document)
  if (/openxmlformats|oasis\.opendocument/.test(mediaType)) return officeFacts(document)
  return {}
}

/** What the file says of itself. For a large recording use `mediaMetadata`. @throws Fault file-broken, file-encrypted */
export const metadata = async (
  { document }: { readonly document: OpenDocument },
  context: ParserContext,
): Promise<FileFacts> => {
  const { mediaType, bytes } = document
  if (/^(?:audio|video)\//.test(mediaType))
    return mediaMetadata({ mediaType, sizeBytes: bytes.length, head: bytes, tail: new Uint8Array() })
  return { metadata: await factsOf(document, context), durationMs: null }
}

/** The same for a recording of any size, from its first and last bytes. */
export const mediaMetadata = (input: Parameters<typeof mediaFacts>[0]): FileFacts => {
  const facts = mediaFacts(input)
  return { metadata: tidy(facts.metadata), durationMs: facts.durationMs }
}
