import type { CustodyEntry, Evidence } from "../../../shared/model/evidence.ts"
import type { EvidenceId } from "../../../shared/model/ids.ts"
import { call } from "../../bridge/client.ts"
import { pick, reveal } from "../../bridge/shell.ts"
import { act } from "../../session/act.ts"
import { createList } from "../../session/list.ts"
import { tell } from "../../session/preferences.ts"
import { createStore } from "../../session/store.ts"
import { showToast } from "../../session/toasts.ts"
import { remember } from "../../session/undo.ts"

export const evidenceList = createList<Evidence>((request) => call("evidence.list", request), "evidence")

interface State {
  readonly chosen: Evidence | undefined
  readonly custody: readonly CustodyEntry[]
}
export const useEvidence = createStore<State>({ chosen: undefined, custody: [] })

export const choose = async (id: EvidenceId | undefined): Promise<void> => {
  if (id === undefined) {
    useEvidence.setState({ chosen: undefined, custody: [] })
    return
  }
  const [shown, custody] = await Promise.all([call("evidence.show", { id }), call("evidence.custody", { id })])
  useEvidence.setState({
    chosen: shown.ok ? shown.result : undefined,
    custody: custody.ok ? custody.result.entries : [],
  })
}

type Patch = Partial<Pick<Evidence, "title" | "description" | "graphic">>

const update = async (id: EvidenceId, patch: Patch): Promise<boolean> => {
  const changed = await act("evidence.update", { id, patch })
  if (changed === undefined) return false
  evidenceList.replace((row) => row.id === id, changed)
  if (useEvidence.getState().chosen?.id === id) useEvidence.setState({ chosen: changed })
  return true
}

export const changeEvidence = async (before: Evidence, patch: Patch): Promise<void> => {
  const { title, description, graphic } = before
  const old = Object.fromEntries(
    Object.entries({ title, description, graphic }).filter(([key]) => key in patch),
  ) as Patch
  if (!(await update(before.id, patch))) return
  remember({
    label: tell("evidence.edited"),
    undo: () => update(before.id, old),
    redo: () => update(before.id, patch),
  })
}

/** Writes the original to a folder of the person's choosing. Cannot be undone, so it is asked for first. */
export const exportOriginal = async (id: EvidenceId): Promise<void> => {
  const target = (await pick("target-folder"))[0]
  if (target === undefined) return
  const done = await act("evidence.export", { id, target: target.token })
  if (done === undefined) return
  showToast({
    text: tell("evidence.exported", { name: done.name }),
    action: { label: tell("evidence.reveal"), run: () => void reveal(done.file) },
  })
  await choose(id)
}
