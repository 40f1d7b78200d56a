import path from "node:path"
import type { Output, Parsed } from "../../../shared/contract/contract.ts"
import { Fault, isFault } from "../../../shared/faults.ts"
import type { CaseId, CustodyId } from "../../../shared/model/ids.ts"
import * as custody from "../../domain/custody.ts"
import { list } from "../../domain/evidence-list.ts"
import { show } from "../../domain/evidence-row.ts"
import * as evidence from "../../domain/evidence.ts"
import { find } from "../../domain/find.ts"
import * as readingQueue from "../../domain/reading-queue.ts"
import { documentOf } from "../../import/document.ts"
import { writeNewFile } from "../../import/export-file.ts"
import { keepDerived } from "../../import/keep-derived.ts"
import { safeFileName } from "../../import/names.ts"
import { countOutcomes } from "../../import/outcomes.ts"
import { importFiles } from "../../import/pipeline.ts"
import { createReader, type Reader } from "../../import/reader.ts"
import { throttled } from "../../jobs/throttle.ts"
import type { Vault } from "../../vault/vault.ts"
import { changed, type EngineContext, type HandlersOf, newId } from "../context.ts"
import { evidencePageHandlers } from "./evidence-pages.ts"

const tellIntervalMs = 500

/** Tells of a case's evidence at most twice a second: a batch of thousands must not make the window ask thousands of times. */
const teller = (context: EngineContext): ((caseId: CaseId) => void) => {
  const byCase = new Map<CaseId, { call: () => void }>()
  return (caseId) => {
    const known = byCase.get(caseId) ?? throttled(() => changed(context, "evidence", caseId), tellIntervalMs)
    byCase.set(caseId, known)
    known.call()
  }
}

/** The reader of the vault that is open; a new one with each unlock. */
const readers = (context: EngineContext, tell: (caseId: CaseId) => void): ((vault: Vault) => Reader) => {
  let current: { vault: Vault; reader: Reader } | undefined
  const readerOf = (vault: Vault): Reader => {
    if (current?.vault !== vault) {
      const { jobs, parts } = context
      current = { vault, reader: createReader({ vault, parsers: parts.parsers, jobs, onRead: tell }) }
    }
    return current.reader
  }
  context.session.onOpened((vault) => {
    if (vault.readOnly) return []
    const interrupted = vault.read(readingQueue.count)
    if (interrupted === 0) return []
    vault.write(readingQueue.resume)
    readerOf(vault).wake()
    return [{ kind: "interrupted-work-resumed", count: interrupted }]
  })
  return readerOf
}

const importing =
  (context: EngineContext, tell: (caseId: CaseId) => void, readerOf: (vault: Vault) => Reader) =>
  async ({ caseId, files, provenance }: Parsed<"evidence.import">): Promise<Output<"evidence.import">> => {
    const vault = context.vault()
    const { parsers, random, clock } = context.parts
    const paths = files.map((token) => context.tokens.resolve(token))
    const label = files.length === 1 ? path.basename(paths[0] ?? "") : String(files.length)
    let outcomes: Output<"evidence.import">["outcomes"] = []
    const job = context.jobs.start("import", label, caseId, async (progress, signal) => {
      const onKept = (): void => tell(caseId)
      const request = { caseId, paths, provenance }
      outcomes = await importFiles({ vault, parsers, random, clock }, request, { progress, signal, onKept })
      readerOf(vault).wake()
      return countOutcomes(outcomes)
    })
    // Cancelled before its turn came: nothing was offered to the vault, and nothing is an outcome.
    await job.ended.catch((error: unknown) => {
      if (!isFault(error) || error.code !== "cancelled") throw error
    })
    return { jobId: job.id, outcomes }
  }

const exporting =
  (context: EngineContext) =>
  async ({ id, target, name }: Parsed<"evidence.export">): Promise<Output<"evidence.export">> => {
    const vault = context.vault()
    const { blob, originalName } = vault.read((tx) => evidence.storedFile(tx, id))
    const fileName = safeFileName(name ?? originalName)
    const file = path.join(context.tokens.resolve(target), fileName)
    // Said before the first byte is in the clear, so that no crash can hide that it was.
    vault.write((tx) => evidence.exportBegins(tx, id))
    await writeNewFile(file, vault.blobs.read(blob))
    vault.write((tx) => evidence.exported(tx, { id, custodyId: newId(context) as CustodyId, name: fileName }))
    return { file: context.tokens.offer(file), name: fileName, sizeBytes: blob.sizeBytes, sha256: blob.sha256 }
  }

/** As a file name: "E-004 at 1-02-500.png". */
const stillName = (reference: string, atMs: number): string => {
  const seconds = Math.floor(atMs / 1000)
  return `${reference} at ${Math.floor(seconds / 60)}-${String(seconds % 60).padStart(2, "0")}-${String(atMs % 1000).padStart(3, "0")}.png`
}

const keepingStill =
  (context: EngineContext, tell: (caseId: CaseId) => void, readerOf: (vault: Vault) => Reader) =>
  async ({ id, atMs }: Parsed<"evidence.keepStill">): Promise<Output<"evidence.keepStill">> => {
    const vault = context.vault()
    const { parsers, random, clock } = context.parts
    if (vault.readOnly) throw new Fault("vault-read-only")
    const { item, file } = vault.read((tx) => ({ item: show(tx, id), file: evidence.storedFile(tx, id) }))
    const { document } = documentOf(vault, file)
    const { png } = await parsers.run("mediaStill", { document, atMs })
    const derived = { caseId: item.caseId, from: id, name: stillName(item.reference, atMs), bytes: png }
    const kept = await keepDerived({ vault, parsers, random, clock }, derived)
    tell(item.caseId)
    readerOf(vault).wake()
    return { id: kept.evidenceId, reference: kept.reference }
  }

export const evidenceHandlers = (context: EngineContext): HandlersOf<"evidence"> => {
  const tell = teller(context)
  const readerOf = readers(context, tell)
  return {
    ...evidencePageHandlers(context),
    "evidence.import": importing(context, tell, readerOf),
    "evidence.export": exporting(context),
    "evidence.keepStill": keepingStill(context, tell, readerOf),
    "evidence.list": (input) => context.vault().read((tx) => list(tx, input)),
    "evidence.show": ({ id }) => context.vault().read((tx) => show(tx, id)),
    "evidence.update": (input) => {
      const updated = context.vault().write((tx) => evidence.update(tx, input))
      changed(context, "evidence", updated.caseId)
      return updated
    },
    "evidence.custody": ({ id }) =>
      context.vault().read((tx) => {
        show(tx, id)
        return { entries: custody.ofEvidence(tx, id) }
      }),
    "evidence.find": (input) => ({ hits: context.vault().read((tx) => find(tx, input)) }),
  }
}
