import { PassThrough } from "node:stream"
import { fc, test as propertyTest } from "@fast-check/vitest"
import { expect, test } from "vitest"
import { type CdpMessage, makeFrameReader, openPipe } from "../../../../main/host/chromium/pipe.ts"

propertyTest.prop([fc.array(fc.string({ unit: "grapheme" }), { maxLength: 8 }), fc.integer({ min: 1, max: 7 })])(
  "messages come out whole however the stream is cut",
  (texts, partLength) => {
    const stream = Buffer.from(texts.map((text) => `${JSON.stringify({ method: text })}\0`).join(""))
    const heard: CdpMessage[] = []
    const read = makeFrameReader((message) => heard.push(message))
    for (let at = 0; at < stream.length; at += partLength) read(stream.subarray(at, at + partLength))
    expect(heard.map(({ method }) => method)).toEqual(texts)
  },
)

test("what is sent ends with one NUL", () => {
  const write = new PassThrough()
  openPipe(write, new PassThrough()).send({ id: 1, method: "Browser.getVersion" })
  expect(String(write.read())).toBe('{"id":1,"method":"Browser.getVersion"}\0')
})

test("a browser that ended does not end the shell that writes to it", () => {
  const write = new PassThrough()
  openPipe(write, new PassThrough())
  expect(() => write.emit("error", new Error("EPIPE"))).not.toThrow()
})
