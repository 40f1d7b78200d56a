/** Where the samples of images stand in a PDF's bytes: a name there is pixels, and OCR's to judge. */

import { isOpaque } from "./opaque.ts"

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
export const dictionaryBefore = (bytes: Uint8Array, streamAt: number): string => {
  const before = new TextDecoder("latin1").decode(bytes.subarray(Math.max(0, streamAt - dictionaryReach), streamAt))
  return before.slice(before.lastIndexOf(" obj") + 1)
}

export const isImageDictionary = (dictionary: string): boolean => /\/Subtype\s*\/Image\b/u.test(dictionary)

type Range = [start: number, end: number]

/** All streams, half open, from the word `stream` to before `endstream`. One that never ends is left out. */
export const streamRanges = (bytes: Uint8Array): Range[] => {
  const ranges: Range[] = []
  let at = indexOf(bytes, streamWord, 0)
  while (at !== -1) {
    const end = indexOf(bytes, endWord, at + streamWord.length)
    if (end === -1) break
    ranges.push([at, end])
    at = indexOf(bytes, streamWord, end + endWord.length)
  }
  return ranges
}

/** Half-open ranges, in order. A stream that never ends is not skipped. */
export const imageRanges = (bytes: Uint8Array): Range[] =>
  streamRanges(bytes).filter(([at]) => isImageDictionary(dictionaryBefore(bytes, at)))

/** Where the data of a stream begins, from the word `stream`. */
export const dataStart = (bytes: Uint8Array, at: number): number => {
  const start = at + streamWord.length
  if (bytes[start] === 13 && bytes[start + 1] === 10) return start + 2
  return bytes[start] === 10 || bytes[start] === 13 ? start + 1 : start
}

/** Streams that are no text, as they stand unpacked. */
export const opaqueRanges = (bytes: Uint8Array): Range[] =>
  streamRanges(bytes).filter(
    ([at, end]) =>
      isImageDictionary(dictionaryBefore(bytes, at)) || isOpaque(bytes.subarray(dataStart(bytes, at), end)),
  )

/** Parts of the file between ranges. */
export const between = (length: number, skipped: readonly (readonly [number, number])[]): Range[] => {
  const parts: Range[] = []
  let from = 0
  for (const [start, end] of skipped) {
    parts.push([from, start])
    from = end
  }
  return [...parts, [from, length]]
}
