import PostalMime, { type Address, type Attachment, type Email } from "postal-mime"
import { Fault } from "../../shared/faults.ts"
import type { Block } from "./blocks.ts"

const people = (addresses: readonly Address[] | undefined): string =>
  (addresses ?? [])
    .map((entry) => {
      if (entry.address === undefined) return `${entry.name}: ${people(entry.group)}`
      return entry.name === "" ? entry.address : `${entry.name} <${entry.address}>`
    })
    .join(", ")

/** The headers that people read, as label and text; empty ones left out. */
export const mailHeaders = (mail: Email): [string, string][] => {
  const rows: [string, string][] = [
    ["From", people(mail.from === undefined ? [] : [mail.from])],
    ["To", people(mail.to)],
    ["Cc", people(mail.cc)],
    ["Bcc", people(mail.bcc)],
    ["Reply-To", people(mail.replyTo)],
    ["Date", mail.headers.find(({ key }) => key === "date")?.value ?? ""],
    ["Subject", mail.subject ?? ""],
  ]
  return rows.filter(([, text]) => text !== "")
}

/** @throws Fault file-broken */
export const readMail = async (bytes: Uint8Array): Promise<Email> => {
  try {
    return await PostalMime.parse(bytes, { maxNestingDepth: 64 })
  } catch (error) {
    throw new Fault("file-broken", {}, error)
  }
}

const sizeOf = ({ content }: Attachment): number => (typeof content === "string" ? content.length : content.byteLength)

const shown = new Set(["image/jpeg", "image/png", "image/gif"])
/** A picture sent along is shown on the page; larger ones are only named. */
const shownBytes = 20 * 1024 * 1024

const pictures = (attachments: readonly Attachment[]): Block[] =>
  attachments.flatMap((attachment): Block[] => {
    const { content, mimeType } = attachment
    if (!shown.has(mimeType) || typeof content === "string" || sizeOf(attachment) > shownBytes) return []
    const bytes = content instanceof Uint8Array ? content : new Uint8Array(content)
    return [{ is: "image", mediaType: mimeType, bytes }]
  })

const bodyBlock = (mail: Email): Block[] => {
  if (mail.text !== undefined && mail.text.trim() !== "")
    return [{ is: "lines", text: mail.text.replace(/\r\n/g, "\n") }]
  return mail.html === undefined ? [] : [{ is: "html", source: mail.html }]
}

/** One message: headers, body, the names and sizes of what is attached, and attached pictures. */
export const mailBlocks = async (bytes: Uint8Array): Promise<Block[]> => {
  const mail = await readMail(bytes)
  const rows = mail.attachments.map((part) => [part.filename ?? "", part.mimeType, `${sizeOf(part)} B`])
  return [
    { is: "table", rows: mailHeaders(mail) },
    ...bodyBlock(mail),
    ...(rows.length === 0 ? [] : [{ is: "heading", text: "Attachments" } as const, { is: "table", rows } as const]),
    ...pictures(mail.attachments),
  ]
}

const maximumMessages = 2000

/** The messages of a mailbox file: each begins with a line "From " after an empty one. */
export const splitMailbox = (bytes: Uint8Array): Uint8Array[] => {
  // Latin-1, so that places in the text are places in the bytes.
  const text = new TextDecoder("latin1").decode(bytes)
  const starts = [...text.matchAll(/(?:^|\n\r?\n)From [^\n]*\n/g)].map((match) => match.index + match[0].length)
  if (starts.length > maximumMessages) throw new Fault("file-too-large", { messages: starts.length })
  return starts.map((start, index) => {
    const next = starts[index + 1]
    if (next === undefined) return bytes.subarray(start)
    return bytes.subarray(start, text.lastIndexOf("\nFrom ", next))
  })
}

export const mailboxBlocks = async (bytes: Uint8Array): Promise<Block[]> => {
  const blocks: Block[] = []
  for (const [index, message] of splitMailbox(bytes).entries())
    blocks.push({ is: "heading", text: String(index + 1) }, ...(await mailBlocks(message)))
  return blocks
}
