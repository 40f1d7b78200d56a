/**
 * The checker: judges any file, whoever made it, knowing only what must not be in it.
 * A judge that is missing, crashes or runs out of time has not found the file clean, and the report says so.
 */
import { isFault } from "../../../shared/faults.ts"
import type { ParserPool } from "../../workers/pool.ts"
import { fold } from "../fold.ts"
import { textJudges } from "../judge-saved.ts"
import type { Verdict } from "../judges/verdict.ts"
import { indexNeedles, matchesIn } from "../match.ts"
import type { NeedleSet } from "../needles.ts"
import { type CheckReport, isClean, type Judgement } from "./report.ts"

export interface CheckRequest {
  /** As the file is called where it lies: a name leaves with it. */
  readonly name: string
  readonly bytes: Uint8Array
  readonly needles: NeedleSet
  readonly signal?: AbortSignal | undefined
}

const timeoutMs = 300_000
const sniffedBytes = 256 * 1024

const judgeName = ({ name, needles }: CheckRequest): Judgement => ({
  part: "",
  name: "file-name",
  by: "name search",
  looked: 1,
  hits: matchesIn(fold(name), indexNeedles(needles.needles)).length,
  pages: [],
  fault: null,
})

/** Runs one judge; whatever stops it is its judgement. @throws Fault "cancelled" */
const judged = async (name: string, work: () => Promise<Verdict>): Promise<Judgement> => {
  try {
    return { part: "", name, ...(await work()), fault: null }
  } catch (error) {
    const code = isFault(error) ? error.code : "internal"
    if (code === "cancelled") throw error
    return { part: "", name, by: "", looked: 0, hits: 0, pages: [], fault: code }
  }
}

let checked = 0

/** @throws Fault "cancelled" */
export const checkFile = async (pool: ParserPool, request: CheckRequest): Promise<CheckReport> => {
  const { bytes, needles, signal } = request
  const { mediaType } = await pool.run("sniff", {
    head: bytes.subarray(0, sniffedBytes),
    tail: bytes.subarray(-sniffedBytes),
  })
  const document = { key: `checked ${checked++}`, mediaType, bytes }
  const options = { timeoutMs, ...(signal === undefined ? {} : { signal }) }
  const judgements: Judgement[] = [judgeName(request)]
  const judges = mediaType === "application/pdf" ? textJudges : { "raw-bytes": textJudges["raw-bytes"] }
  for (const [name, operation] of Object.entries(judges))
    judgements.push(await judged(name, () => pool.run(operation, { document, needles: needles.needles }, options)))
  return {
    clean: judgements.every(isClean),
    needles: needles.needles.length,
    parts: [{ part: "", mediaType, sizeBytes: bytes.length }],
    judgements,
  }
}
