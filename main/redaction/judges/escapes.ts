/**
 * Text that stands in a file written otherwise than it reads: percent signs, entities, backslashes, base64. One decoded
 * variant for each way of writing that occurs; each is searched like the text itself.
 */

/** Runs of base64 this long can hold a name of six ASCII letters. */
const base64Run = /[A-Za-z0-9+/_-]{8,}(?:\s*[A-Za-z0-9+/_-]{2,})*={0,2}/gu
const namedSigns: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  shy: "",
}

const utf8 = new TextDecoder("utf-8")
const cyrillic = new TextDecoder("windows-1251")

/** Bytes that were written out, as either of the encodings that such bytes are in. */
const both = (values: readonly number[]): string => {
  const bytes = Uint8Array.from(values)
  return `${utf8.decode(bytes)}\n${cyrillic.decode(bytes)}`
}

const pairsOf = (digits: string): number[] =>
  (digits.match(/[0-9a-f]{2}/giu) ?? []).map((pair) => Number.parseInt(pair, 16))
const pointOf = (code: number): string => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "")

/** Sign + two hex digits, as in addresses, mail and PDF names; what is not written so stays as it is. */
const byPairs = (text: string, run: RegExp): string[] => {
  if (!run.test(text)) return []
  const as = (decoder: { decode(bytes: Uint8Array): string }): string =>
    text.replace(run, (written) => decoder.decode(Uint8Array.from(pairsOf(written))))
  return [as(utf8), as(cyrillic)]
}

const entities = (text: string): string[] =>
  text.includes("&")
    ? [
        text.replace(
          /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));?/giu,
          (whole, hex?: string, decimal?: string, name?: string) => {
            if (hex !== undefined) return pointOf(Number.parseInt(hex, 16))
            if (decimal !== undefined) return pointOf(Number(decimal))
            return namedSigns[(name ?? "").toLowerCase()] ?? whole
          },
        ),
      ]
    : []

const backslashes = (text: string): string[] =>
  /\\[ux]/u.test(text)
    ? [
        text.replace(
          /\\u\{([0-9a-f]{1,6})\}|\\u([0-9a-f]{4})|\\x([0-9a-f]{2})/giu,
          (_, long?: string, four?: string, two?: string) => pointOf(Number.parseInt(long ?? four ?? two ?? "", 16)),
        ),
      ]
    : []

const bytesOfBase64 = (written: string): Uint8Array | undefined => {
  const letters = written.replace(/\s/gu, "").replace(/-/gu, "+").replace(/_/gu, "/").replace(/=+$/u, "")
  if (letters.length % 4 === 1) return undefined
  return Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0))
}

/** What base64 in `text` says, every run; also as UTF-16, in which some programs write before they encode. */
const fromBase64 = (text: string): string[] => {
  const said: string[] = []
  for (const [written] of text.matchAll(base64Run)) {
    const bytes = bytesOfBase64(written)
    if (bytes === undefined) continue
    said.push(both([...bytes]))
    if (bytes.includes(0))
      said.push(new TextDecoder("utf-16le").decode(bytes), new TextDecoder("utf-16be").decode(bytes))
  }
  return said.length === 0 ? [] : [said.join("\n")]
}

/** Longer files are read piece by piece; a name across the cut stands in both. */
const pieceLength = 4_000_000
const overlap = 4_000

const piecesOf = (text: string): string[] => {
  const pieces: string[] = []
  for (let at = 0; at === 0 || at + overlap < text.length; at += pieceLength)
    pieces.push(text.slice(at, at + pieceLength + overlap))
  return pieces
}

const decodedPiece = (text: string): string[] => [
  ...byPairs(text, /(?:%[0-9a-f]{2})+/giu),
  ...byPairs(text.replace(/=\r?\n/gu, ""), /(?:=[0-9a-f]{2})+/giu),
  ...byPairs(text, /(?:#[0-9a-f]{2})+/giu),
  ...entities(text),
  ...backslashes(text),
  ...fromBase64(text),
]

/** Every other reading of `text`; readings of readings once. */
export const otherReadings = (text: string): string[] =>
  piecesOf(text).flatMap((piece) => {
    const once = decodedPiece(piece)
    return [...once, ...once.flatMap((reading) => (reading.length < pieceLength ? decodedPiece(reading) : []))]
  })
