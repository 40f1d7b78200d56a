/** What the checker says of a file: one line for each judge of each part. */
import type { FaultCode } from "../../../shared/faults.ts"

/** One judge's word on one part of the file. */
export interface Judgement {
  /** "" for the file itself, "2" for the second thing inside it, "2.1" for the first thing inside that. */
  readonly part: string
  /** Such as "raw-bytes", "qpdf-objects", "under-boxes". */
  readonly name: string
  /** Parser and version. */
  readonly by: string
  readonly looked: number
  readonly hits: number
  /** Pages of the hits, from 1, where the judge can tell. */
  readonly pages: readonly number[]
  /** Why the judge could not do its work; null where it did. A judge that failed has found nothing clean. */
  readonly fault: FaultCode | null
}

/** A thing inside the file that was judged by itself: an attachment, an entry, a picture. */
export interface CheckedPart {
  readonly part: string
  readonly mediaType: string
  readonly sizeBytes: number
}

export interface CheckReport {
  /** Nothing was found, and every judge did its work. */
  readonly clean: boolean
  readonly needles: number
  readonly parts: readonly CheckedPart[]
  readonly judgements: readonly Judgement[]
}

export const isClean = ({ hits, fault }: Judgement): boolean => hits === 0 && fault === null
