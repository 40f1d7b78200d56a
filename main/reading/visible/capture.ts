/** A web capture (WARC, ISO 28500): the pages that were answered, with the pictures that came along. */
import { gunzipSync, unzlibSync } from "fflate"
import { Fault } from "../../../shared/faults.ts"
import { decodeHtml } from "../web.ts"
import type { HiddenList } from "./hidden.ts"
import { heading, type Piece, type Picture } from "./pieces.ts"
import { webPieces } from "./web.ts"

interface WarcRecord {
  readonly head: string
  readonly body: Uint8Array
}

const field = (head: string, name: string): string =>
  new RegExp(`^${name}:[ \\t]*(.*)$`, "im").exec(head)?.[1]?.trim() ?? ""

const latin1 = (bytes: Uint8Array): string => new TextDecoder("latin1").decode(bytes)

const endOfHead = (bytes: Uint8Array, from: number): number => {
  for (let at = from; at + 3 < bytes.length; at += 1)
    if (bytes[at] === 13 && bytes[at + 1] === 10 && bytes[at + 2] === 13 && bytes[at + 3] === 10) return at
  return -1
}

const mostRecords = 20_000

const recordsOf = (bytes: Uint8Array): WarcRecord[] => {
  const records: WarcRecord[] = []
  let at = 0
  while (at < bytes.length) {
    while (bytes[at] === 13 || bytes[at] === 10) at += 1
    if (at >= bytes.length) break
    const end = endOfHead(bytes, at)
    if (end < 0) throw new Fault("file-broken")
    const head = latin1(bytes.subarray(at, end))
    const length = Number(field(head, "Content-Length"))
    if (!head.startsWith("WARC/") || !Number.isInteger(length) || length < 0) throw new Fault("file-broken")
    records.push({
      head: new TextDecoder().decode(bytes.subarray(at, end)),
      body: bytes.subarray(end + 4, end + 4 + length),
    })
    if (records.length > mostRecords) throw new Fault("file-too-large", { records: records.length })
    at = end + 4 + length
  }
  return records
}

const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

const unchunked = (body: Uint8Array): Uint8Array => {
  const parts: Uint8Array[] = []
  let at = 0
  while (at < body.length) {
    const end = body.indexOf(10, at)
    const size = parseInt(latin1(body.subarray(at, end < 0 ? at : end)), 16)
    if (end < 0 || Number.isNaN(size) || size === 0) break
    parts.push(body.subarray(end + 1, end + 1 + size))
    at = end + 1 + size + 2
  }
  return joined(parts)
}

const mostUnpacked = 64 * 1024 * 1024

/** Subtle: into a buffer of fixed size, so that a bomb fills it and is refused. */
const unpack = (body: Uint8Array, encoding: string): Uint8Array => {
  const out = new Uint8Array(Math.min(mostUnpacked, Math.max(1024 * 1024, body.length * 60)))
  try {
    return encoding === "gzip" ? gunzipSync(body, { out }) : unzlibSync(body, { out })
  } catch (error) {
    throw new Fault("file-broken", {}, error)
  }
}

interface Answered {
  readonly address: string
  readonly head: string
  readonly mediaType: string
  readonly body: Uint8Array
}

const answered = ({ head, body }: WarcRecord): Answered | undefined => {
  if (field(head, "WARC-Type") !== "response") return undefined
  const end = endOfHead(body, 0)
  if (end < 0) return undefined
  const answer = latin1(body.subarray(0, end))
  if (!/^HTTP\/\d(?:\.\d)? 2\d\d/.test(answer)) return undefined
  const whole = body.subarray(end + 4)
  const plain = /chunked/i.test(field(answer, "Transfer-Encoding")) ? unchunked(whole) : whole
  const encoding = field(answer, "Content-Encoding").toLowerCase()
  return {
    address: field(head, "WARC-Target-URI").replace(/^<|>$/g, ""),
    head: answer,
    mediaType: field(answer, "Content-Type").split(";", 1)[0]?.trim().toLowerCase() ?? "",
    body: encoding === "gzip" || encoding === "deflate" ? unpack(plain, encoding) : plain,
  }
}

const resolved = (address: string, base: string): string => {
  try {
    return new URL(address, base).href
  } catch {
    return address
  }
}

export const capturePieces = (bytes: Uint8Array, hidden: HiddenList): Piece[] => {
  const records = recordsOf(bytes)
  for (const { head, body } of records) {
    hidden.note("capture-record", head)
    if (/^WARC-Type: (?:warcinfo|request|metadata)/im.test(head))
      hidden.note("capture-record", new TextDecoder().decode(body))
  }
  const answers = records.map(answered).filter((answer) => answer !== undefined)
  const pictures = new Map<string, Picture>(
    answers
      .filter(({ mediaType }) => mediaType.startsWith("image/"))
      .map(({ address, mediaType, body }) => [address, { mediaType, bytes: body }]),
  )
  const pages = answers.filter(({ mediaType }) => mediaType === "text/html")
  const pieces = pages.flatMap(({ address, head, body }, index): Piece[] => {
    hidden.note("capture-record", head)
    hidden.note("link-address", address)
    const page = webPieces(decodeHtml(body), hidden, (source) => pictures.get(resolved(source, address)))
    return index === 0 ? page : [{ is: "new-page" }, ...page]
  })
  return pieces.length === 0 ? [heading("–", 3)] : pieces
}
