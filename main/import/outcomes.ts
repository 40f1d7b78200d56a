import type { ImportOutcome } from "../../shared/contract/evidence.ts"
import type { FaultCode } from "../../shared/faults.ts"
import { diskFault } from "../vault/durable.ts"
import type { FoundFile, RefusedEntry } from "./walk.ts"

/** A file with the folder that it came in. */
export const shownPath = ({ folder, name }: { folder: string; name: string }): string =>
  folder === "" ? name : `${folder}/${name}`

/** The outcome of what could not be taken in. */
export const failed = (entry: FoundFile | RefusedEntry, fault: FaultCode): ImportOutcome => ({
  name: shownPath(entry),
  outcome: fault === "cancelled" ? "cancelled" : "failed",
  evidenceId: null,
  reference: "",
  fault: fault === "cancelled" ? null : fault,
})

/** The code of whatever went wrong; what is no fault of ours is one of the disk. */
export const faultOf = (error: unknown): FaultCode => diskFault(error).code

/** How many files ended in which way, for the closing line of the job. */
export const countOutcomes = (outcomes: readonly ImportOutcome[]): Record<ImportOutcome["outcome"], number> => {
  const counts = { imported: 0, duplicate: 0, failed: 0, cancelled: 0 }
  for (const { outcome } of outcomes) counts[outcome] += 1
  return counts
}
