/** The byte forms in which a name can stand in a file. */

export interface TextEncoding {
  readonly name: string
  /** undefined where the encoding cannot say it. */
  readonly encode: (text: string) => Uint8Array | undefined
  readonly decode: (bytes: Uint8Array) => string
}

const utf8: TextEncoding = {
  name: "UTF-8",
  encode: (text) => new TextEncoder().encode(text),
  decode: (bytes) => new TextDecoder("utf-8").decode(bytes),
}

const utf16 = (name: string, littleEndian: boolean): TextEncoding => ({
  name,
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

const hexPairs = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")
const ascii = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0))

const inHex = (inner: TextEncoding, upper: boolean): TextEncoding => ({
  name: `${inner.name} in hex`,
  encode: (text) => {
    const bytes = inner.encode(text)
    if (bytes === undefined) return undefined
    const hex = hexPairs(bytes)
    return ascii(upper ? hex.toUpperCase() : hex)
  },
  decode: (bytes) => {
    const digits = String.fromCharCode(...bytes)
    const pairs = digits.match(/[0-9a-f]{2}/giu) ?? []
    return inner.decode(Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16)))
  },
})

const inOctal = (inner: TextEncoding): TextEncoding => ({
  name: `${inner.name} in octal escapes`,
  encode: (text) => {
    const bytes = inner.encode(text)
    return bytes === undefined
      ? undefined
      : ascii(Array.from(bytes, (byte) => `\\${byte.toString(8).padStart(3, "0")}`).join(""))
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
