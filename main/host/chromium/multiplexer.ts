/**
 * Several speakers on one DevTools pipe: the shell, and in tests Playwright. Each has its own message ids and its
 * own browser session (`Target.attachToBrowserTarget`), so neither sees the other's answers or events.
 */
import type { CdpMessage, Pipe } from "./pipe.ts"

export interface Line {
  send(message: CdpMessage): void
  onMessage(listener: (message: CdpMessage) => void): void
}

interface Speaker {
  /** The browser session of this speaker; undefined for the first, who uses the pipe's own. */
  readonly rootSession: string | undefined
  hear(message: CdpMessage): void
}

const attachedSession = (message: CdpMessage): string | undefined =>
  message.method === "Target.attachedToTarget" ? (message.params?.["sessionId"] as string) : undefined

const stripSession = (message: CdpMessage, rootSession: string | undefined): CdpMessage => {
  if (rootSession === undefined || message.sessionId !== rootSession) return message
  const stripped = { ...message }
  delete (stripped as { sessionId?: string }).sessionId
  return stripped
}

export interface Wire {
  openLine(kind: "root" | "session"): Promise<Line>
}

export const multiplex = (pipe: Pipe): Wire => {
  let nextId = 1
  const waiting = new Map<number, { id: number; speaker: Speaker }>()
  const ownerOf = new Map<string, Speaker>()
  const roots: Speaker[] = []

  const routeEvent = (message: CdpMessage): void => {
    const owner = message.sessionId === undefined ? undefined : ownerOf.get(message.sessionId)
    const hearers = owner === undefined ? roots : [owner]
    for (const speaker of hearers) {
      const session = attachedSession(message)
      if (session !== undefined) ownerOf.set(session, speaker)
      speaker.hear(stripSession(message, speaker.rootSession))
    }
  }

  pipe.onMessage((message) => {
    if (message.id === undefined) {
      routeEvent(message)
      return
    }
    const asked = waiting.get(message.id)
    waiting.delete(message.id)
    asked?.speaker.hear(stripSession({ ...message, id: asked.id }, asked.speaker.rootSession))
  })

  const sendFor = (speaker: Speaker, message: CdpMessage): void => {
    const id = nextId++
    if (message.id !== undefined) waiting.set(id, { id: message.id, speaker })
    const sessionId = message.sessionId ?? speaker.rootSession
    pipe.send({ ...message, id, ...(sessionId === undefined ? {} : { sessionId }) })
  }

  const attach = (): Promise<string> =>
    new Promise((resolve) => {
      const hear = (message: CdpMessage): void => {
        if (message.id === 0) resolve(message.result?.["sessionId"] as string)
      }
      sendFor({ rootSession: undefined, hear }, { id: 0, method: "Target.attachToBrowserTarget" })
    })

  return {
    openLine: async (kind) => {
      const listeners: ((message: CdpMessage) => void)[] = []
      const rootSession = kind === "root" ? undefined : await attach()
      const speaker: Speaker = { rootSession, hear: (message) => listeners.forEach((listener) => listener(message)) }
      if (rootSession === undefined) roots.push(speaker)
      else ownerOf.set(rootSession, speaker)
      return {
        send: (message) => sendFor(speaker, message),
        onMessage: (listener) => void listeners.push(listener),
      }
    },
  }
}
