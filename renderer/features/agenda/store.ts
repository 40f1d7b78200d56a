import type { AgendaItem } from "../../../shared/contract/agenda.ts"
import type { Output } from "../../../shared/contract/contract.ts"
import { localDay } from "../../../shared/deadlines/day.ts"
import type { RecordRef } from "../../../shared/model/field.ts"
import type { CaseId } from "../../../shared/model/ids.ts"
import { pick, reveal } from "../../bridge/shell.ts"
import { act } from "../../session/act.ts"
import { tell, usePreferences } from "../../session/preferences.ts"
import { createStore } from "../../session/store.ts"
import { showToast } from "../../session/toasts.ts"
import { undoable } from "../records/store.ts"

interface State {
  readonly listed: Output<"agenda.list"> | undefined
  readonly everyCase: boolean
  /** Whose; "" is everybody's. */
  readonly who: string
  readonly chosen: RecordRef | undefined
}
export const useAgenda = createStore<State>({ listed: undefined, everyCase: false, who: "", chosen: undefined })

/** The day that it is here. */
export const today = (): string => localDay(new Date())

const asked = (caseId: CaseId) => {
  const { everyCase, who } = useAgenda.getState()
  return { caseId: everyCase ? null : caseId, who, today: today() }
}

export const loadAgenda = async (caseId: CaseId): Promise<void> => {
  const input = asked(caseId)
  const listed = await act("agenda.list", input)
  const now = asked(caseId)
  if (listed !== undefined && input.caseId === now.caseId && input.who === now.who) useAgenda.setState({ listed })
}

export const narrow = async (caseId: CaseId, by: Partial<Pick<State, "everyCase" | "who">>): Promise<void> => {
  useAgenda.setState(by)
  await loadAgenda(caseId)
}

export const choose = (chosen: RecordRef | undefined): void => useAgenda.setState({ chosen })

/** Done today; can be taken back. */
export const tickOff = async (caseId: CaseId, { record }: AgendaItem): Promise<void> => {
  const ref = { kind: record.kind, id: record.id }
  if ((await act("record.update", { ...ref, patch: { done: "yes", doneOn: today() } })) === undefined) return
  await loadAgenda(caseId)
  await undoable(tell("agenda.ticked"), ref, () => loadAgenda(caseId))
}

/** What is listed now, written where the person chooses. False: nothing was written. */
export const writeCalendar = async (caseId: CaseId, withNames: boolean): Promise<boolean> => {
  const target = (await pick("target-folder"))[0]
  if (target === undefined) return false
  const { language } = usePreferences.getState()
  const done = await act("agenda.export", { ...asked(caseId), withNames, language, target: target.token })
  if (done === undefined) return false
  showToast({
    text: tell("agenda.calendar.written", { name: done.name, count: done.events }),
    action: { label: tell("evidence.reveal"), run: () => void reveal(done.file) },
  })
  return true
}
