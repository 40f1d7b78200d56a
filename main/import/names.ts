/*
 * File names are bytes on Linux and UTF-16 on Windows, and may hold what no screen should obey: line breaks, terminal
 * escapes, marks that turn the direction of writing, bytes that are no UTF-8. They are kept, written visibly:
 *
 *   \            → \\           (so that what follows can be told from a name that says the same)
 *   LF CR TAB    → \n \r \t
 *   a byte that is no UTF-8          → \xff
 *   another character of that kind   → \u{202e}
 */

// Controls, format characters (bidi marks, zero-width, soft hyphen, tags), line and paragraph separators, lone
// surrogates, unassigned and private use: nothing that a name needs to be read. The joiners are what Indic and Persian
// names, and emoji, are written with; next to a letter they do no harm.
const unsafe = /[\\\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Cn}\p{Co}]/gu
const short: Readonly<Record<string, string>> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" }

const escaped = (character: string): string =>
  short[character] ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}}`

/** Text with every unsafe character written visibly, for names that a system gives as text. */
export const shownText = (text: string): string => text.replace(unsafe, escaped)

const decode = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** How many bytes the first byte of a UTF-8 sequence announces; 1 for what announces nothing. */
const announced = (first: number): number => (first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1)

/** A name as bytes, written so that it is safe to show, and no two names are written alike. */
export const shownName = (name: Uint8Array): string => {
  const whole = decode(name)
  if (whole !== undefined) return shownText(whole)
  let shown = ""
  for (let at = 0; at < name.length; ) {
    const length = announced(name[at] ?? 0)
    const character = decode(name.subarray(at, at + length))
    if (character === undefined) shown += `\\x${(name[at] ?? 0).toString(16).padStart(2, "0")}`
    else shown += shownText(character)
    at += character === undefined ? 1 : length
  }
  return shown
}

const longestNameBytes = 255
// What Windows refuses in a name; a vault's files are carried between systems.
const refused = /[<>:"/\\|?*\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/** A name that every system takes: at most 255 bytes, its extension kept, never hidden, never empty. */
export const safeFileName = (shown: string): string => {
  const plain = shown
    .replace(refused, "_")
    .replace(/^\.+|[. ]+$/g, "_")
    .trim()
  const name = plain === "" || reserved.test(plain) ? `_${plain}` : plain
  const extension = /\.[\p{L}\p{N}]{1,10}$/u.exec(name)?.[0] ?? ""
  let stem = Array.from(name.slice(0, name.length - extension.length))
  while (Buffer.byteLength(stem.join("") + extension) > longestNameBytes) stem = stem.slice(0, -1)
  return stem.join("") + extension
}
