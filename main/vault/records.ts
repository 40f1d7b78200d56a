import { Fault } from "../../shared/faults.ts"
import type { RandomBytes } from "../crypto/random.ts"
import type { Clock } from "../engine/clock.ts"
import type { Heads } from "./audit-heads.ts"
import { type Acting, writeEntries } from "./audit-write.ts"
import type { Db } from "./db.ts"
import { readTx } from "./read-tx.ts"
import { transaction } from "./transaction.ts"
import type { ReadTx, WriteTx } from "./tx.ts"
import { openWriteTx, type Written } from "./write-tx.ts"

/** Another holder than the one who unlocked: theirs are the changes and the signature. */
export type Signing = Pick<Acting, "holderId" | "sign">

/** The rows of an open vault: reading and writing, each write with its audit entries. */
export interface Records {
  read<T>(work: (tx: ReadTx) => T): T
  /** One transaction; see WriteTx. @throws whatever `work` throws, after rolling back; Fault "disk-full", "io-error" */
  write<T>(work: (tx: WriteTx) => T, as?: Signing): T
  heads(): Heads
  /** Told after every commit that appended to the chain: what was written, and what was said of it. Must not throw. */
  onWritten(listener: (written: Written) => void): void
}

export interface RecordsParts {
  readonly db: Db
  readonly acting: Acting
  readonly clock: Clock
  readonly random: RandomBytes
  /** Where the chain ends now: `currentHeads`. */
  readonly heads: Heads
  /** Called after every commit that appended to the chain. Must not throw. */
  readonly committed: (heads: Heads) => void
}

const isThenable = (value: unknown): boolean =>
  typeof value === "object" && value !== null && "then" in value && typeof value.then === "function"

export const openRecords = (parts: RecordsParts): Records => {
  const { db, clock, random, committed } = parts
  let { heads } = parts
  let writing = false
  const listeners: ((written: Written) => void)[] = []
  const reading = readTx(db)

  const inTransaction = <T>(acting: Acting, work: (tx: WriteTx) => T): { result: T; after: Heads; what: Written } => {
    const now = clock.now()
    return transaction(db, () => {
      const { tx, written } = openWriteTx({ db, now, holderId: acting.holderId, random })
      const result = work(tx)
      // Subtle: what is awaited would run after the commit, outside the transaction.
      if (isThenable(result)) throw new Fault("internal", { reason: "a transaction that waits" })
      const what = written()
      return { result, after: writeEntries({ db, acting, now, random }, what, heads), what }
    })
  }

  return {
    heads: () => heads,
    onWritten: (listener) => void listeners.push(listener),
    read: (work) => work(reading),
    write: (work, as) => {
      if (writing) throw new Fault("internal", { reason: "a transaction inside another" })
      writing = true
      try {
        const { result, after, what } = inTransaction({ ...parts.acting, ...as }, work)
        if (after !== heads) {
          heads = after
          committed(after)
          for (const listener of listeners) listener(what)
        }
        return result
      } finally {
        writing = false
      }
    },
  }
}
