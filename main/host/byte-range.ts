/** The part of a file that one media request asks for: [start, end). */
export interface ByteRange {
  readonly start: number
  readonly end: number
}

/** One answer never carries more than this, so that seeking in a long video stays quick and memory small. */
export const mediaPartBytes = 4 * 1024 * 1024

/**
 * Reads an HTTP `Range` header with a single range (RFC 9110, section 14.1.2), cut to `mediaPartBytes`.
 * Undefined: no such bytes (answer 416). `sizeBytes` is the whole file's size.
 */
export const parseRange = (header: string | undefined, sizeBytes: number): ByteRange | undefined => {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? "bytes=0-")
  if (match === null || sizeBytes === 0) return undefined
  const [, first = "", last = ""] = match
  if (first === "" && last === "") return undefined
  const start = first === "" ? Math.max(0, sizeBytes - Number(last)) : Number(first)
  const end = first === "" || last === "" ? sizeBytes : Math.min(sizeBytes, Number(last) + 1)
  if (start >= end) return undefined
  return { start, end: Math.min(end, start + mediaPartBytes) }
}

/** `Content-Range` of the answer 206. */
export const contentRange = ({ start, end }: ByteRange, sizeBytes: number): string =>
  `bytes ${start}-${end - 1}/${sizeBytes}`
