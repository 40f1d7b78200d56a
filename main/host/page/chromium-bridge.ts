/** Runs in the page before any of its own scripts: builds `window.host` on Chromium's binding. */
import type { Reply } from "../../../shared/contract/call.ts"
import type { EngineEvent } from "../../../shared/contract/events.ts"
import type { Offered, PickKind, WindowHost } from "../../../shared/contract/host.ts"
import { bindingName, type FromPage, receiverName, type ToPage } from "../chromium/bridge-wire.ts"
import { pickFilesByInput } from "./file-input.ts"
import { clearCopied, copyForAMinute } from "./clipboard.ts"
import { decodeBytes, encodeBytes } from "./base64.ts"
import { swallowBrowserKeys } from "./keys.ts"

type WithoutId<T> = T extends unknown ? Omit<T, "id"> : never

const globals = globalThis as unknown as Record<string, unknown>
const binding = globals[bindingName] as (text: string) => void
Reflect.deleteProperty(globalThis, bindingName)

let nextId = 1
const waiting = new Map<number, (reply: Reply<unknown>) => void>()
const held = new Map<number, readonly File[]>()
const listeners = new Set<(event: EngineEvent) => void>()

const encode = (message: FromPage): string =>
  JSON.stringify(message, (_key, value: unknown) =>
    value instanceof Uint8Array ? { $bytes: encodeBytes(value) } : value,
  )

const decode = (text: string): ToPage =>
  JSON.parse(text, (_key, value: unknown) => {
    const bytes = (value as { $bytes?: unknown } | null)?.$bytes
    return typeof bytes === "string" ? decodeBytes(bytes) : value
  }) as ToPage

const ask = (message: WithoutId<FromPage>, files: readonly File[] = []): Promise<Reply<unknown>> =>
  new Promise((resolve) => {
    const id = nextId++
    waiting.set(id, resolve)
    if (files.length > 0) held.set(id, files)
    binding(encode({ ...message, id }))
  })

const must = async (asked: Promise<Reply<unknown>>): Promise<unknown> => {
  const reply = await asked
  if (!reply.ok) throw new Error(reply.fault.code)
  return reply.result
}

const offer = async (files: readonly File[]): Promise<readonly Offered[]> =>
  files.length === 0 ? [] : ((await must(ask({ kind: "offer", count: files.length }, files))) as readonly Offered[])

const receiver = Object.freeze({
  receive: (text: string): void => {
    const message = decode(text)
    if (message.kind === "event") {
      for (const listener of listeners) listener(message.event)
      return
    }
    const answer = waiting.get(message.id)
    waiting.delete(message.id)
    held.delete(message.id)
    answer?.(message.reply)
  },
  /** The shell takes each file from here, to ask the browser for its path. */
  held: (id: number, index: number): File | undefined => held.get(id)?.[index],
})

const host: WindowHost<File> = {
  kind: "chromium",
  version: __SAQTA_VERSION__,
  call: (name, input) => ask({ kind: "call", name, input }),
  onEvent: (listener) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
  pick: async (kind: PickKind) =>
    kind === "files"
      ? offer(await pickFilesByInput())
      : ((await must(ask({ kind: "pickFolder", pick: kind }))) as readonly Offered[]),
  offer,
  reveal: async (token) => void (await must(ask({ kind: "reveal", token }))),
  lock: async () => {
    await clearCopied()
    await ask({ kind: "lock" })
  },
  mediaAddress: (evidenceId) => `https://media.invalid/${encodeURIComponent(evidenceId)}`,
  copy: copyForAMinute,
  saveText: async (name, text) => (await must(ask({ kind: "saveText", name, text }))) as boolean,
}

if (location.origin === "https://vault.invalid" && window === window.top) {
  Object.defineProperty(globalThis, "host", { value: Object.freeze(host) })
  Object.defineProperty(globalThis, receiverName, { value: receiver })
  swallowBrowserKeys()
}
