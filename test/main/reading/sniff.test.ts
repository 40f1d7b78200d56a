import { readFileSync } from "node:fs"
import { fc, test as property } from "@fast-check/vitest"
import { expect, test } from "vitest"
import { sniff } from "../../../main/reading/sniff.ts"
import { demoFile, docx, zip } from "../../support/reading/documents.ts"

const latin1 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "latin1"))
const utf16 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "utf16le"))
const cp1251 = (text: string): Uint8Array =>
  Uint8Array.from(text, (letter) => {
    const code = letter.charCodeAt(0)
    return code >= 0x410 && code <= 0x44f ? code - 0x350 : code
  })

test.each([
  ["IMG_2041.jpg", "image", "image/jpeg"],
  ["chat.txt", "text", "text/plain"],
  ["letter.eml", "mail", "message/rfc822"],
  ["return-of-devices.mp4", "video", "video/mp4"],
  ["screenshot.png", "image", "image/png"],
  ["voice-note.m4a", "audio", "audio/mp4"],
  ["Голосовое 2017-10-02.ogg", "audio", "audio/ogg"],
  ["Жалоба.docx", "document", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
  ["Опись.xlsx", "sheet", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  ["Протокол обыска.pdf", "pdf", "application/pdf"],
])("%s is %s", (name, kind, mediaType) => {
  expect(sniff({ head: readFileSync(demoFile(name)) })).toEqual({ kind, mediaType })
})

test.each([
  ["GIF89a", "image/gif"],
  ["II*\0\x08\0\0\0", "image/tiff"],
  ["MM\0*\0\0\0\x08", "image/tiff"],
  ["RIFF\x10\0\0\0WEBPVP8 ", "image/webp"],
  ["RIFF\x10\0\0\0WAVEfmt ", "audio/wav"],
  ["\0\0\0\x18ftypheic\0\0\0\0mif1heic", "image/heic"],
  ["\0\0\0\x14ftypqt  \0\0\0\0", "video/quicktime"],
  ["#!AMR\n\x3c", "audio/amr"],
  ["ID3\x03\0\0", "audio/mpeg"],
  ["\xff\xfb\x90\x64\0\0\0\0", "audio/mpeg"],
  ["\x1a\x45\xdf\xa3\x9f\x42\x82\x84webm\x83\x81\x01", "video/webm"],
  ["\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0_\0_\0s\0u\0b\0s\0t\0g\x001\0.\x000\0_\0", "application/vnd.ms-outlook"],
  ["garbage before it\n%PDF-1.4\n", "application/pdf"],
  ["<!DOCTYPE html><title>x</title>", "text/html"],
  ["From a@example.org Mon Oct  2 10:00:00 2017\nFrom: a@example.org\nSubject: x\n\nhello", "application/mbox"],
  ["\0\x01\x02\x03\x04\x05\x06", "application/octet-stream"],
  ["", "application/octet-stream"],
])("the bytes %j are %s", (bytes, mediaType) => {
  expect(sniff({ head: latin1(bytes) }).mediaType).toBe(mediaType)
})

test("a ZIP is a Word document only if it holds one", () => {
  expect(sniff({ head: zip({ "notes.txt": "x" }) })).toEqual({ kind: "archive", mediaType: "application/zip" })
  expect(sniff({ head: docx("<w:p/>") }).kind).toBe("document")
})

test("a large ZIP is known by the names at its end", () => {
  const whole = docx("<w:p/>")
  expect(sniff({ head: whole.subarray(0, 40), tail: whole.subarray(whole.length - 400) }).kind).toBe("document")
})

test.each([
  ["UTF-8", Uint8Array.from(Buffer.from("Мен көрдім, сот алдында"))],
  ["UTF-16 without a mark", utf16("Протокол 12, лист 3 из 4")],
  ["Windows-1251", cp1251("Протокол допроса свидетеля, лист 3")],
])("%s text is text", (_, head) => {
  expect(sniff({ head })).toEqual({ kind: "text", mediaType: "text/plain" })
})

property.prop([fc.uint8Array({ maxLength: 600 }), fc.uint8Array({ maxLength: 100 })])(
  "any bytes have a kind",
  (head, tail) => {
    expect(sniff({ head, tail }).mediaType).toMatch(/^[a-z]+\/[\w.+-]+$/)
  },
)
