/**
 * iCalendar (RFC 5545), written only. Lines end with CRLF and are folded at 75 octets, never inside a character;
 * whole days (VALUE=DATE), so that no time zone is told. Nothing names the program.
 */
export interface CalendarEvent {
  /** Stable for one record of one vault; says nothing about either. */
  readonly uid: string
  /** ISO day. */
  readonly day: string
  readonly summary: string
  /** "" for none. */
  readonly description: string
  readonly remindDays: number | null
}

const encoder = new TextEncoder()
const octets = (text: string): number => encoder.encode(text).length

/** RFC 5545, 3.3.11. Control characters are not allowed in text at all. */
export const escapeText = (text: string): string =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, " ")
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\n/g, "\\n")

const widest = 75

/** RFC 5545, 3.1: a long line goes on behind CRLF and one space, which counts. */
export const foldLine = (line: string): string => {
  let folded = ""
  let width = 0
  for (const character of line) {
    const size = octets(character)
    if (width + size > widest) {
      folded += "\r\n "
      width = 1
    }
    folded += character
    width += size
  }
  return folded
}

const compact = (day: string): string => day.replaceAll("-", "")

const eventLines = ({ uid, day, summary, description, remindDays }: CalendarEvent, stamp: string): string[] => [
  "BEGIN:VEVENT",
  `UID:${uid}`,
  `DTSTAMP:${stamp}`,
  `DTSTART;VALUE=DATE:${compact(day)}`,
  `SUMMARY:${escapeText(summary)}`,
  ...(description === "" ? [] : [`DESCRIPTION:${escapeText(description)}`]),
  "CLASS:PRIVATE",
  "TRANSP:TRANSPARENT",
  ...(remindDays === null
    ? []
    : [
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        `DESCRIPTION:${escapeText(summary)}`,
        `TRIGGER:-P${remindDays}D`,
        "END:VALARM",
      ]),
  "END:VEVENT",
]

/** `today`: the day it is written, ISO; its hour is not told. */
export const writeCalendar = (events: readonly CalendarEvent[], today: string): string =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//-//Agenda//EN",
    "CALSCALE:GREGORIAN",
    ...events.flatMap((event) => eventLines(event, `${compact(today)}T000000Z`)),
    "END:VCALENDAR",
  ]
    .map((line) => `${foldLine(line)}\r\n`)
    .join("")
