/** One place in the pool: a parser process or the room for one, and the documents that it holds. */
import { Fault, type FaultCode } from "../../shared/faults.ts"
import type { BinaryName } from "../reading/operation.ts"
import type { FromParser, WireDocument } from "./parser/protocol.ts"
import type { ParserExit, ParserProcess, ParserSpawner } from "./spawner.ts"

export interface SlotRun {
  readonly operation: string
  readonly input: unknown
  readonly document?: WireDocument
}

export interface ParserSlot {
  busy(): boolean
  started(): boolean
  holds(documentKey: string): boolean
  claim(): void
  release(): void
  run(run: SlotRun, timeoutMs: number, signal: AbortSignal | undefined): Promise<unknown>
  end(): void
}

/** A process keeps at most this much of documents; the one used longest ago goes first. */
const keptBytes = 256 * 1024 * 1024
const keptDocuments = 8

const startLimitMs = 30_000

const exitCodes = { memory: "parser-memory", crash: "parser-crashed" } as const satisfies Record<ParserExit, FaultCode>

interface Alive {
  readonly process: ParserProcess
  /** Sizes of the documents that the process holds, oldest first. */
  readonly documents: Map<string, number>
}

/** Notes that `document` is used now, and says which others must go. */
const admit = (documents: Map<string, number>, { key, bytes }: WireDocument): string[] => {
  const sizeBytes = bytes?.length ?? documents.get(key) ?? 0
  documents.delete(key)
  documents.set(key, sizeBytes)
  const forget: string[] = []
  let total = [...documents.values()].reduce((sum, size) => sum + size, 0)
  for (const [other, size] of documents) {
    if (other === key || (total <= keptBytes && documents.size <= keptDocuments)) break
    documents.delete(other)
    forget.push(other)
    total -= size
  }
  return forget
}

export const makeSlot = (spawn: ParserSpawner, binary: (name: BinaryName) => Promise<Uint8Array>): ParserSlot => {
  let alive: Alive | undefined
  let claimed = false
  let ended = false
  let nextId = 1
  /** Ends the call under way, if there is one. */
  let settle: ((message: FromParser | Fault) => void) | undefined

  const kill = (fault: Fault): void => {
    alive?.process.kill()
    alive = undefined
    settle?.(fault)
  }

  const supply = async (process: ParserProcess, name: BinaryName): Promise<void> => {
    try {
      process.post({ type: "binary", name, bytes: await binary(name) }, [])
    } catch {
      kill(new Fault("internal", { binary: name }))
    }
  }

  const start = async (): Promise<Alive> => {
    const process = await spawn()
    const fresh: Alive = { process, documents: new Map() }
    const timer = setTimeout(() => process.kill(), startLimitMs)
    await new Promise<void>((resolve, reject) => {
      process.onMessage((message) => {
        if (message.type === "ready") resolve()
        else if (message.type === "need") void supply(process, message.name)
        else settle?.(message)
      })
      process.onExit((exit) => {
        const fault = new Fault(exitCodes[exit])
        reject(fault)
        if (alive !== fresh) return
        alive = undefined
        settle?.(fault)
      })
    }).finally(() => clearTimeout(timer))
    if (ended) {
      process.kill()
      throw new Fault("cancelled")
    }
    alive = fresh
    return fresh
  }

  const exchange = async (run: SlotRun, timeoutMs: number, signal: AbortSignal | undefined): Promise<FromParser> => {
    const { process, documents } = alive ?? (await start())
    if (signal?.aborted === true) throw new Fault("cancelled")
    const id = nextId++
    const cancel = (): void => kill(new Fault("cancelled"))
    signal?.addEventListener("abort", cancel, { once: true })
    const timer = setTimeout(() => kill(new Fault("parser-timeout")), timeoutMs)
    try {
      return await new Promise<FromParser>((resolve, reject) => {
        settle = (message) => (message instanceof Fault ? reject(message) : resolve(message))
        const forget = run.document === undefined ? [] : admit(documents, run.document)
        process.post({ type: "run", id, forget, ...run }, [])
      })
    } finally {
      settle = undefined
      clearTimeout(timer)
      signal?.removeEventListener("abort", cancel)
    }
  }

  return {
    busy: () => claimed,
    started: () => alive !== undefined,
    holds: (documentKey) => alive?.documents.has(documentKey) ?? false,
    claim: () => {
      claimed = true
    },
    release: () => {
      claimed = false
    },
    run: async (run, timeoutMs, signal) => {
      const reply = await exchange(run, timeoutMs, signal)
      if (reply.type === "done") return reply.output
      if (reply.type !== "fault") throw new Fault("internal")
      // Subtle: a wasm heap never shrinks, and after a failed allocation its library may be in any state.
      if (reply.code === "parser-memory") kill(new Fault("parser-memory"))
      throw new Fault(reply.code, reply.detail)
    },
    end: () => {
      ended = true
      kill(new Fault("cancelled"))
    },
  }
}
