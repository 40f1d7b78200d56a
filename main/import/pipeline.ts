import type { ImportOutcome } from "../../shared/contract/evidence.ts"
import { Fault, type FaultCode } from "../../shared/faults.ts"
import type { Provenance } from "../../shared/model/evidence.ts"
import type { CaseId, CustodyId, EvidenceId, JobId } from "../../shared/model/ids.ts"
import { randomUuid } from "../crypto/random.ts"
import * as evidence from "../domain/evidence.ts"
import * as cases from "../domain/case.ts"
import type { JobProgress } from "../jobs/board.ts"
import { diskFault } from "../vault/durable.ts"
import { batches, mapWide } from "./batch.ts"
import { type ImportParts, sealFile, type SealedFile } from "./seal-file.ts"
import { type FoundKind, kindsOf, unknownKind } from "./kinds.ts"
import { type FoundFile, type RefusedEntry, walk } from "./walk.ts"

/*
 * Files in, evidence out, in the order of the vault's write rules:
 *
 *   walk → for each batch: [ open → read once, hashed and sealed → unchanged? ] of each file
 *        → fsync of all → one transaction (records, custody, audit, reading queue) → only then counted as imported
 *
 * A file that fails fails alone. A batch whose fsync or transaction fails fails whole, and the next one goes on.
 */

export interface ImportRequest {
  readonly caseId: CaseId
  readonly paths: readonly string[]
  readonly provenance: Provenance
}

export interface ImportRun {
  readonly progress: JobProgress
  readonly signal: AbortSignal
  /** Called after each acknowledged batch. */
  readonly onKept: () => void
}

// Reading, sealing and sniffing overlap; more than this only costs memory.
const width = 4

const shownPath = ({ folder, name }: { folder: string; name: string }): string =>
  folder === "" ? name : `${folder}/${name}`

const failed = (entry: FoundFile | RefusedEntry, fault: FaultCode): ImportOutcome => ({
  name: shownPath(entry),
  outcome: fault === "cancelled" ? "cancelled" : "failed",
  evidenceId: null,
  reference: "",
  fault: fault === "cancelled" ? null : fault,
})

const faultOf = (error: unknown): FaultCode => diskFault(error).code

type KnownFile = SealedFile & FoundKind

/** Writes the records of one durable batch. Blobs that turned out to be duplicates are taken away afterwards. */
const acknowledge = async (
  { vault, random }: ImportParts,
  request: ImportRequest,
  files: readonly KnownFile[],
): Promise<ImportOutcome[]> => {
  const received = vault.write((tx) =>
    files.map(({ found, ref, ...file }) => {
      const id = randomUuid(random) as EvidenceId
      const ids = { id, custodyId: randomUuid(random) as CustodyId, jobId: randomUuid(random) as JobId }
      const blob = {
        blobId: ref.id,
        blobCommitmentHex: ref.commitmentHex,
        sizeBytes: ref.sizeBytes,
        sha256: ref.sha256,
      }
      const { name, folder } = found
      const { caseId, provenance } = request
      return { found, ref, ...evidence.receive(tx, { ...ids, ...blob, ...file, name, folder, caseId, provenance }) }
    }),
  )
  for (const { ref, duplicate } of received) if (duplicate) await vault.blobs.remove(ref.id).catch(() => undefined)
  return received.map(({ found, duplicate, evidenceId, reference }) => ({
    name: shownPath(found),
    outcome: duplicate ? "duplicate" : "imported",
    evidenceId,
    reference,
    fault: null,
  }))
}

const discard = async ({ vault }: ImportParts, sealed: readonly SealedFile[]): Promise<void> => {
  for (const { ref } of sealed) await vault.blobs.remove(ref.id).catch(() => undefined)
}

/** Makes a batch durable and acknowledges it; when that fails, none of it is kept. */
const keep = async (
  parts: ImportParts,
  request: ImportRequest,
  sealed: readonly SealedFile[],
  { signal }: ImportRun,
): Promise<ImportOutcome[]> => {
  if (sealed.length === 0) return []
  try {
    if (signal.aborted) throw new Fault("cancelled")
    const ends = sealed.map((file) => file.ends)
    const [kinds] = await Promise.all([
      kindsOf(parts.parsers, ends, signal),
      parts.vault.blobs.settle(sealed.map(({ ref }) => ref)),
    ])
    return await acknowledge(
      parts,
      request,
      sealed.map((file, index) => ({ ...file, ...(kinds[index] ?? unknownKind) })),
    )
  } catch (error) {
    await discard(parts, sealed)
    const fault = faultOf(error)
    return sealed.map(({ found }) => failed(found, fault))
  }
}

const importBatch = async (
  parts: ImportParts,
  request: ImportRequest,
  batch: readonly FoundFile[],
  run: ImportRun & { onBytes: (bytes: number) => void },
): Promise<ImportOutcome[]> => {
  const sync = batch.length > 1 ? "group" : "each"
  const outcomes: ImportOutcome[] = []
  const sealed = await mapWide(batch, width, async (found) => {
    try {
      await run.progress.checkpoint()
      return await sealFile(parts, found, { sync, signal: run.signal, onBytes: run.onBytes })
    } catch (error) {
      outcomes.push(failed(found, faultOf(error)))
      return undefined
    }
  })
  const kept = sealed.filter((file) => file !== undefined)
  outcomes.push(...(await keep(parts, request, kept, run)))
  return outcomes
}

/**
 * Takes files and folders into a case. Gives one outcome per file found, whatever happened to it; cancelled in the
 * middle, what was acknowledged stays and the rest is "cancelled".
 * @throws Fault "not-found" (the case), "vault-read-only", "cancelled" (before any file was found)
 */
export const importFiles = async (
  parts: ImportParts,
  request: ImportRequest,
  run: ImportRun,
): Promise<ImportOutcome[]> => {
  const { progress, signal } = run
  const { vault } = parts
  if (vault.readOnly) throw new Fault("vault-read-only")
  vault.read((tx) => cases.show(tx, request.caseId))
  progress.step("looking")
  const { files, refused } = await walk(request.paths, { except: [vault.folder], signal })
  progress.total(files.length + refused.length)
  progress.advance(refused.length)
  progress.step("sealing")
  const allBytes = files.reduce((sum, file) => sum + file.sizeBytes, 1)
  let bytesDone = 0
  const onBytes = (bytes: number): void => {
    bytesDone += bytes
    progress.fraction(bytesDone / allBytes)
  }
  const outcomes = refused.map((entry) => failed(entry, entry.fault))
  for (const batch of batches(files)) {
    outcomes.push(...(await importBatch(parts, request, batch, { ...run, onBytes })))
    progress.advance(batch.length)
    run.onKept()
  }
  return outcomes
}

/** How many files ended in which way, for the closing line of the job. */
export const countOutcomes = (outcomes: readonly ImportOutcome[]): Record<ImportOutcome["outcome"], number> => {
  const counts = { imported: 0, duplicate: 0, failed: 0, cancelled: 0 }
  for (const { outcome } of outcomes) counts[outcome] += 1
  return counts
}
