import { readFileSync } from "node:fs"
import { afterAll, expect, test } from "vitest"
import { isFault } from "../../../shared/faults.ts"
import { makeTestPool } from "../../support/parser-pool.ts"
import { demoFile, pdf } from "../../support/reading/documents.ts"

const pool = makeTestPool()
afterAll(() => pool.close())

test("a contained parser draws a page, reads its words and reads its picture", async () => {
  const content = "BT /F 20 Tf 20 100 Td (Judgment was given) Tj ET"
  const document = { key: "judgment", mediaType: "application/pdf", bytes: pdf([{ content }]) }
  expect(await pool.run("pages", { document })).toEqual({ pages: [{ width: 300, height: 200 }] })
  const page = await pool.run("renderPage", { document, page: 1, dpi: 72, colour: false })
  expect(page).toMatchObject({ width: 300, height: 200 })
  expect(Buffer.from(page.png.subarray(1, 4)).toString()).toBe("PNG")
  expect(await pool.run("text", { document })).toEqual({ text: "Judgment was given", pageStarts: [0] })
  const { lines } = await pool.run("ocrPage", { document, page: 1, set: "finder" })
  expect(lines.map((line) => line.words.map(({ text }) => text).join(" "))).toEqual(["Judgment was given"])
})

test("a contained parser reads a photograph's place and a mail's body", async () => {
  const photo = { key: "photo", mediaType: "image/jpeg", bytes: readFileSync(demoFile("IMG_2041.jpg")) }
  expect((await pool.run("metadata", { document: photo })).metadata).toMatchObject({
    "GPS position": "50.283900, 57.167000",
  })
  const mail = { key: "mail", mediaType: "message/rfc822", bytes: readFileSync(demoFile("letter.eml")) }
  expect((await pool.run("text", { document: mail })).text).toContain("печати")
})

test("a fault of the file crosses as itself, without the parser's words", async () => {
  const document = { key: "broken", mediaType: "application/pdf", bytes: Buffer.from("%PDF-1.7 with a secret name") }
  const fault: unknown = await pool.run("pages", { document }).catch((error: unknown) => error)
  expect(isFault(fault) && fault.code).toBe("file-broken")
  expect(JSON.stringify(fault)).not.toContain("secret")
})
