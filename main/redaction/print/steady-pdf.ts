/** The same pages, the same bytes: a printed PDF says when it was made, and nothing else in it changes. */
const stamp = /\/(?:CreationDate|ModDate) ?\(D:(\d{14})/g

/** `pdf` with its dates set to one and the same, byte for byte of the same length. */
export const steadyPdf = (pdf: Uint8Array): Uint8Array => {
  const bytes = Buffer.from(pdf)
  for (const match of bytes.toString("latin1").matchAll(stamp)) {
    const digits = match[1] ?? ""
    bytes.write("20000101000000", match.index + match[0].length - digits.length, "latin1")
  }
  return new Uint8Array(bytes)
}
