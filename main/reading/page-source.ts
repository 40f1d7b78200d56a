import { Fault } from "../../shared/faults.ts"
import { htmlOfBlocks, textOfBlocks, type Block } from "./blocks.ts"
import { decodeText } from "./decode-text.ts"
import { gifFrames } from "./gif.ts"
import { imageSize } from "./image-size.ts"
import { limits } from "./limits.ts"
import { mailBlocks, mailboxBlocks } from "./mail.ts"
import { officeBlocks } from "./office.ts"
import { keepWith, type OpenDocument, type ParserContext } from "./operation.ts"
import { photoTypes, unpackPhoto } from "./photos.ts"
import { decodeHtml, plainHtml, textOfHtml } from "./web.ts"

/** Bytes that MuPDF can open, and the media type by which it chooses its reader. */
export interface PageSource {
  readonly bytes: Uint8Array
  readonly magic: string
  /** What the file itself says, before it is broken into lines and pages; undefined where only pages are in the file. */
  readonly text?: string
}

/** Kinds that MuPDF reads as they are. */
const direct = new Set(["application/pdf", "image/jpeg", "image/png", "image/gif", "image/tiff", "image/bmp"])

const office = /^application\/vnd\.(?:openxmlformats-officedocument|oasis\.opendocument)\./

/** Looked up before anything is decoded: a picture of 30,000 × 30,000 needs 2.7 GB once unpacked. */
const refuseHuge = ({ bytes, mediaType }: OpenDocument): void => {
  const size = imageSize(bytes, mediaType)
  if (size === undefined) return
  if (size.width === 0 || size.height === 0) throw new Fault("file-broken")
  if (size.width * size.height > limits.imagePixels)
    throw new Fault("file-too-large", { width: size.width, height: size.height })
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

const refuseLong = (text: string): string => {
  if (text.length > limits.textCharacters) throw new Fault("file-too-large", { characters: text.length })
  return text
}

const fromBlocks = (blocks: readonly Block[]): PageSource => {
  const text = refuseLong(textOfBlocks(blocks))
  return { bytes: encode(htmlOfBlocks(blocks)), magic: "text/html", text }
}

const linesInPiece = 200

/** A text of many thousand lines is laid out piece by piece. */
const pieces = (text: string): Block[] => {
  const lines = text.split("\n")
  const count = Math.ceil(lines.length / linesInPiece)
  return Array.from({ length: count }, (_, index) => ({
    is: "lines",
    text: lines.slice(index * linesInPiece, (index + 1) * linesInPiece).join("\n"),
  }))
}

const fromText = (bytes: Uint8Array): PageSource => {
  const text = refuseLong(decodeText(bytes).replace(/\r\n?/g, "\n"))
  // Laid out as a web page: MuPDF's own layout of plain text knows one font only, and that one misdraws Kazakh.
  return { bytes: encode(htmlOfBlocks(pieces(text))), magic: "text/html", text }
}

const fromHtml = (bytes: Uint8Array): PageSource => {
  const source = refuseLong(decodeHtml(bytes))
  return { bytes: encode(plainHtml(source)), magic: "text/html", text: textOfHtml(source) }
}

const make = async (document: OpenDocument, context: ParserContext): Promise<PageSource> => {
  const { mediaType, bytes } = document
  if (mediaType.startsWith("image/")) refuseHuge(document)
  // Subtle: MuPDF draws all pictures of an animation over one another; people see the first one first.
  if (mediaType === "image/gif") return { bytes: gifFrames(bytes)[0] ?? bytes, magic: mediaType }
  if (direct.has(mediaType)) return { bytes, magic: mediaType }
  if (photoTypes.has(mediaType))
    return { bytes: await unpackPhoto(bytes, mediaType, context), magic: "image/x-portable-pixmap" }
  if (office.test(mediaType)) return fromBlocks(officeBlocks(bytes))
  switch (mediaType) {
    case "text/plain":
      return fromText(bytes)
    case "text/html":
      return fromHtml(bytes)
    case "message/rfc822":
      return fromBlocks(await mailBlocks(bytes))
    case "application/mbox":
      return fromBlocks(await mailboxBlocks(bytes))
    default:
      throw new Fault("kind-unsupported", { mediaType })
  }
}

/** What of `document` is laid out as pages. @throws Fault kind-unsupported, file-too-large, file-broken */
export const pageSource = (document: OpenDocument, context: ParserContext): Promise<PageSource> =>
  keepWith(document, "page-source", async () => ({ value: await make(document, context), close: () => undefined }))
