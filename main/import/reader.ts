import { type FaultCode, isFault } from "../../shared/faults.ts"
import type { CaseId } from "../../shared/model/ids.ts"
import * as evidence from "../domain/evidence.ts"
import * as queue from "../domain/reading-queue.ts"
import * as reading from "../domain/reading.ts"
import type { JobBoard, JobOutcome, JobProgress } from "../jobs/board.ts"
import type { Vault } from "../vault/vault.ts"
import type { ParserPool } from "../workers/pool.ts"
import { documentOf } from "./document.ts"
import { isPaged, joinPages, mayBeScan, type ReadableFile, readFacts, readPage } from "./read-item.ts"

/*
 * The reading queue at work: one item after another, in the background, until none waits. What is read is kept page by
 * page, so that a kill costs one page of OCR. An item that cannot be read says why and stays; the queue goes on.
 */

export interface ReaderParts {
  readonly vault: Vault
  readonly parsers: ParserPool
  readonly jobs: JobBoard
  /** Called after each item. */
  readonly onRead: (caseId: CaseId) => void
}

export interface Reader {
  /** Reads whatever waits; does nothing where that is under way. */
  wake(): void
}

// Pages that the file itself says are cheap to read and many to a transaction; a page of OCR is kept at once.
const pagesKeptTogether = 32

interface ItemRun {
  readonly parts: ReaderParts
  readonly item: queue.QueuedReading
  readonly file: ReadableFile
  readonly progress: JobProgress
  readonly signal: AbortSignal
}

const readPages = async ({ parts, item, file, progress, signal }: ItemRun): Promise<number> => {
  const { vault, parsers } = parts
  const { pages } = await parsers.run("pages", { document: file.document }, { signal })
  const known = vault.read((tx) => reading.pagesRead(tx, item.evidenceId))
  let unkept: reading.ReadPage[] = []
  const keep = (): void => {
    if (unkept.length === 0) return
    const some = unkept
    unkept = []
    vault.write((tx) => {
      reading.addPages(tx, item.evidenceId, some)
      queue.advanced(tx, item)
    })
  }
  for (let page = 1; page <= pages.length; page += 1) {
    if (known.has(page)) continue
    await progress.checkpoint()
    const read = await readPage(parsers, file, page, signal)
    unkept.push(read)
    if (read.source === "ocr" || unkept.length >= pagesKeptTogether) keep()
  }
  keep()
  return pages.length
}

const slices = (text: string, starts: readonly number[]): string[] =>
  starts.map((start, index) => text.slice(start, starts[index + 1] ?? text.length))

/** Files that are text: anchors count in the text itself, and pages are where it happens to break. */
const readLaidOut = async ({ parts, file, signal }: ItemRun) => {
  const { text, pageStarts } = await parts.parsers.run("text", { document: file.document }, { signal })
  const { pages } = await parts.parsers.run("pages", { document: file.document }, { signal })
  const texts = slices(text, pageStarts)
  const read: reading.ReadPage[] = []
  for (const [index, size] of pages.entries()) {
    const { words } = await readPage(parts.parsers, file, index + 1, signal)
    const said = texts[index] ?? ""
    read.push({ page: index + 1, ...size, source: said.trim() === "" ? "none" : "file", text: said, words })
  }
  return { read, text, starts: pageStarts }
}

const readContent = async (run: ItemRun, facts: reading.ReadFacts): Promise<void> => {
  const { vault } = run.parts
  const id = run.item.evidenceId
  if (mayBeScan(run.file.kind)) {
    const pageCount = await readPages(run)
    vault.write((tx) => reading.finish(tx, id, { facts, pageCount, ...joinPages(reading.pages(tx, id)) }))
  } else if (isPaged(run.file.kind)) {
    const { read, ...whole } = await readLaidOut(run)
    vault.write((tx) => {
      reading.forget(tx, id)
      reading.addPages(tx, id, read)
      reading.finish(tx, id, { facts, pageCount: read.length, ...whole })
    })
  } else {
    vault.write((tx) => reading.nothingToRead(tx, id, facts))
  }
}

/** Ends with the item read, failed or left in the queue. @throws Fault "cancelled", and those of the vault itself */
const readItem = async (
  parts: ReaderParts,
  item: queue.QueuedReading,
  progress: JobProgress,
  signal: AbortSignal,
): Promise<"read" | "failed"> => {
  const { vault } = parts
  vault.write((tx) => queue.begin(tx, item))
  let facts: reading.ReadFacts | undefined
  const giveUp = (fault: FaultCode): "failed" => {
    vault.write((tx) => {
      reading.fail(tx, item.evidenceId, fault, facts)
      queue.finish(tx, item.jobId)
    })
    return "failed"
  }
  if (item.attempts >= queue.attemptsAtMost) return giveUp("parser-crashed")
  try {
    const stored = vault.read((tx) => evidence.storedFile(tx, item.evidenceId))
    const file = documentOf(vault, stored)
    facts = await readFacts(parts.parsers, file, signal)
    await readContent({ parts, item, file, progress, signal }, facts)
    vault.write((tx) => queue.finish(tx, item.jobId))
    return "read"
  } catch (error) {
    if (signal.aborted) vault.write((tx) => queue.rest(tx, item))
    if (signal.aborted || !isFault(error) || stopsTheQueue.has(error.code)) throw error
    return giveUp(error.code)
  }
}

/** Not the item's fault: it waits for better times. */
const stopsTheQueue: ReadonlySet<FaultCode> = new Set(["cancelled", "vault-locked", "vault-read-only", "disk-full"])

const readAll = async (parts: ReaderParts, progress: JobProgress, signal: AbortSignal): Promise<JobOutcome> => {
  const counts = { read: 0, failed: 0 }
  progress.step("reading")
  for (;;) {
    await progress.checkpoint()
    const { item, waiting } = parts.vault.read((tx) => ({ item: queue.next(tx), waiting: queue.count(tx) }))
    if (item === undefined) return counts
    progress.total(counts.read + counts.failed + waiting)
    progress.label(item.label)
    counts[await readItem(parts, item, progress, signal)] += 1
    progress.advance()
    parts.onRead(item.caseId)
  }
}

export const createReader = (parts: ReaderParts): Reader => {
  let underWay = false
  const wake = (): void => {
    const first = parts.vault.readOnly ? undefined : parts.vault.read(queue.next)
    if (underWay || first === undefined) return
    underWay = true
    const work = (progress: JobProgress, signal: AbortSignal) => readAll(parts, progress, signal)
    const { ended } = parts.jobs.start("read", first.label, null, work)
    // Subtle: something may have come in after the last look and found us still at work. A failure is told by the job
    // board, and a retry from there takes up what is left; a vault that was closed meanwhile has nothing to read.
    void ended
      .finally(() => {
        underWay = false
      })
      .then(wake)
      .catch(() => undefined)
  }
  return { wake }
}
