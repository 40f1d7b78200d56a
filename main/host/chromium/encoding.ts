/** JSON with bytes: the pipe and the page's binding carry text only, so a Uint8Array travels as `{"$bytes": base64}`. */
export const encodeMessage = (message: unknown): string =>
  JSON.stringify(message, (_key, value: unknown) =>
    value instanceof Uint8Array
      ? { $bytes: Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString("base64") }
      : isBufferJson(value)
        ? { $bytes: Buffer.from(value.data).toString("base64") }
        : value,
  )

// Subtle: a Buffer's own toJSON runs before the replacer sees it.
const isBufferJson = (value: unknown): value is { type: "Buffer"; data: number[] } =>
  typeof value === "object" &&
  value !== null &&
  (value as { type?: unknown }).type === "Buffer" &&
  Array.isArray((value as { data?: unknown }).data)

export const decodeMessage = (text: string): unknown =>
  JSON.parse(text, (_key, value: unknown) => {
    const bytes = (value as { $bytes?: unknown } | null)?.$bytes
    return typeof bytes === "string" ? new Uint8Array(Buffer.from(bytes, "base64")) : value
  })
