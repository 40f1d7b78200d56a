import { isFault } from "../../shared/faults.ts"
import type { EvidenceKind } from "../../shared/model/evidence.ts"
import type { ParserPool } from "../workers/pool.ts"

/** The first and, where those are not all, the last bytes of a file. */
export interface FileEnds {
  readonly head: Uint8Array
  readonly tail: Uint8Array
}

export interface FoundKind {
  readonly kind: EvidenceKind
  readonly mediaType: string
}

/** What nothing recognises. */
export const unknownKind: FoundKind = { kind: "other", mediaType: "application/octet-stream" }
const timeoutMs = 20_000
/** How many files are looked at in one message. */
const filesAtOnce = 64

/** One file alone. A file that brings the parser down is taken in all the same, as "other". */
const kindOf = async (parsers: ParserPool, file: FileEnds, signal: AbortSignal): Promise<FoundKind> => {
  try {
    return await parsers.run("sniff", file, { signal, timeoutMs })
  } catch (error) {
    if (isFault(error) && error.code === "cancelled") throw error
    return unknownKind
  }
}

/**
 * What files are, by their bytes, in their order. Looked at by a parser process, many in one message; when that fails,
 * one by one, so that one bad file does not spoil the answer for the others.
 * @throws Fault "cancelled"
 */
export const kindsOf = async (
  parsers: ParserPool,
  files: readonly FileEnds[],
  signal: AbortSignal,
): Promise<FoundKind[]> => {
  const kinds: FoundKind[] = []
  for (let start = 0; start < files.length; start += filesAtOnce) {
    const some = files.slice(start, start + filesAtOnce)
    try {
      kinds.push(...(await parsers.run("sniffMany", { files: some }, { signal, timeoutMs })).kinds)
    } catch (error) {
      if (isFault(error) && error.code === "cancelled") throw error
      for (const file of some) kinds.push(await kindOf(parsers, file, signal))
    }
  }
  return kinds
}
