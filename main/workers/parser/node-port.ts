import type { ParserPort, ToParser } from "./protocol.ts"

/** Node's channel to the parent, as a parser's port. The process ends when the parent is gone. */
export const nodePort = (): ParserPort => {
  process.on("disconnect", () => process.exit(0))
  return {
    post: (message) => process.send?.(message),
    onMessage: (listener) => process.on("message", (message) => listener(message as ToParser)),
  }
}
