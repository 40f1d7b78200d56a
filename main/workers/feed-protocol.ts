/**
 * What the thread that reads and hashes a large file shares with the one that seals it: a ring of blocks, and a word for
 * each of them, on which both wait. No message passes for a block, and each thread works without ever turning to its
 * event loop, so that two processors are busy with bytes and nothing else.
 *
 *   word  0       1 when reading is to stop
 *   word  1 + i   of block i: 0 free to be filled; 1 + length when filled; `broken` when nothing will come any more
 *
 * The first block that is shorter than the others, empty at times, is the last.
 */
import { chunkBytes } from "../crypto/seal.ts"
import type { FaultCode, FaultDetail } from "../../shared/faults.ts"

export const blockBytes = 4 * chunkBytes
export const blocks = 16
export const broken = -1

export interface Ring {
  readonly words: Int32Array
  readonly content: readonly Uint8Array[]
}

/** Reads from the descriptor's beginning to its end. The descriptor stays the sealing thread's. */
export interface FeedRequest {
  readonly source: number
  readonly memory: SharedArrayBuffer
}

export type FeedReply =
  | { readonly kind: "digest"; readonly sha256: Uint8Array }
  /** It was told to stop, and has. */
  | { readonly kind: "stopped" }
  | { readonly kind: "fault"; readonly code: FaultCode; readonly detail: FaultDetail }

const wordBytes = 4
const headBytes = 128

export const newMemory = (): SharedArrayBuffer => new SharedArrayBuffer(headBytes + blocks * blockBytes)

export const ringIn = (memory: SharedArrayBuffer): Ring => ({
  words: new Int32Array(memory, 0, headBytes / wordBytes),
  content: Array.from(
    { length: blocks },
    (_, block) => new Uint8Array(memory, headBytes + block * blockBytes, blockBytes),
  ),
})

export const wordOf = (turn: number): number => 1 + (turn % blocks)

export const put = (words: Int32Array, word: number, value: number): void => {
  Atomics.store(words, word, value)
  Atomics.notify(words, word)
}
