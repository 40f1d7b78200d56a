import { crc32, deflateSync } from "node:zlib"
import type { FaultCode } from "../../shared/faults.ts"

/** A PDF of these objects, numbered from 1; the first is its catalogue. */
export const pdfOf = (objects: readonly string[], trailer = ""): Buffer => {
  let text = "%PDF-1.7\n"
  const offsets = objects.map((object, index) => {
    const offset = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const start = text.length
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`)
  const size = objects.length + 1
  text += `xref\n0 ${size}\n0000000000 65535 f \n${rows.join("")}`
  text += `trailer\n<< /Size ${size} /Root 1 0 R ${trailer}>>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(text, "latin1")
}

const stream = (content: string): string => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`

/** One page with one line of Helvetica. */
export const plainPdf = (line: string, { box = "0 0 595 842", trailer = "", more = [] as readonly string[] } = {}) =>
  pdfOf(
    [
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      `<< /Type /Page /Parent 2 0 R /MediaBox [${box}] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>`,
      stream(`BT /F 24 Tf 72 700 Td (${line}) Tj ET`),
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
      ...more,
    ],
    trailer,
  )

const nestedPdf = (): Buffer =>
  pdfOf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
    stream("[".repeat(1_000_000)),
  ])

const loopingPdf = (): Buffer =>
  pdfOf(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R] /Count 1000000000 >>"])

/** The standard security handler with a password that nobody has: its own hashes are wrong on purpose. */
const encryptedPdf = (): Buffer =>
  plainPdf("Sarsenova", {
    more: [`<< /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <${"41".repeat(32)}> /U <${"42".repeat(32)}> >>`],
    trailer: `/Encrypt 6 0 R /ID [<${"43".repeat(16)}> <${"43".repeat(16)}>] `,
  })

const chunk = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

/** A PNG that says it is so large, whatever its data hold. */
const pngSaying = (width: number, height: number, data: Uint8Array): Buffer => {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([1, 0, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", header),
    chunk("IDAT", data),
    chunk("IEND", Buffer.alloc(0)),
  ])
}

/** Only the parts of a JPEG that say how large it is. */
const jpegSaying = (width: number, height: number): Buffer => {
  const frame = Buffer.from([0xff, 0xc0, 0, 11, 8, 0, 0, 0, 0, 1, 1, 0x11, 0])
  frame.writeUInt16BE(height, 5)
  frame.writeUInt16BE(width, 7)
  const scan = Buffer.from([0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0, 0xff, 0xd9])
  const start = Buffer.from("\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0", "latin1")
  return Buffer.concat([start, frame, scan])
}

interface HostileFile {
  readonly bytes: () => Uint8Array
  /** What looking into it must end with. */
  readonly fault: FaultCode
}

/** Files that try to hurt or to puzzle whoever opens them, and the fault that each must end in. */
export const hostileFiles: Readonly<Record<string, HostileFile>> = {
  "empty.pdf": { bytes: () => new Uint8Array(), fault: "file-empty" },
  "broken.pdf": { bytes: () => Buffer.from("%PDF-1.4\nbroken"), fault: "file-broken" },
  "locked.pdf": { bytes: encryptedPdf, fault: "file-encrypted" },
  "nested.pdf": { bytes: nestedPdf, fault: "file-broken" },
  "looping.pdf": { bytes: loopingPdf, fault: "file-broken" },
  "huge-page.pdf": { bytes: () => plainPdf("x", { box: "0 0 14400000 14400000" }), fault: "file-too-large" },
  // A picture that really unfolds to 112 MB of black and white, and two that only say so.
  "huge-picture.png": {
    bytes: () => pngSaying(30_000, 30_000, deflateSync(Buffer.alloc(3751 * 30_000))),
    fault: "file-too-large",
  },
  "huge-claim.png": {
    bytes: () => pngSaying(30_000, 30_000, deflateSync(Buffer.alloc(1000))),
    fault: "file-too-large",
  },
  "huge-claim.jpg": { bytes: () => jpegSaying(30_000, 30_000), fault: "file-too-large" },
  "program.exe": {
    bytes: () => Buffer.from("MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff", "latin1"),
    fault: "cannot-redact-kind",
  },
}
