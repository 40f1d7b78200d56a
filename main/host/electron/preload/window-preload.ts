/** Before the window's page, in a world of its own: holds the port to the engine and gives the page `window.host`. */
import { contextBridge, ipcRenderer, webUtils } from "electron"
import type { Reply } from "../../../../shared/contract/call.ts"
import type { EngineEvent } from "../../../../shared/contract/events.ts"
import type { Offered, WindowHost } from "../../../../shared/contract/host.ts"
import { clearCopied, copyForAMinute } from "../../page/clipboard.ts"
import { swallowBrowserKeys } from "../../page/keys.ts"
import { actChannel, mediaOrigin, portChannel, readyChannel, type ShellAct } from "../wire.ts"

type ToEngine =
  | { readonly kind: "call"; readonly name: string; readonly input: unknown }
  | { readonly kind: "saveText"; readonly ticket: string; readonly text: string }
type FromEngine =
  | { readonly kind: "reply"; readonly id: number; readonly reply: Reply<unknown> }
  | { readonly kind: "event"; readonly event: EngineEvent }

let nextId = 1
const waiting = new Map<number, (reply: Reply<unknown>) => void>()
const listeners = new Set<(event: EngineEvent) => void>()

const port = new Promise<MessagePort>((resolve) => {
  ipcRenderer.once(portChannel, (event) => {
    const [first] = event.ports
    if (first === undefined) return
    first.onmessage = ({ data }: MessageEvent<FromEngine>) => {
      if (data.kind === "event") {
        for (const listener of listeners) listener(data.event)
        return
      }
      waiting.get(data.id)?.(data.reply)
      waiting.delete(data.id)
    }
    resolve(first)
  })
})
ipcRenderer.send(readyChannel)

const ask = async (message: ToEngine): Promise<Reply<unknown>> => {
  const open = await port
  return new Promise((resolve) => {
    const id = nextId++
    waiting.set(id, resolve)
    open.postMessage({ ...message, id })
  })
}

/** @throws Error with the fault's code as its message */
const act = async (message: ShellAct): Promise<unknown> => {
  const reply = (await ipcRenderer.invoke(actChannel, message)) as Reply<unknown>
  if (!reply.ok) throw new Error(reply.fault.code)
  return reply.result
}

const host: WindowHost<File> = {
  kind: "electron",
  version: __SAQTA_VERSION__,
  call: (name, input) => ask({ kind: "call", name, input }),
  onEvent: (listener) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
  pick: async (pick) => (await act({ kind: "pick", pick })) as readonly Offered[],
  offer: async (files) => {
    // A File that the page made up has no path.
    const paths = files.map((file) => webUtils.getPathForFile(file)).filter((path) => path !== "")
    return paths.length === 0 ? [] : ((await act({ kind: "offer", paths })) as readonly Offered[])
  },
  reveal: async (token) => void (await act({ kind: "reveal", token })),
  lock: async () => {
    await clearCopied()
    await act({ kind: "lock" })
  },
  mediaAddress: (evidenceId) => `${mediaOrigin}/${encodeURIComponent(evidenceId)}`,
  copy: copyForAMinute,
  saveText: async (name, text) => {
    const ticket = (await act({ kind: "saveTicket", name })) as string | null
    if (ticket === null) return false
    const reply = await ask({ kind: "saveText", ticket, text })
    if (!reply.ok) throw new Error(reply.fault.code)
    return true
  },
}

contextBridge.exposeInMainWorld("host", host)
swallowBrowserKeys()
