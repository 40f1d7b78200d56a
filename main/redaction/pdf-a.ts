/**
 * What PDF/A-2b asks of a file beyond its pages, the same in every copy, so that it says nothing of who, when or with what:
 *
 *   colours   an sRGB profile made here: ICC 2.1, display, gamma 2.2 (ICC.1:1998-09), 9 tags
 *   metadata  an XMP packet that says "PDF/A-2b" and nothing else
 *   id        sixteen zeros, twice
 */
const ascii = (text: string): number[] => Array.from(text, (character) => character.charCodeAt(0))
const word = (value: number): number[] => [value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff]
const half = (value: number): number[] => [(value >>> 8) & 0xff, value & 0xff]
/** Signed 15.16 fixed point. */
const fixed = (value: number): number[] => word(Math.round(value * 65536))
const xyz = (x: number, y: number, z: number): number[] => [
  ...ascii("XYZ "),
  ...word(0),
  ...fixed(x),
  ...fixed(y),
  ...fixed(z),
]

/** textDescriptionType: ASCII, no Unicode, no Macintosh name. */
const description = (text: string): number[] => [
  ...ascii("desc"),
  ...word(0),
  ...word(text.length + 1),
  ...ascii(`${text}\0`),
  ...new Array<number>(4 + 4 + 2 + 1 + 67).fill(0),
]
const gamma = [...ascii("curv"), ...word(0), ...word(1), ...half(Math.round(2.2 * 256))]

const tags: readonly (readonly [string, readonly number[]])[] = [
  ["desc", description("sRGB")],
  ["cprt", [...ascii("text"), ...word(0), ...ascii("CC0\0")]],
  ["wtpt", xyz(0.9642, 1, 0.8249)],
  ["rXYZ", xyz(0.436, 0.2225, 0.0139)],
  ["gXYZ", xyz(0.3851, 0.7169, 0.0971)],
  ["bXYZ", xyz(0.1431, 0.0606, 0.7141)],
  ["rTRC", gamma],
  ["gTRC", gamma],
  ["bTRC", gamma],
]

const headerBytes = 128

const profileHeader = (size: number): number[] => [
  ...word(size),
  ...word(0),
  ...word(0x02100000),
  ...ascii("mntrRGB XYZ "),
  ...[2000, 1, 1, 0, 0, 0].flatMap(half),
  ...ascii("acsp"),
  ...new Array<number>(28).fill(0),
  ...[0.9642, 1, 0.8249].flatMap(fixed),
  ...new Array<number>(48).fill(0),
]

const makeProfile = (): Uint8Array => {
  const table: number[] = [...word(tags.length)]
  const data: number[] = []
  const from = headerBytes + 4 + 12 * tags.length
  for (const [name, bytes] of tags) {
    table.push(...ascii(name), ...word(from + data.length), ...word(bytes.length))
    data.push(...bytes, ...new Array<number>((4 - (bytes.length % 4)) % 4).fill(0))
  }
  return Uint8Array.from([...profileHeader(from + data.length), ...table, ...data])
}

export const srgbProfile = makeProfile()

export const xmpPacket =
  `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>` +
  `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
  `<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">` +
  `<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>` +
  `</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>`

/** No two copies differ by it, and none is told from another. */
export const neutralId = `[<${"00".repeat(16)}><${"00".repeat(16)}>]`

/** Languages that a copy may say of itself: by its own letters, never by the file that it was made from. */
export const layerLanguages = ["kk", "ru", "en"] as const

/** What the layer's letters are: Kazakh has some of its own, Russian has Cyrillic, the rest is English. */
export const languageOf = (text: string): (typeof layerLanguages)[number] => {
  const count = (letters: RegExp): number => text.match(letters)?.length ?? 0
  const cyrillic = count(/\p{Script=Cyrillic}/gu)
  if (cyrillic <= count(/\p{Script=Latin}/gu)) return "en"
  return count(/[әғқңөұүһі]/giu) > cyrillic * 0.02 ? "kk" : "ru"
}
