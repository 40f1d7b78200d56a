/**
 * The DevTools pipe: JSON messages, each ended by one NUL byte, UTF-8
 * (`--remote-debugging-pipe`: Chromium reads descriptor 3 and writes descriptor 4). No port is open.
 */
import type { Readable, Writable } from "node:stream"

export interface CdpMessage {
  readonly id?: number
  readonly sessionId?: string
  readonly method?: string
  readonly params?: Record<string, unknown>
  readonly result?: Record<string, unknown>
  readonly error?: { readonly message: string }
}

/** Cuts a byte stream at NULs. Parts are kept as they come, so a 100 MB message is copied once. */
export const makeFrameReader = (onMessage: (message: CdpMessage) => void): ((chunk: Buffer) => void) => {
  let parts: Buffer[] = []
  return (chunk) => {
    let start = 0
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, start)) {
      parts.push(chunk.subarray(start, end))
      const whole = Buffer.concat(parts)
      parts = []
      start = end + 1
      onMessage(JSON.parse(whole.toString("utf8")) as CdpMessage)
    }
    if (start < chunk.length) parts.push(chunk.subarray(start))
  }
}

export interface Pipe {
  send(message: CdpMessage): void
  onMessage(listener: (message: CdpMessage) => void): void
  onClose(listener: () => void): void
}

export const openPipe = (writeEnd: Writable, readEnd: Readable): Pipe => {
  const listeners: ((message: CdpMessage) => void)[] = []
  readEnd.on(
    "data",
    makeFrameReader((message) => listeners.forEach((listener) => listener(message))),
  )
  // A browser that ends breaks the pipe under us; `onClose` tells it, an unheard "error" would end the shell.
  writeEnd.on("error", () => undefined)
  readEnd.on("error", () => undefined)
  return {
    send: (message) => void writeEnd.write(`${JSON.stringify(message)}\0`),
    onMessage: (listener) => void listeners.push(listener),
    onClose: (listener) => void readEnd.once("close", listener),
  }
}
