/** What of a flowing file is seen, and what is not: the first step of making its pages. Runs inside parser processes. */
import { Fault } from "../../../shared/faults.ts"
import { decodeText } from "../decode-text.ts"
import { limits } from "../limits.ts"
import type { OpenDocument, ParserContext } from "../operation.ts"
import { noteBeside } from "./beside.ts"
import { capturePieces } from "./capture.ts"
import { textPieces } from "./chat.ts"
import { type HiddenList, type HiddenPart, listHidden } from "./hidden.ts"
import { mailboxPieces, messagePieces } from "./mail.ts"
import { openDocumentPieces } from "./open-document.ts"
import { openParts } from "./parts.ts"
import { drawPictures } from "./pictures.ts"
import { type Piece, textOfPieces } from "./pieces.ts"
import { sheetPiecesOf } from "./sheet.ts"
import { slidePieces } from "./slides.ts"
import { htmlPieces } from "./web.ts"
import { wordPieces } from "./word.ts"

export interface Visible {
  readonly pieces: readonly Piece[]
  readonly hidden: readonly HiddenPart[]
}

const office = /^application\/vnd\.(?:openxmlformats-officedocument|oasis\.opendocument)\./

const officePieces = (bytes: Uint8Array, hidden: HiddenList): Piece[] => {
  const parts = openParts(bytes)
  const read = parts.has("word/document.xml")
    ? wordPieces
    : parts.has("xl/workbook.xml")
      ? sheetPiecesOf
      : parts.has("ppt/presentation.xml")
        ? slidePieces
        : openDocumentPieces
  const pieces = read(parts, hidden)
  noteBeside(parts, hidden)
  return pieces
}

const piecesOf = async ({ mediaType, bytes }: OpenDocument, hidden: HiddenList): Promise<Piece[]> => {
  if (office.test(mediaType)) return officePieces(bytes, hidden)
  switch (mediaType) {
    case "message/rfc822":
      return await messagePieces(bytes, hidden)
    case "application/mbox":
      return await mailboxPieces(bytes, hidden)
    case "text/html":
      return htmlPieces(bytes, hidden)
    case "application/warc":
      return capturePieces(bytes, hidden)
    case "text/plain":
      return textPieces(decodeText(bytes))
    default:
      throw new Fault("cannot-redact-kind", { mediaType })
  }
}

/** @throws Fault "cannot-redact-kind", "file-broken", "file-too-large" */
export const visible = async (
  { document }: { readonly document: OpenDocument },
  context: ParserContext,
): Promise<Visible> => {
  const hidden = listHidden()
  const pieces = await piecesOf(document, hidden)
  const characters = textOfPieces(pieces).length
  if (characters > limits.textCharacters) throw new Fault("file-too-large", { characters })
  return { pieces: await drawPictures(pieces, hidden, context), hidden: hidden.parts() }
}
