/** The parser in a hidden, sandboxed page: the same operations as on Node, over the port that its preload hands it. */
import { serve } from "../../workers/parser/entry-core.ts"
import { operations } from "../../workers/parser/operations.ts"
import type { ToParser } from "../../workers/parser/protocol.ts"
import { portChannel } from "../electron/wire.ts"

const begin = (port: MessagePort): void =>
  serve(
    {
      // Subtle: ports to the engine's process take no buffers along, so `transfer` is not passed on.
      post: (message) => port.postMessage(message),
      onMessage: (listener) => {
        port.onmessage = (event: MessageEvent<ToParser>) => listener(event.data)
      },
    },
    operations,
  )

addEventListener("message", (event) => {
  const [port] = event.ports
  if (event.source === window && event.data === portChannel && port !== undefined) begin(port)
})
