/**
 * The parser pool: a few contained processes, started when first needed, one operation at a time in each.
 *
 * A call goes to an idle process that already holds its document, else to any idle one, else it waits in line.
 * Time over, cancelled, crashed: the process is killed and another starts for the next call.
 */
import { Fault } from "../../shared/faults.ts"
import type { BinaryName } from "../reading/operation.ts"
import type { DocumentInput, ParserInput, ParserOperation, ParserOutput } from "./parser/operations.ts"
import { makeSlot, type ParserSlot } from "./pool-slot.ts"
import type { ParserSpawner } from "./spawner.ts"

export interface RunOptions {
  /** Counted from the moment that the parser starts on it, not from its place in line. */
  readonly timeoutMs?: number
  readonly signal?: AbortSignal
}

export interface ParserPool {
  /** @throws Fault parser-crashed, parser-timeout, parser-memory, cancelled, and what the operation throws. */
  run<Name extends ParserOperation>(
    operation: Name,
    input: ParserInput<Name>,
    options?: RunOptions,
  ): Promise<ParserOutput<Name>>
  /** Kills every process; calls under way fail with "cancelled". */
  close(): Promise<void>
}

export interface PoolParts {
  readonly spawn: ParserSpawner
  readonly binary: (name: BinaryName) => Promise<Uint8Array>
  /** How many processes at most. */
  readonly size: number
}

const defaultTimeoutMs = 120_000
/** A larger document is not handed to a parser whole. */
const maximumDocumentBytes = 512 * 1024 * 1024

interface Waiting {
  readonly documentKey: string
  start(slot: ParserSlot): void
  drop(): void
}

const documentOf = (input: unknown): DocumentInput | undefined =>
  typeof input === "object" && input !== null && "document" in input ? (input.document as DocumentInput) : undefined

const withBytes = async (document: DocumentInput, slot: ParserSlot) => {
  const { key, mediaType } = document
  if (slot.holds(key)) return { key, mediaType }
  const bytes = typeof document.bytes === "function" ? await document.bytes() : document.bytes
  if (bytes.length > maximumDocumentBytes) throw new Fault("file-too-large", { sizeBytes: bytes.length })
  return { key, mediaType, bytes }
}

/**
 * How many parsers for so many cores: two at least, so that a page is not shown only after a scan has been read; four at
 * most, since each may hold half a gigabyte of models.
 */
export const poolSize = (cores: number): number => Math.min(4, Math.max(2, cores))

/** A pool that starts nothing until its first call. */
export const makeParserPool = ({ spawn, binary, size }: PoolParts): ParserPool => {
  const slots = Array.from({ length: size }, () => makeSlot(spawn, binary))
  const line: Waiting[] = []
  let closed = false

  const serveLine = (): void => {
    for (const slot of slots) {
      if (slot.busy()) continue
      const own = line.findIndex((waiting) => waiting.documentKey !== "" && slot.holds(waiting.documentKey))
      const [next] = line.splice(Math.max(own, 0), 1)
      next?.start(slot)
    }
  }

  const take = async (documentKey: string, signal: AbortSignal | undefined): Promise<ParserSlot> => {
    const idle = slots.filter((slot) => !slot.busy())
    const best = idle.find((slot) => slot.holds(documentKey)) ?? idle.find((slot) => slot.started()) ?? idle[0]
    if (best !== undefined) {
      best.claim()
      return best
    }
    return await new Promise<ParserSlot>((resolve, reject) => {
      const leave = (): void => {
        line.splice(line.indexOf(waiting), 1)
        reject(new Fault("cancelled"))
      }
      const waiting: Waiting = {
        documentKey,
        start: (slot) => {
          signal?.removeEventListener("abort", leave)
          slot.claim()
          resolve(slot)
        },
        drop: () => reject(new Fault("cancelled")),
      }
      signal?.addEventListener("abort", leave, { once: true })
      line.push(waiting)
    })
  }

  return {
    run: async (operation, input, options = {}) => {
      const { signal, timeoutMs = defaultTimeoutMs } = options
      if (closed || signal?.aborted === true) throw new Fault("cancelled")
      const document = documentOf(input)
      const slot = await take(document?.key ?? "", signal)
      try {
        const wire = document === undefined ? {} : { document: await withBytes(document, slot) }
        const rest = { ...input, document: undefined }
        return (await slot.run({ operation, input: rest, ...wire }, timeoutMs, signal)) as never
      } finally {
        slot.release()
        serveLine()
      }
    },
    close: () => {
      closed = true
      for (const waiting of line.splice(0)) waiting.drop()
      for (const slot of slots) slot.end()
      return Promise.resolve()
    },
  }
}
