/** Commands and events of the DevTools protocol over one line (https://chromedevtools.github.io/devtools-protocol/). */
import type { CdpMessage } from "./pipe.ts"
import type { Line } from "./multiplexer.ts"

type Params = Record<string, unknown>
type EventListener = (params: Params, sessionId: string | undefined) => void

export interface Cdp {
  /** Sends one command; `sessionId` names the target. Rejects with the protocol's own message. */
  send(method: string, params?: Params, sessionId?: string): Promise<Params>
  on(method: string, listener: EventListener): void
}

export const speakCdp = (line: Line): Cdp => {
  let nextId = 1
  const waiting = new Map<number, { resolve: (result: Params) => void; reject: (error: Error) => void }>()
  const listeners = new Map<string, EventListener[]>()
  const settle = (id: number, message: CdpMessage): void => {
    const asked = waiting.get(id)
    waiting.delete(id)
    if (message.error === undefined) asked?.resolve(message.result ?? {})
    else asked?.reject(new Error(message.error.message))
  }
  line.onMessage((message) => {
    if (message.id !== undefined) {
      settle(message.id, message)
      return
    }
    for (const listener of listeners.get(message.method ?? "") ?? []) listener(message.params ?? {}, message.sessionId)
  })
  return {
    send: (method, params = {}, sessionId) =>
      new Promise((resolve, reject) => {
        const id = nextId++
        waiting.set(id, { resolve, reject })
        line.send({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) })
      }),
    on: (method, listener) => {
      listeners.set(method, [...(listeners.get(method) ?? []), listener])
    },
  }
}
