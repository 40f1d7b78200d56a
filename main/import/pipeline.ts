import type { ImportOutcome } from "../../shared/contract/evidence.ts"
import { Fault } from "../../shared/faults.ts"
import type { Provenance } from "../../shared/model/evidence.ts"
import type { CaseId, CustodyId, EvidenceId, JobId } from "../../shared/model/ids.ts"
import { randomUuid } from "../crypto/random.ts"
import * as evidence from "../domain/evidence.ts"
import * as cases from "../domain/case.ts"
import type { JobProgress } from "../jobs/board.ts"
import { batches, mapWide } from "./batch.ts"
import { failed, faultOf, shownPath } from "./outcomes.ts"
import { type ImportParts, sealFile, type SealedFile } from "./seal-file.ts"
import { type FoundKind, kindsOf, unknownKind } from "./kinds.ts"
import { hasSpace } from "./space.ts"
import { type FoundFile, walk } from "./walk.ts"

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

type KnownFile = SealedFile & FoundKind

/** Writes the records of one durable batch. Blobs that turned out to be duplicates are taken away afterwards. */
const acknowledge = async (
  { vault, random }: ImportParts,
  request: ImportRequest,
  files: readonly KnownFile[],
): Promise<ImportOutcome[]> => {
  const { caseId, provenance } = request
  const records = files.map(({ found, ref, ...file }) => ({
    ...file,
    id: randomUuid(random) as EvidenceId,
    custodyId: randomUuid(random) as CustodyId,
    jobId: randomUuid(random) as JobId,
    name: found.name,
    folder: found.folder,
    sizeBytes: ref.sizeBytes,
    sha256: ref.sha256,
    blobId: ref.id,
    blobCommitmentHex: ref.commitmentHex,
    provenance,
  }))
  const received = vault.write((tx) => evidence.receive(tx, caseId, records))
  const outcomes: ImportOutcome[] = []
  for (const [index, { duplicate, evidenceId, reference }] of received.entries()) {
    const file = files[index]
    if (file === undefined) continue
    if (duplicate) await vault.blobs.remove(file.ref.id).catch(() => undefined)
    const outcome = duplicate ? "duplicate" : "imported"
    outcomes.push({ name: shownPath(file.found), outcome, evidenceId, reference, fault: null })
  }
  return outcomes
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

interface SealedBatch {
  readonly files: readonly SealedFile[]
  /** Of those that failed already. */
  readonly outcomes: readonly ImportOutcome[]
}

const sealBatch = async (
  parts: ImportParts,
  batch: readonly FoundFile[],
  { progress, signal }: ImportRun,
  onBytes: (bytes: number) => void,
): Promise<SealedBatch> => {
  const sync = batch.length > 1 ? "group" : "each"
  const batchBytes = batch.reduce((sum, file) => sum + file.sizeBytes, 0)
  // Asked once for all; when not all fit, some still may.
  const fits = await hasSpace(parts.vault.folder, batchBytes).catch(() => false)
  const outcomes: ImportOutcome[] = []
  const sealed = await mapWide(batch, width, async (found) => {
    try {
      await progress.checkpoint()
      return await sealFile(parts, found, { sync, fits, signal, onBytes })
    } catch (error) {
      outcomes.push(failed(found, faultOf(error)))
      return undefined
    }
  })
  return { files: sealed.filter((file) => file !== undefined), outcomes }
}

/** Batch by batch: while one is made durable and acknowledged, the next is sealed. */
const importBatches = async (
  parts: ImportParts,
  request: ImportRequest,
  run: ImportRun,
  { files, onBytes }: { files: readonly FoundFile[]; onBytes: (bytes: number) => void },
): Promise<ImportOutcome[]> => {
  const outcomes: ImportOutcome[] = []
  const finish = async (batch: SealedBatch): Promise<void> => {
    outcomes.push(...batch.outcomes, ...(await keep(parts, request, batch.files, run)))
    run.progress.advance(batch.outcomes.length + batch.files.length)
    run.onKept()
  }
  let finishing = Promise.resolve()
  for (const batch of batches(files)) {
    const [sealed] = await Promise.all([sealBatch(parts, batch, run, onBytes), finishing])
    finishing = finish(sealed)
  }
  await finishing
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
  const imported = await importBatches(parts, request, run, { files, onBytes })
  return [...refused.map((entry) => failed(entry, entry.fault)), ...imported]
}
