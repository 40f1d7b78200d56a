/** Plain text; an exported chat (WhatsApp, Telegram as text) as a transcript: day, then hour, who and what. */
import type { Piece } from "./pieces.ts"

/** `[05.03.2024, 14:07:31] Name: words`, `05/03/2024, 14:07 - Name: words`, `3/5/24, 2:07 PM - words` */
const message =
  /^[\u200e\u200f]?\[?(\d{1,4}[./-]\d{1,2}[./-]\d{1,4}),? +(\d{1,2}:\d{2}(?::\d{2})?(?:[\s\u202f]?[AaPp]\.?[Mm]\.?)?)(?:\]| -| –)[ \u200e\u200f]*(?:([^:\n]{1,80}): ?)?(.*)$/

interface Message {
  readonly day: string
  readonly hour: string
  readonly who: string
  readonly lines: string[]
}

const leastMessages = 3

/** The messages of an exported chat; undefined where the text is none. */
const messagesOf = (lines: readonly string[]): Message[] | undefined => {
  const messages: Message[] = []
  for (const line of lines) {
    const [, day = "", hour = "", who = "", words = ""] = message.exec(line) ?? []
    if (day !== "") messages.push({ day, hour, who, lines: [words] })
    else if (messages.length === 0 && line.trim() !== "") return undefined
    else messages.at(-1)?.lines.push(line)
  }
  return messages.length >= leastMessages ? messages : undefined
}

const messagePiece = ({ hour, who, lines }: Message): Piece => ({
  is: "paragraph",
  runs: [
    { text: `${hour}  ` },
    ...(who === "" ? [] : [{ text: `${who}: `, bold: true as const }]),
    { text: lines.join("\n").trimEnd() },
  ],
})

const linesInPiece = 200

export const textPieces = (text: string): Piece[] => {
  const lines = text.replace(/\r\n?/g, "\n").split("\n")
  const messages = messagesOf(lines)
  if (messages !== undefined)
    return messages.flatMap((one, index): Piece[] => {
      const isNewDay = messages[index - 1]?.day !== one.day
      const day: Piece[] = isNewDay ? [{ is: "heading", level: 3, runs: [{ text: one.day }] }] : []
      return [...day, messagePiece(one)]
    })
  return Array.from({ length: Math.ceil(lines.length / linesInPiece) }, (_, index) => ({
    is: "lines",
    text: lines.slice(index * linesInPiece, (index + 1) * linesInPiece).join("\n"),
  }))
}
