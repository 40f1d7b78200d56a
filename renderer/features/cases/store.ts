import type { Case } from "../../../shared/model/case.ts"
import type { CaseId } from "../../../shared/model/ids.ts"
import { call, type Failure } from "../../bridge/client.ts"
import { act } from "../../session/act.ts"
import { removeDraft } from "../../session/drafts.ts"
import { go } from "../../session/navigation.ts"
import { createStore } from "../../session/store.ts"
import { remember } from "../../session/undo.ts"

interface State {
  readonly cases: readonly Case[]
  readonly status: "idle" | "ready" | "failed"
  readonly failure: Failure | undefined
  readonly adding: boolean
}

export const useCases = createStore<State>({ cases: [], status: "idle", failure: undefined, adding: false })

export const loadCases = async (): Promise<void> => {
  const reply = await call("case.list", {})
  useCases.setState(
    reply.ok
      ? { cases: reply.result.cases, status: "ready", failure: undefined }
      : { status: "failed", failure: reply.fault },
  )
}

export const useCase = (id: CaseId | undefined): Case | undefined =>
  useCases((state) => state.cases.find((one) => one.id === id))

export const showAdding = (adding: boolean): void => useCases.setState({ adding })

export const addCase = async (title: string, reference: string): Promise<boolean> => {
  const added = await act("case.add", { title, reference })
  if (added === undefined) return false
  removeDraft("case.add")
  await loadCases()
  useCases.setState({ adding: false })
  go({ view: "overview", caseId: added.id })
  return true
}

type Patch = Partial<Pick<Case, "title" | "reference" | "summary" | "status">>

const update = async (id: CaseId, patch: Patch): Promise<boolean> => {
  const changed = await act("case.update", { id, patch })
  if (changed !== undefined) await loadCases()
  return changed !== undefined
}

/** Changes a case, undoably. */
export const changeCase = async (before: Case, patch: Patch, label: string): Promise<boolean> => {
  const { title, reference, summary, status } = before
  const old = Object.fromEntries(
    Object.entries({ title, reference, summary, status }).filter(([key]) => key in patch),
  ) as Patch
  const done = await update(before.id, patch)
  if (done) {
    remember({ label, undo: () => update(before.id, old), redo: () => update(before.id, patch) })
  }
  return done
}
