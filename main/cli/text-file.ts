import { Fault } from "../../shared/faults.ts"

/**
 * Lines of a UTF-8 file: a byte order mark and carriage returns are dropped, the last line needs no newline.
 * @throws Fault "terms-unreadable" where it is not UTF-8
 */
export const decodeLines = (bytes: Uint8Array): readonly string[] => {
  try {
    // The decoder drops the byte order mark itself.
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes)
    const lines = text.replaceAll("\r", "").split("\n")
    return lines.at(-1) === "" ? lines.slice(0, -1) : lines
  } catch (error) {
    throw new Fault("terms-unreadable", {}, error)
  }
}

/**
 * Words to cover, one literal a line, empty lines left out.
 * @throws Fault "term-too-short" (with the line) for a term of one letter or of signs only, "nothing-chosen" where there is none
 */
export const termsOf = (lines: readonly string[]): string[] => {
  const terms = lines.map((line) => line.trim())
  terms.forEach((term, index) => {
    if (term !== "" && (term.normalize("NFC").match(/[\p{L}\p{N}]/gu) ?? []).length < 2)
      throw new Fault("term-too-short", { line: index + 1 })
  })
  const chosen = terms.filter((term) => term !== "")
  if (chosen.length === 0) throw new Fault("nothing-chosen", { kind: "term" })
  return chosen
}
