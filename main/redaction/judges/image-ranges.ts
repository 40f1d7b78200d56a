/** Where the samples of images stand in a PDF's bytes: a name there is pixels, and OCR's to judge. */

const asciiOf = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0))
const streamWord = asciiOf("stream")
const endWord = asciiOf("endstream")
const dictionaryReach = 2048

const indexOf = (bytes: Uint8Array, wanted: Uint8Array, from: number): number => {
  const [head = 0] = wanted
  for (let at = bytes.indexOf(head, from); at !== -1; at = bytes.indexOf(head, at + 1))
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return at
  return -1
}

/** The object's own dictionary: what stands before `stream`, from the last `obj` on. */
const dictionaryBefore = (bytes: Uint8Array, streamAt: number): string => {
  const before = new TextDecoder("latin1").decode(bytes.subarray(Math.max(0, streamAt - dictionaryReach), streamAt))
  return before.slice(before.lastIndexOf(" obj") + 1)
}

/** Half-open ranges, in order. A stream that never ends is not skipped. */
export const imageRanges = (bytes: Uint8Array): [start: number, end: number][] => {
  const ranges: [number, number][] = []
  let at = indexOf(bytes, streamWord, 0)
  while (at !== -1) {
    const end = indexOf(bytes, endWord, at + streamWord.length)
    if (end === -1) break
    if (/\/Subtype\s*\/Image\b/u.test(dictionaryBefore(bytes, at))) ranges.push([at, end])
    at = indexOf(bytes, streamWord, end + endWord.length)
  }
  return ranges
}
