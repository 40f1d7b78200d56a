import type { Reply } from "../../shared/contract/call.ts"
import type { EngineEvent } from "../../shared/contract/events.ts"
import type { Offered } from "../../shared/contract/host.ts"
import { Fault } from "../../shared/faults.ts"
import type { FromEngine, MessageLink, ShellRequest } from "./wire.ts"

/** The shell's end of the link to its engine. */
export interface EngineLink {
  call(name: string, input: unknown): Promise<Reply<unknown>>
  offer(paths: readonly string[]): Promise<readonly Offered[]>
  /** The path behind a token. @throws Fault "not-found" */
  resolve(token: string): Promise<string>
  /** A ticket for writing one text to `path`, to be handed to the window. */
  ticket(path: string): Promise<string>
  saveText(ticket: string, text: string): Promise<void>
  /** Closes the vault in order. Resolves also when the engine is already gone. */
  close(): Promise<void>
  onEvent(listener: (event: EngineEvent) => void): void
  onGone(listener: () => void): void
  /** Whether a vault has been opened in this engine: if so, there is something to lock. */
  isOpen(): boolean
}

const closeTimeoutMs = 5_000

/** Closes the vault in order, but does not wait for ever: the kill follows in any case. */
export const closeInTime = (engine: EngineLink): Promise<void> =>
  Promise.race([engine.close(), new Promise<void>((resolve) => setTimeout(resolve, closeTimeoutMs).unref())])

type WithoutId<T> = T extends unknown ? Omit<T, "id"> : never

const gone: Reply<never> = { ok: false, fault: { code: "internal", detail: { engine: "gone" } } }

const unwrap = (reply: Reply<unknown>): unknown => {
  if (reply.ok) return reply.result
  throw new Fault(reply.fault.code, reply.fault.detail)
}

/** Numbers requests and matches replies; every request still open when the engine ends is answered with a fault. */
export const linkEngine = (link: MessageLink): EngineLink => {
  let nextId = 1
  let isGone = false
  let isOpen = false
  const waiting = new Map<number, (reply: Reply<unknown>) => void>()
  const eventListeners: ((event: EngineEvent) => void)[] = []
  const goneListeners: (() => void)[] = []
  link.onMessage((raw) => {
    const message = raw as FromEngine
    if (message.kind === "event") {
      if (message.event.kind === "vault.opened") isOpen = true
      for (const listener of eventListeners) listener(message.event)
      return
    }
    // Subtle: prints travel on this link too, with numbers of their own.
    if (message.kind !== "reply") return
    waiting.get(message.id)?.(message.reply)
    waiting.delete(message.id)
  })
  link.onClose(() => {
    isGone = true
    for (const answer of waiting.values()) answer(gone)
    waiting.clear()
    for (const listener of goneListeners) listener()
  })
  const ask = (request: WithoutId<ShellRequest>): Promise<Reply<unknown>> =>
    isGone
      ? Promise.resolve(gone)
      : new Promise((resolve) => {
          const id = nextId++
          waiting.set(id, resolve)
          link.post({ ...request, id })
        })
  return {
    call: (name, input) => ask({ kind: "call", name, input }),
    offer: async (paths) => unwrap(await ask({ kind: "offer", paths })) as readonly Offered[],
    resolve: async (token) => unwrap(await ask({ kind: "resolve", token })) as string,
    ticket: async (path) => unwrap(await ask({ kind: "ticket", path })) as string,
    saveText: async (ticket, text) => void unwrap(await ask({ kind: "saveText", ticket, text })),
    close: async () => void (await ask({ kind: "close" })),
    onEvent: (listener) => void eventListeners.push(listener),
    onGone: (listener) => void goneListeners.push(listener),
    isOpen: () => isOpen,
  }
}
