import { isoFacts } from "./media-iso.ts"
import { matroskaFacts } from "./media-matroska.ts"
import { amrFacts, flacFacts, mp3Facts, oggFacts, wavFacts } from "./media-sound.ts"

export interface MediaFacts {
  durationMs: number | null
  readonly metadata: Record<string, string>
}

export interface MediaInput {
  readonly mediaType: string
  readonly sizeBytes: number
  /** The first bytes, 1 MiB of a large file. */
  readonly head: Uint8Array
  /** The last bytes, 4 MiB of a large file; empty where `head` is all. */
  readonly tail: Uint8Array
}

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const read = (input: MediaInput, facts: MediaFacts): void => {
  const [head, tail] = [view(input.head), view(input.tail)]
  switch (input.mediaType) {
    case "audio/mp4":
    case "video/mp4":
    case "video/quicktime":
    case "video/3gpp":
      isoFacts(head, tail, facts)
      break
    case "audio/ogg":
    case "video/ogg":
      oggFacts(head, tail, facts)
      break
    case "audio/wav":
      wavFacts(head, input.sizeBytes, facts)
      break
    case "audio/mpeg":
      mp3Facts(head, input.sizeBytes, facts)
      break
    case "audio/amr":
      amrFacts(head, input.sizeBytes, facts)
      break
    case "audio/flac":
      flacFacts(head, facts)
      break
    case "video/webm":
    case "audio/webm":
    case "video/x-matroska":
    case "audio/x-matroska":
      matroskaFacts(head, facts)
      break
    default:
  }
}

/** How long a recording is and what it says of itself, from its first and last bytes; null where it does not say. */
export const mediaFacts = (input: MediaInput): MediaFacts => {
  const facts: MediaFacts = { durationMs: null, metadata: {} }
  try {
    read(input, facts)
  } catch {
    // A header that ends too early: what was read until there stands.
  }
  if (facts.durationMs !== null && !(facts.durationMs >= 0 && Number.isSafeInteger(facts.durationMs)))
    facts.durationMs = null
  return facts
}
