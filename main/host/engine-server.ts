import { writeFile } from "node:fs/promises"
import { basename } from "node:path"
import type { Reply } from "../../shared/contract/call.ts"
import type { EngineEvent } from "../../shared/contract/events.ts"
import { Fault, isFault } from "../../shared/faults.ts"
import { FileToken } from "../../shared/model/ids.ts"
import { systemRandom } from "../crypto/random.ts"
import type { Engine } from "../engine/engine.ts"
import { type FromEngine, isRecord, type MessageLink } from "./wire.ts"

/** Serves one engine to its windows and its shell. */
export interface EngineServer {
  /** A window may call, and write a text that the person asked to save. Nothing else is heard. */
  serveWindow(link: MessageLink): void
  /** The shell may also turn paths into tokens and back, and close the vault. */
  serveShell(link: MessageLink): void
  emit(event: EngineEvent): void
}

type Answer = (request: Record<string, unknown>) => Promise<unknown>

const settle = async (answer: () => Promise<unknown>): Promise<Reply<unknown>> => {
  try {
    return { ok: true, result: await answer() }
  } catch (error) {
    if (isFault(error)) return { ok: false, fault: { code: error.code, detail: error.detail } }
    return { ok: false, fault: { code: "internal", detail: {} } }
  }
}

const text = (value: unknown): string => {
  if (typeof value !== "string") throw new Fault("bad-input")
  return value
}

/** Writes a new file, for its owner alone. @throws Fault "target-exists", "io-error" */
const writeNewText = async (path: string, content: string): Promise<void> => {
  try {
    await writeFile(path, content, { flag: "wx", mode: 0o600 })
  } catch (error) {
    throw new Fault((error as NodeJS.ErrnoException).code === "EEXIST" ? "target-exists" : "io-error", {}, error)
  }
}

/** `end` is called after an ordered close: the process has nothing left to do. */
export const serveEngine = (engine: Engine, end: () => void): EngineServer => {
  const links = new Set<MessageLink>()
  const tickets = new Map<string, string>()

  const shellAnswers: Readonly<Record<string, Answer>> = {
    offer: (request) => {
      const paths = (request["paths"] as readonly unknown[]).map(text)
      return Promise.resolve(paths.map((path) => ({ token: engine.offer(path), name: basename(path) })))
    },
    resolve: (request) => Promise.resolve(engine.resolve(FileToken.parse(request["token"]))),
    ticket: (request) => {
      const ticket = Buffer.from(systemRandom(16)).toString("hex")
      tickets.set(ticket, text(request["path"]))
      return Promise.resolve(ticket)
    },
    close: () => engine.close(),
  }
  const saveText: Answer = async (request) => {
    const path = tickets.get(text(request["ticket"]))
    tickets.delete(text(request["ticket"]))
    if (path === undefined) throw new Fault("not-found")
    await writeNewText(path, text(request["text"]))
  }

  const serve = (link: MessageLink, answers: Readonly<Record<string, Answer>>): void => {
    links.add(link)
    link.onClose(() => links.delete(link))
    const reply = (id: number, answer: Reply<unknown>): void =>
      link.post({ kind: "reply", id, reply: answer } satisfies FromEngine)
    link.onMessage((raw) => {
      if (!isRecord(raw) || typeof raw["id"] !== "number" || typeof raw["kind"] !== "string") return
      const { id, kind } = raw as { id: number; kind: string }
      if (kind === "call")
        return void engine.call(String(raw["name"]), raw["input"]).then((answer) => reply(id, answer))
      const answer = Object.hasOwn(answers, kind) ? answers[kind] : undefined
      if (answer === undefined) return
      void settle(() => answer(raw)).then((result) => {
        reply(id, result)
        if (kind === "close") end()
      })
    })
  }
  return {
    serveWindow: (link) => serve(link, { saveText }),
    serveShell: (link) => serve(link, { saveText, ...shellAnswers }),
    emit: (event) => {
      for (const link of links) link.post({ kind: "event", event } satisfies FromEngine)
    },
  }
}
