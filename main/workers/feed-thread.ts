import { readSync } from "node:fs"
import { parentPort } from "node:worker_threads"
import { Fault } from "../../shared/faults.ts"
import { startSha256 } from "../crypto/hash.ts"
import {
  blockBytes,
  broken,
  type FeedReply,
  type FeedRequest,
  put,
  type Ring,
  ringIn,
  wordOf,
} from "./feed-protocol.ts"
import { sourceFault } from "./seal-source.ts"

/** Entry of the thread that reads a large file ahead of its sealing, and hashes what it has read. It holds no key. */
const reply = (message: FeedReply): void => parentPort?.postMessage(message)

/** Fills a block as far as the file goes. */
const fill = (source: number, block: Uint8Array, position: number): number => {
  let filled = 0
  while (filled < block.byteLength) {
    const count = readSync(source, block, filled, block.byteLength - filled, position + filled)
    if (count === 0) break
    filled += count
  }
  return filled
}

const mustStop = ({ words }: Ring): boolean => Atomics.load(words, 0) === 1

const readAll = (source: number, ring: Ring): FeedReply => {
  const { words, content } = ring
  const hash = startSha256()
  let position = 0
  for (let turn = 0; ; turn += 1) {
    const word = wordOf(turn)
    const block = content[word - 1]
    if (block === undefined) throw new Fault("internal")
    for (let value = Atomics.load(words, word); value !== 0; value = Atomics.load(words, word)) {
      if (mustStop(ring)) return { kind: "stopped" }
      Atomics.wait(words, word, value)
    }
    if (mustStop(ring)) return { kind: "stopped" }
    const length = fill(source, block, position)
    // Subtle: sealing begins while this thread hashes; both only read, and the block is filled again after both.
    put(words, word, 1 + length)
    hash.update(block.subarray(0, length))
    position += length
    if (length < blockBytes) return { kind: "digest", sha256: new Uint8Array(hash.digest()) }
  }
}

const feed = ({ source, memory }: FeedRequest): void => {
  const ring = ringIn(memory)
  try {
    reply(readAll(source, ring))
  } catch (error) {
    const { code, detail } = sourceFault(error)
    // Whichever block the sealing thread waits for: none of them comes any more. Subtle: before the reply, which ends the
    // file there; a block that was marked later would be one of the next file's, and both threads would wait for ever.
    for (let word = 1; word <= ring.content.length; word += 1) {
      if (Atomics.compareExchange(ring.words, word, 0, broken) === 0) Atomics.notify(ring.words, word)
    }
    reply({ kind: "fault", code, detail })
  }
}

parentPort?.on("message", feed)
