/** A mail as it is read: who, to whom, when, about what, its words, and the list of what is attached. */
import type { Attachment, Email } from "postal-mime"
import PostalMime from "postal-mime"
import { Fault } from "../../../shared/faults.ts"
import { mailHeaders, splitMailbox } from "../mail.ts"
import type { HiddenList } from "./hidden.ts"
import { heading, paragraph, type Piece, type Picture, plainTable } from "./pieces.ts"
import { webPieces } from "./web.ts"

const shownHeaders = new Set(["from", "to", "cc", "date", "subject"])
const threading =
  /^(?:message-id|in-reply-to|references|thread-|received|x-|return-path|delivered-to|arc-|dkim-|list-|authentication-)/

const bytesOf = ({ content }: Attachment): Uint8Array => {
  if (typeof content === "string") return new TextEncoder().encode(content)
  return content instanceof Uint8Array ? content : new Uint8Array(content)
}

/** @throws Fault "file-broken" */
const readMessage = async (bytes: Uint8Array): Promise<Email> => {
  try {
    // A message inside a message is an attachment, not more text of this one.
    return await PostalMime.parse(bytes, { maxNestingDepth: 64, forceRfc822Attachments: true })
  } catch (error) {
    throw new Fault("file-broken", {}, error)
  }
}

const noteHeaders = (mail: Email, hidden: HiddenList): void => {
  for (const { key, value } of mail.headers)
    if (!shownHeaders.has(key)) hidden.note(threading.test(key) ? "mail-threading" : "mail-header", `${key}: ${value}`)
}

/** A picture that the message shows by its content id. */
const inlinePicture = (mail: Email, address: string): Picture | undefined => {
  const id = /^cid:(.+)$/i.exec(address)?.[1]
  if (id === undefined) return undefined
  const part = mail.attachments.find(({ contentId }) => contentId?.replace(/^<|>$/g, "") === id)
  return part === undefined ? undefined : { mediaType: part.mimeType, bytes: bytesOf(part) }
}

const bodyPieces = (mail: Email, hidden: HiddenList): Piece[] => {
  const plain = mail.text?.replace(/\r\n?/g, "\n") ?? ""
  const shown = mail.html === undefined ? [] : webPieces(mail.html, hidden, (address) => inlinePicture(mail, address))
  if (shown.length === 0) return plain.trim() === "" ? [] : [{ is: "lines", text: plain }]
  hidden.note("mail-alternative", plain)
  return shown
}

const wordsOf = (part: Attachment): string => {
  if (!/^(?:text\/|message\/)/.test(part.mimeType)) return ""
  return new TextDecoder().decode(bytesOf(part))
}

export const messagePieces = async (bytes: Uint8Array, hidden: HiddenList): Promise<Piece[]> => {
  const mail = await readMessage(bytes)
  noteHeaders(mail, hidden)
  const headers = mailHeaders(mail).filter(([label]) => shownHeaders.has(label.toLowerCase()))
  const attached = mail.attachments.map((part) => {
    hidden.note("attachment", `${part.filename ?? part.mimeType} ${wordsOf(part)}`)
    return [part.filename ?? "–", part.mimeType, `${bytesOf(part).length} B`]
  })
  return [
    ...(headers.length === 0 ? [] : [plainTable(headers)]),
    ...bodyPieces(mail, hidden),
    ...(attached.length === 0 ? [] : [heading("Attachments", 3), plainTable(attached)]),
  ]
}

/** Every message of a mailbox, each from a new page. */
export const mailboxPieces = async (bytes: Uint8Array, hidden: HiddenList): Promise<Piece[]> => {
  const pieces: Piece[] = []
  for (const [index, message] of splitMailbox(bytes).entries()) {
    if (index > 0) pieces.push({ is: "new-page" })
    pieces.push(heading(String(index + 1), 3), ...(await messagePieces(message, hidden)))
  }
  return pieces.length === 0 ? [paragraph("–")] : pieces
}
