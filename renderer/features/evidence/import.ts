import type { ImportOutcome } from "../../../shared/contract/evidence.ts"
import type { Offered } from "../../../shared/contract/host.ts"
import type { CaseId, IncidentId } from "../../../shared/model/ids.ts"
import { call } from "../../bridge/client.ts"
import { offerDropped, pick } from "../../bridge/shell.ts"
import { explain } from "../../session/explain.ts"
import { tell } from "../../session/preferences.ts"
import { createStore } from "../../session/store.ts"
import { showToast } from "../../session/toasts.ts"
import { outcomeLine } from "../jobs/words.ts"
import { addLink } from "../links/store.ts"
import { evidenceList } from "./store.ts"

export interface Batch {
  readonly caseId: CaseId
  readonly files: readonly Offered[]
  /** Dropped on an incident: linked to it, too. */
  readonly incidentId: IncidentId | undefined
}

export interface Provenance {
  readonly receivedFrom: string
  readonly receivedOn: string
  readonly how: string
}

interface State {
  /** Files waiting for the one question of their batch. */
  readonly batch: Batch | undefined
  /** What did not come in, per file, of the last batch. */
  readonly failed: readonly ImportOutcome[]
  /** What was said of the batch; kept when the engine refuses it, so that it is typed once. */
  readonly said: Provenance
}

const unsaid: Provenance = { receivedFrom: "", receivedOn: "", how: "" }

export const useImport = createStore<State>({ batch: undefined, failed: [], said: unsaid })

export const say = (said: Provenance): void => useImport.setState({ said })
export const forgetBatch = (): void => useImport.setState({ batch: undefined, said: unsaid })
export const forgetFailed = (): void => useImport.setState({ failed: [] })

const offer = (batch: Batch): void => {
  if (batch.files.length > 0) useImport.setState({ batch })
}

export const pickAndImport = async (caseId: CaseId, kind: "files" | "folder"): Promise<void> =>
  offer({ caseId, files: await pick(kind), incidentId: undefined })

export const dropOnList = async (caseId: CaseId, files: readonly File[]): Promise<void> =>
  offer({ caseId, files: await offerDropped(files), incidentId: undefined })

export const dropOnIncident = async (caseId: CaseId, incidentId: IncidentId, files: readonly File[]): Promise<void> =>
  offer({ caseId, files: await offerDropped(files), incidentId })

const counts = (outcomes: readonly ImportOutcome[]): Record<string, number> => {
  const sums: Record<string, number> = {}
  for (const { outcome } of outcomes) sums[outcome] = (sums[outcome] ?? 0) + 1
  return sums
}

/** Starts the import and goes on with the day: the tray shows it, and a line that adds up closes it. */
export const startImport = async (batch: Batch, provenance: Provenance): Promise<void> => {
  useImport.setState({ batch: undefined })
  const { caseId, incidentId } = batch
  const reply = await call("evidence.import", { caseId, files: batch.files.map(({ token }) => token), provenance })
  if (!reply.ok) {
    showToast({ text: explain(tell, reply.fault), failure: reply.fault })
    useImport.setState({ batch })
    return
  }
  const { outcomes } = reply.result
  useImport.setState({ said: unsaid, failed: outcomes.filter(({ outcome }) => outcome === "failed") })
  showToast({ text: tell("import.done", { summary: outcomeLine(tell, counts(outcomes)) }) })
  if (incidentId !== undefined) {
    for (const { evidenceId } of outcomes) {
      if (evidenceId === null) continue
      await addLink({ evidenceId, place: { kind: "whole" }, target: { kind: "incident", id: incidentId } })
    }
  }
  if (evidenceList.use.getState().caseId === caseId) await evidenceList.reload()
}
