import type { EvidenceId } from "../../shared/model/ids.ts"
import type { CaseId } from "../../shared/model/ids.ts"
import type { ImportOutcome } from "../../shared/contract/evidence.ts"
import { show } from "../../main/domain/evidence-row.ts"
import { importFiles } from "../../main/import/pipeline.ts"
import type { ImportParts } from "../../main/import/seal-file.ts"
import type { JobProgress } from "../../main/jobs/board.ts"
import type { BlobId } from "../../shared/model/ids.ts"

const quiet: JobProgress = {
  label: () => undefined,
  step: () => undefined,
  total: () => undefined,
  advance: () => undefined,
  fraction: () => undefined,
  checkpoint: () => Promise.resolve(),
}

/** What a test does while files come in. */
export interface Meddling {
  readonly progress?: Partial<JobProgress>
  readonly signal?: AbortSignal
  readonly onKept?: () => void
}

/** Imports `paths` into `caseId` with nobody watching. */
export const importPaths = (
  parts: ImportParts,
  caseId: string,
  paths: readonly string[],
  { progress = {}, signal = new AbortController().signal, onKept = () => undefined }: Meddling = {},
): Promise<ImportOutcome[]> =>
  importFiles(
    parts,
    {
      caseId: caseId as CaseId,
      paths,
      provenance: { receivedFrom: "Ерлан", receivedOn: "2017-03-12", how: "by hand" },
    },
    { progress: { ...quiet, ...progress }, signal, onKept },
  )

/** `name → fault, or how it ended`, for comparing. */
export const endings = (outcomes: readonly ImportOutcome[]): Record<string, string> =>
  Object.fromEntries(outcomes.map(({ name, outcome, fault }) => [name, fault ?? outcome]))

/** The records of what was imported. */
export const recordsOf = (vault: ImportParts["vault"], outcomes: readonly ImportOutcome[]) =>
  outcomes
    .filter(({ outcome }) => outcome === "imported")
    .map(({ evidenceId }) => vault.read((tx) => show(tx, evidenceId as EvidenceId)))

/** The ids of all sealed files that lie in the vault. */
export const blobsOnDisk = async (vault: ImportParts["vault"]): Promise<BlobId[]> => {
  const ids: BlobId[] = []
  for await (const id of vault.blobs.list()) ids.push(id)
  return ids
}
