/**
 * PDF as bare syntax, written here and by nobody's library: objects as text or streams, numbered from 1, with a table.
 * Object 1 is the catalog, 2 the page tree, 3 the page, 4 its contents, 5 the font `/F`.
 */

export type PdfObject = string | { readonly entries: string; readonly data: Uint8Array | string }

export const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0) & 0xff)

export const joined = (...parts: readonly (Uint8Array | string)[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? latin1(part) : part)))

const bodyOf = (object: PdfObject): Uint8Array => {
  if (typeof object === "string") return latin1(object)
  const data = typeof object.data === "string" ? latin1(object.data) : object.data
  return joined(`<<${object.entries}/Length ${data.length}>>\nstream\n`, data, "\nendstream")
}

/** The file, with a classic cross-reference table; `trailer` is put into the trailer's dictionary. */
export const pdfOf = (objects: readonly PdfObject[], trailer = ""): Uint8Array => {
  const parts: Uint8Array[] = [latin1("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n")]
  let offset = parts[0]?.length ?? 0
  let table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`
  for (const [index, object] of objects.entries()) {
    const whole = joined(`${index + 1} 0 obj\n`, bodyOf(object), "\nendobj\n")
    table += `${String(offset).padStart(10, "0")} 00000 n \n`
    parts.push(whole)
    offset += whole.length
  }
  parts.push(
    latin1(`${table}trailer\n<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${offset}\n%%EOF\n`),
  )
  return Buffer.concat(parts)
}

/** A text string as PDF has it for any script: UTF-16BE with its mark, in hex. */
export const textString = (text: string): string =>
  `<FEFF${Buffer.from(text, "utf16le").swap16().toString("hex").toUpperCase()}>`
