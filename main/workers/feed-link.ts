import { setImmediate as turnToEvents } from "node:timers/promises"
import { Worker } from "node:worker_threads"
import { Fault } from "../../shared/faults.ts"
import { workerEntry } from "./entry.ts"
import { broken, type FeedReply, type FeedRequest, newMemory, put, type Ring, ringIn, wordOf } from "./feed-protocol.ts"

/** One file on its way through the ring. */
export interface Feed {
  /**
   * The next block of the file, valid until the next call; shorter than `blockBytes` at the end. Throws the faults of
   * the file: file-unreadable and its like.
   */
  next(): Promise<Uint8Array>
  /** SHA-256 of the whole file, after its last block. */
  digest(): Promise<Uint8Array>
  /** Resolves when the descriptor is read no more. To be called whatever happened. */
  end(): Promise<void>
}

/** One file at a time: `end` of the one before `begin` of the next. */
export interface FeedLink {
  begin(source: number): Feed
}

/** A thread that died can tell only an event loop: so often it is asked while nothing comes. */
const lookUpMs = 500

interface Running {
  readonly resolve: (reply: FeedReply) => void
}

const startThread = (onEnd: () => void) => {
  const worker = new Worker(workerEntry("feed-thread"), { env: {} })
  worker.unref()
  let running: Running | undefined
  const fail = (): void => {
    onEnd()
    running?.resolve({ kind: "fault", code: "internal", detail: { what: "reading thread ended" } })
  }
  worker.on("message", (reply: FeedReply) => running?.resolve(reply))
  worker.on("error", fail)
  worker.on("exit", fail)
  return (request: FeedRequest): Promise<FeedReply> =>
    new Promise((resolve) => {
      running = { resolve }
      worker.postMessage(request)
    })
}

/** Waits for a block to be filled: in earnest, since this thread has nothing else to do. */
const untilFilled = async ({ words }: Ring, word: number, over: () => boolean): Promise<number> => {
  for (;;) {
    if (Atomics.wait(words, word, 0, lookUpMs) === "timed-out") await turnToEvents()
    const value = Atomics.load(words, word)
    if (value !== 0 || over()) return value === 0 ? broken : value
  }
}

/** The second thread of a sealing thread; started once, and started again if it ended. */
export const startFeedLink = (): FeedLink => {
  let ask: ReturnType<typeof startThread> | undefined
  const memory = newMemory()
  const ring = ringIn(memory)
  const begin = (source: number): Feed => {
    ask ??= startThread(() => {
      ask = undefined
    })
    ring.words.fill(0)
    let reply: FeedReply | undefined
    const done = ask({ source, memory }).then((answer) => {
      reply = answer
      return answer
    })
    const answered = async (): Promise<Uint8Array> => {
      const answer = await done
      if (answer.kind === "digest") return answer.sha256
      throw answer.kind === "fault" ? new Fault(answer.code, answer.detail) : new Fault("internal")
    }
    let turn = -1
    return {
      next: async () => {
        if (turn >= 0) put(ring.words, wordOf(turn), 0)
        turn += 1
        const word = wordOf(turn)
        const value = await untilFilled(ring, word, () => reply?.kind === "fault")
        const block = ring.content[word - 1]
        if (value === broken || block === undefined) {
          await answered()
          throw new Fault("internal")
        }
        return block.subarray(0, value - 1)
      },
      digest: answered,
      end: async () => {
        Atomics.store(ring.words, 0, 1)
        // Subtle: freed, not only told, or a wait that begins a moment later would not end.
        for (let word = 1; word <= ring.content.length; word += 1) put(ring.words, word, 0)
        await done
      },
    }
  }
  return { begin }
}
