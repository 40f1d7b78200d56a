/** What must never be found, in every form in which it could lie around. */
export interface Needle {
  readonly name: string
  readonly bytes: Buffer
}

/** Base64 of `bytes` as it shows inside a longer text: at each of the three ways in which it can be cut into triples. */
const base64Middles = (bytes: Buffer): Buffer[] =>
  [0, 1, 2].map((shift) => {
    const padded = Buffer.concat([Buffer.alloc(shift), bytes]).toString("base64")
    // The first and last letters depend on the neighbours; what is between does not.
    return Buffer.from(padded.slice(shift === 0 ? 0 : 4, padded.length - 4))
  })

const encoded = (name: string, bytes: Buffer): Needle[] => [
  { name: `${name} (hex)`, bytes: Buffer.from(bytes.toString("hex")) },
  { name: `${name} (HEX)`, bytes: Buffer.from(bytes.toString("hex").toUpperCase()) },
  ...base64Middles(bytes).map((middle, shift) => ({ name: `${name} (base64, shift ${shift})`, bytes: middle })),
]

/** Text as UTF-8, UTF-16, hex and base64. */
export const textNeedles = (name: string, text: string): Needle[] => {
  const utf8 = Buffer.from(text, "utf8")
  const utf16 = Buffer.from(text, "utf16le")
  return [{ name: `${name} (UTF-8)`, bytes: utf8 }, { name: `${name} (UTF-16)`, bytes: utf16 }, ...encoded(name, utf8)]
}

/** A key or a hash: raw, hex and base64. */
export const byteNeedles = (name: string, bytes: Uint8Array): Needle[] => [
  { name: `${name} (raw)`, bytes: Buffer.from(bytes) },
  ...encoded(name, Buffer.from(bytes)),
]

/** Names of the needles that are in `haystack`. */
export const findNeedles = (haystack: Buffer, needles: readonly Needle[]): string[] =>
  needles.filter(({ bytes }) => haystack.includes(bytes)).map(({ name }) => name)

export const longestNeedle = (needles: readonly Needle[]): number =>
  Math.max(...needles.map(({ bytes }) => bytes.length))
