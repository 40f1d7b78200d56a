/** The engine's end of the link to its shell: Node's fork channel, or the parent port of an Electron utilityProcess. */
import type { ParserSpawner } from "../workers/spawner.ts"
import { electronShellLink } from "./electron/engine-port.ts"
import { isRecord, type MessageLink, type StartEngine } from "./wire.ts"

export interface ShellLink {
  readonly shell: MessageLink
  onStart(listener: (start: StartEngine) => void): void
  /** Called with each window's own port (Electron); never where the shell relays (Chromium). */
  onWindow(listener: (window: MessageLink) => void): void
  /** How parsers start, where the shell must do it; undefined: the engine starts them itself. */
  readonly parserSpawner: ParserSpawner | undefined
  /** Ends this process once what was posted has left it. */
  end(): void
}

const nodeShellLink = (): ShellLink => {
  // Subtle: Ctrl+C reaches the whole group; this process ends when its shell says so, with the vault closed in order.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => undefined)
  return {
    shell: {
      post: (message) => void process.send?.(message, undefined, undefined, () => undefined),
      onMessage: (listener) => void process.on("message", listener),
      onClose: (listener) => void process.on("disconnect", listener),
    },
    onStart: (listener) =>
      void process.once("message", (message) => {
        if (isRecord(message) && message["kind"] === "start") listener(message as unknown as StartEngine)
      }),
    onWindow: () => undefined,
    parserSpawner: undefined,
    // Subtle: `exit` would cut off the reply that is still on its way; leaving the channel lets it drain.
    end: () => setTimeout(() => process.exit(0), 50).unref(),
  }
}

export const shellLink = (): ShellLink => electronShellLink() ?? nodeShellLink()
