/** Everything inside a file that is a file itself. Each is then judged like the file. */
import { Gunzip } from "fflate"
import { Fault } from "../../../shared/faults.ts"
import { decodeText } from "../../reading/decode-text.ts"
import { readMail, splitMailbox } from "../../reading/mail.ts"
import type { OpenDocument, ParserContext } from "../../reading/operation.ts"
import { gifFrames } from "../../reading/gif.ts"
import { unzip } from "../../reading/unzip.ts"
import { type CarvedFile, carve, carveBase64 } from "./carve.ts"
import { pngTexts, withoutAlpha } from "./png-alpha.ts"
import { unpackPdf } from "./unpack-pdf.ts"

const mostUnpacked = 256 * 1024 * 1024

const gunzip = (bytes: Uint8Array): Uint8Array => {
  const chunks: Uint8Array[] = []
  let size = 0
  const stream = new Gunzip((chunk) => {
    size += chunk.length
    if (size > mostUnpacked) throw new Fault("file-too-large", { sizeBytes: size })
    chunks.push(chunk)
  })
  for (let at = 0; at < bytes.length; at += 65_536)
    stream.push(bytes.subarray(at, at + 65_536), at + 65_536 >= bytes.length)
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

/** Entries of a tape archive: 512 bytes of header with name and size in octal, then the data in blocks of 512. */
const untar = (bytes: Uint8Array): CarvedFile[] => {
  const found: CarvedFile[] = []
  const textAt = (at: number, length: number): string =>
    new TextDecoder("utf-8").decode(bytes.subarray(at, at + length)).split("\0")[0] ?? ""
  for (let at = 0; at + 512 <= bytes.length; ) {
    const name = textAt(at, 100)
    const size = Number.parseInt(textAt(at + 124, 12).trim() || "0", 8)
    if (name === "" || !Number.isFinite(size)) break
    found.push({ name, bytes: bytes.subarray(at + 512, at + 512 + size) })
    at += 512 + Math.ceil(size / 512) * 512
  }
  return found
}

const mailParts = async (bytes: Uint8Array): Promise<CarvedFile[]> => {
  const mail = await readMail(bytes)
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
  const bodies = [
    ...(mail.text === undefined ? [] : [{ name: "body.txt", bytes: encode(mail.text) }]),
    ...(mail.html === undefined ? [] : [{ name: "body.html", bytes: encode(mail.html) }]),
  ]
  // Names and words as they are meant: encoded headers are read here once.
  const headers = mail.headers.map(({ key, value }) => `${key}: ${value}`).join("\n")
  const people = JSON.stringify([mail.from, mail.to, mail.cc, mail.bcc, mail.replyTo, mail.sender, mail.subject])
  return [
    { name: "headers.txt", bytes: encode(`${headers}\n${people}`) },
    ...bodies,
    ...mail.attachments.map(({ filename, content }) => ({
      name: filename ?? "attachment",
      bytes: typeof content === "string" ? encode(content) : new Uint8Array(content),
    })),
  ]
}

const pngParts = (bytes: Uint8Array): CarvedFile[] => {
  const bare = withoutAlpha(bytes)
  return [
    ...(bare === undefined ? [] : [{ name: "without-alpha.bmp", bytes: bare }]),
    ...pngTexts(bytes).map((text) => ({ name: "text.txt", bytes: text })),
  ]
}

/** Later pictures of an animation, which a reader that shows only one of them would not see. */
const gifParts = (bytes: Uint8Array): CarvedFile[] =>
  gifFrames(bytes)
    .slice(1)
    .map((frame) => ({ name: "picture.gif", bytes: frame }))

const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)

const partsOf = async (document: OpenDocument, context: ParserContext): Promise<CarvedFile[]> => {
  const { mediaType, bytes } = document
  if (mediaType === "application/pdf") return await unpackPdf(document, context)
  if (isZip(bytes))
    return [...unzip(bytes, (name) => !name.endsWith("/"))].map(([name, entry]) => ({ name, bytes: entry }))
  switch (mediaType) {
    case "application/gzip":
      return [{ name: "unpacked", bytes: gunzip(bytes) }]
    case "application/x-tar":
      return untar(bytes)
    case "message/rfc822":
      return await mailParts(bytes)
    case "application/mbox":
      return splitMailbox(bytes).map((message) => ({ name: "message.eml", bytes: message }))
    case "image/png":
      return [...pngParts(bytes), ...carve(bytes)]
    case "image/gif":
      return [...gifParts(bytes), ...carve(bytes)]
    default:
      return mediaType.startsWith("text/") ? carveBase64(decodeText(bytes)) : carve(bytes)
  }
}

const mostParts = 2000

/** Names and bytes of what is inside, in order. @throws Fault "file-too-large", "file-broken", "file-encrypted" */
export const unpackFile = async (
  { document }: { readonly document: OpenDocument },
  context: ParserContext,
): Promise<{ parts: CarvedFile[] }> => {
  const parts = await partsOf(document, context)
  const size = parts.reduce((sum, { bytes }) => sum + bytes.length, 0)
  if (parts.length > mostParts || size > mostUnpacked) throw new Fault("file-too-large", { parts: parts.length })
  // Subtle: own bytes, since a view would carry its whole buffer across.
  return {
    parts: parts.filter(({ bytes }) => bytes.length > 0).map(({ name, bytes }) => ({ name, bytes: bytes.slice() })),
  }
}
