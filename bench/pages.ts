import * as mupdf from "mupdf"
import { makeStrip } from "../test/support/redaction-files.ts"

const words =
  "Протокол допроса свидетеля составлен следователем в городе Алматы Ахметов Нұрлан Серікұлы сообщил что он видел как вышла из здания and signed the report in the presence of the lawyer Қазақстан Республикасының заңы бойынша жауап берді".split(
    " ",
  )

/** 50 lines of about 85 letters; every page says something else. */
const densePage = (seed: number): Promise<Uint8Array> => {
  let next = seed * 7
  const lines = Array.from({ length: 50 }, () => {
    let line = ""
    while (line.length < 80) line += `${words[next++ % words.length] ?? ""} `
    return line
  })
  return makeStrip({ lines, width: 595, size: 10 })
}

/** A PDF of dense A4 pages of text; another `seed` gives other pages. */
export const densePages = async (count: number, seed = 0): Promise<Uint8Array> => {
  const whole = new mupdf.PDFDocument()
  for (let page = 0; page < count; page += 1) {
    const source = mupdf.Document.openDocument(await densePage(seed + page), "application/pdf").asPDF()
    if (source !== null) whole.graftPage(-1, source, 0)
  }
  return whole.saveToBuffer("compress").asUint8Array().slice()
}
