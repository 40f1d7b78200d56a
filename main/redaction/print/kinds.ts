const office = /^application\/vnd\.(?:openxmlformats-officedocument|oasis\.opendocument)\./
const flowing: ReadonlySet<string> = new Set([
  "text/plain",
  "text/html",
  "message/rfc822",
  "application/mbox",
  "application/warc",
])

/** Whether pages must be made of it before it can be redacted. */
export const isRendered = (mediaType: string): boolean => flowing.has(mediaType) || office.test(mediaType)
