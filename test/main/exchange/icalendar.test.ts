import { fc, test as prop } from "@fast-check/vitest"
import ICAL from "ical.js"
import { expect, test } from "vitest"
import { type CalendarEvent, foldLine, writeCalendar } from "../../../main/exchange/icalendar.ts"

/** ical.js is none of ours: what it reads back is what any calendar reads. */
const judged = (text: string) => {
  const root = new ICAL.Component(ICAL.parse(text) as unknown[])
  return root.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component)
    const alarm = component.getFirstSubcomponent("valarm")
    return {
      uid: event.uid,
      day: event.startDate.toString(),
      whole: event.startDate.isDate,
      summary: event.summary,
      trigger: alarm?.getFirstPropertyValue("trigger")?.toString() ?? "",
    }
  })
}
const event: CalendarEvent = { uid: "a1", day: "2026-03-10", summary: "Deadline", description: "", remindDays: null }

test("an entry is a whole day, with its reminder, as a calendar reads it", () => {
  const text = writeCalendar([event, { ...event, uid: "b2", remindDays: 7 }], "2026-03-01")
  expect(judged(text)).toEqual([
    { uid: "a1", day: "2026-03-10", whole: true, summary: "Deadline", trigger: "" },
    { uid: "b2", day: "2026-03-10", whole: true, summary: "Deadline", trigger: "-P7D" },
  ])
  expect(text).not.toMatch(/saqta/i)
})

test("an agenda with nothing on it is still a calendar", () => {
  expect(judged(writeCalendar([], "2026-03-01"))).toEqual([])
})

prop.prop([fc.string({ unit: "grapheme", minLength: 1, maxLength: 300 })])(
  "any words come back as they were, in lines of at most 75 octets that end with CRLF",
  (summary) => {
    const text = writeCalendar([{ ...event, summary, description: summary }], "2026-03-01")
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/)
    for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    // Control characters are not allowed in a calendar; of line ends one is kept.
    const kept = summary.replace(/\r\n?/g, "\n").replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, " ")
    expect(judged(text)[0]?.summary).toBe(kept)
  },
)

test("nobody can write a line of their own into the file", () => {
  const text = writeCalendar([{ ...event, summary: "x\r\nATTENDEE:mailto:a@b.invalid\r\nX:1" }], "2026-03-01")
  expect(text).not.toMatch(/^ATTENDEE/m)
})

test("a line is folded between characters, never inside one", () => {
  const folded = foldLine(`SUMMARY:${"қ".repeat(60)}`)
  expect(folded.split("\r\n").map((line) => Buffer.byteLength(line))).toEqual([74, 55])
  expect(folded.replaceAll("\r\n ", "")).toBe(`SUMMARY:${"қ".repeat(60)}`)
})
