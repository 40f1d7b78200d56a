/**
 * The checker: judges any file, whoever made it, knowing only what must not be in it, and everything inside the file alike.
 * A judge that is missing, crashes or runs out of time has not found the file clean, and the report says so.
 */
import { type FaultCode, isFault } from "../../../shared/faults.ts"
import type { CheckJudgement, CheckReport } from "../../../shared/model/redaction.ts"
import type { ParserPool } from "../../workers/pool.ts"
import { fold } from "../../search/names/fold.ts"
import { indexNeedles, matchesIn } from "../match.ts"
import type { NeedleSet } from "../needles.ts"
import type { Verdict } from "../judges/verdict.ts"
import { judgesFor } from "./judges-for.ts"
import { isClean } from "./report.ts"

export interface CheckRequest {
  /** As the file is called where it lies: a name leaves with it. */
  readonly name: string
  readonly bytes: Uint8Array
  readonly needles: NeedleSet
  readonly signal?: AbortSignal | undefined
}

const timeoutMs = 300_000
const sniffedBytes = 256 * 1024
const deepest = 8
const mostParts = 5000

interface Run extends CheckRequest {
  readonly pool: ParserPool
  readonly parts: CheckReport["parts"]
  readonly judgements: CheckJudgement[]
}

interface Inside {
  readonly part: string
  readonly name: string
  readonly bytes: Uint8Array
  readonly depth: number
}

const failed = (part: string, name: string, fault: FaultCode): CheckJudgement => ({
  ...{ part, name, by: "", looked: 0, hits: 0, pages: [] },
  fault,
})

/** Runs one judge; whatever stops it is its judgement. @throws Fault "cancelled" */
const judged = async (part: string, name: string, work: () => Promise<Verdict>): Promise<CheckJudgement> => {
  try {
    return { part, name, ...(await work()), fault: null }
  } catch (error) {
    const code = isFault(error) ? error.code : "internal"
    if (code === "cancelled") throw error
    return failed(part, name, code)
  }
}

const judgeName = ({ needles }: Run, { part, name }: Inside): CheckJudgement => {
  const hits = matchesIn(fold(name), indexNeedles(needles.needles)).length
  return { part, name: "file-name", by: "name search", looked: 1, hits, pages: [], fault: null }
}

let checked = 0

const checkInside = async (run: Run, inside: Inside): Promise<void> => {
  const { pool, needles, signal } = run
  const { part, bytes, depth } = inside
  const sniffed = await pool.run("sniff", {
    head: bytes.subarray(0, sniffedBytes),
    tail: bytes.subarray(-sniffedBytes),
  })
  const { mediaType } = sniffed
  run.parts.push({ part, mediaType, sizeBytes: bytes.length })
  run.judgements.push(judgeName(run, inside))
  const document = { key: `checked ${checked++}`, mediaType, bytes }
  const options = { timeoutMs, ...(signal === undefined ? {} : { signal }) }
  for (const [name, work] of judgesFor({ pool, document, needles: needles.needles, options }))
    run.judgements.push(await judged(part, name, work))
  const found: { name: string; bytes: Uint8Array }[] = []
  const unpacking = await judged(part, "contents", async () => {
    found.push(...(await pool.run("unpackFile", { document }, options)).parts)
    return { by: "unpacker", looked: found.length, hits: 0, pages: [] }
  })
  run.judgements.push(unpacking)
  for (const [index, one] of found.entries()) {
    const next = { ...one, part: part === "" ? String(index + 1) : `${part}.${index + 1}`, depth: depth + 1 }
    if (depth >= deepest || run.parts.length >= mostParts) {
      run.judgements.push(failed(next.part, "contents", "file-too-large"))
      return
    }
    await checkInside(run, next)
  }
}

/** @throws Fault "cancelled" */
export const checkFile = async (pool: ParserPool, request: CheckRequest): Promise<CheckReport> => {
  const run: Run = { ...request, pool, parts: [], judgements: [] }
  await checkInside(run, { part: "", name: request.name, bytes: request.bytes, depth: 0 })
  const { parts, judgements } = run
  return { clean: judgements.every(isClean), needles: request.needles.needles.length, parts, judgements }
}
