/** The byte forms in which a name can stand in a file. */

export interface TextEncoding {
  readonly name: string
  /** ASCII stands in it as it does in UTF-8, so that nothing is gained by searching for that twice. */
  readonly extendsAscii: boolean
  /** undefined where the encoding cannot say it. */
  readonly encode: (text: string) => Uint8Array | undefined
  readonly decode: (bytes: Uint8Array) => string
}

const utf8: TextEncoding = {
  name: "UTF-8",
  extendsAscii: false,
  encode: (text) => new TextEncoder().encode(text),
  decode: (bytes) => new TextDecoder("utf-8").decode(bytes),
}

const utf16 = (name: string, littleEndian: boolean): TextEncoding => ({
  name,
  extendsAscii: false,
  encode: (text) => {
    const bytes = new Uint8Array(text.length * 2)
    const view = new DataView(bytes.buffer)
    for (let unit = 0; unit < text.length; unit += 1) view.setUint16(unit * 2, text.charCodeAt(unit), littleEndian)
    return bytes
  },
  decode: (bytes) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    let text = ""
    for (let at = 0; at + 1 < bytes.length; at += 2) text += String.fromCharCode(view.getUint16(at, littleEndian))
    return text
  },
})

const singleByte = (label: string): TextEncoding => {
  const decoder = new TextDecoder(label)
  const codes = new Map<string, number>()
  for (let code = 0; code < 256; code += 1) codes.set(decoder.decode(Uint8Array.of(code)), code)
  return {
    name: label,
    extendsAscii: true,
    encode: (text) => {
      const bytes = new Uint8Array(text.length)
      for (let unit = 0; unit < text.length; unit += 1) {
        const code = codes.get(text[unit] ?? "")
        if (code === undefined) return undefined
        bytes[unit] = code
      }
      return bytes
    },
    decode: (bytes) => new TextDecoder(label).decode(bytes),
  }
}

/** The encodings themselves. Latin-1 also stands for PDFDocEncoding, whose letters are the same. */
export const plainEncodings: readonly TextEncoding[] = [
  utf8,
  utf16("UTF-16BE", false),
  utf16("UTF-16LE", true),
  singleByte("windows-1251"),
  singleByte("ibm866"),
  singleByte("koi8-r"),
  singleByte("latin1"),
]

const everyByte = Array.from({ length: 256 }, (_, byte) => byte)
const ascii = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0))
const lowerHex = everyByte.map((byte) => ascii(byte.toString(16).padStart(2, "0")))
const upperHex = everyByte.map((byte) => ascii(byte.toString(16).padStart(2, "0").toUpperCase()))
const octal = everyByte.map((byte) => ascii(`\\${byte.toString(8).padStart(3, "0")}`))

/** Every byte written out as its `spellings` say, all of one length; no strings on the way, for long lists of words. */
const spelled = (bytes: Uint8Array, spellings: readonly Uint8Array[]): Uint8Array => {
  const length = spellings[0]?.length ?? 0
  const written = new Uint8Array(bytes.length * length)
  for (let at = 0; at < bytes.length; at += 1) {
    const spelling = spellings[bytes[at] ?? 0]
    for (let sign = 0; sign < length; sign += 1) written[at * length + sign] = spelling?.[sign] ?? 0
  }
  return written
}

const inHex = (inner: TextEncoding, upper: boolean): TextEncoding => ({
  name: `${inner.name} in hex`,
  extendsAscii: inner.extendsAscii,
  encode: (text) => {
    const bytes = inner.encode(text)
    return bytes === undefined ? undefined : spelled(bytes, upper ? upperHex : lowerHex)
  },
  decode: (bytes) => {
    const digits = String.fromCharCode(...bytes)
    const pairs = digits.match(/[0-9a-f]{2}/giu) ?? []
    return inner.decode(Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16)))
  },
})

const inOctal = (inner: TextEncoding): TextEncoding => ({
  name: `${inner.name} in octal escapes`,
  extendsAscii: inner.extendsAscii,
  encode: (text) => {
    const bytes = inner.encode(text)
    return bytes === undefined ? undefined : spelled(bytes, octal)
  },
  decode: (bytes) => {
    const escapes = String.fromCharCode(...bytes).match(/[0-7]{3}/gu) ?? []
    return inner.decode(Uint8Array.from(escapes, (digits) => Number.parseInt(digits, 8) & 0xff))
  },
})

/** All byte forms that are searched for. */
export const searchedEncodings: readonly TextEncoding[] = [
  ...plainEncodings,
  ...plainEncodings.slice(0, 4).flatMap((encoding) => [inHex(encoding, false), inHex(encoding, true)]),
  ...plainEncodings.slice(0, 4).map(inOctal),
]
