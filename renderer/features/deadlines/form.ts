import type { Input, Output } from "../../../shared/contract/contract.ts"
import { countOf, type Known, type TimeUnit } from "../../../shared/deadlines/rule.ts"
import { ruleById } from "../../../shared/deadlines/rules.ts"
import type { CaseId } from "../../../shared/model/ids.ts"
import type { RecordRef } from "../../../shared/model/field.ts"
import { call, type Failure } from "../../bridge/client.ts"
import { act } from "../../session/act.ts"
import { tell, usePreferences } from "../../session/preferences.ts"
import { createStore } from "../../session/store.ts"
import { loadRecord, undoable } from "../records/store.ts"

/** What is typed so far. `rule`: the id of one of the list, or "own". */
export interface Draft {
  readonly rule: string
  readonly ownTitle: string
  readonly amount: string
  readonly unit: TimeUnit
  readonly firstDay: Known
  readonly moves: Known
  readonly source: string
  readonly start: string
  readonly startTime: string
  readonly daysOff: string
  readonly title: string
  readonly who: string
  readonly due: string
  readonly editedReason: string
}

export const emptyDraft: Draft = {
  rule: "own",
  ownTitle: "",
  amount: "",
  unit: "days",
  firstDay: "unknown",
  moves: "unknown",
  source: "",
  start: "",
  startTime: "",
  daysOff: "",
  title: "",
  who: "",
  due: "",
  editedReason: "",
}

interface State {
  readonly draft: Draft
  /** What follows from the draft; undefined while it is not whole. */
  readonly found: Output<"deadline.compute"> | undefined
  readonly fault: Failure | undefined
}
const fresh: State = { draft: emptyDraft, found: undefined, fault: undefined }
export const useDeadlineForm = createStore<State>(fresh)

const ruleIn = (draft: Draft): Input<"deadline.compute">["rule"] | undefined => {
  if (draft.rule !== "own") {
    const rule = ruleById(draft.rule)
    return rule === undefined || countOf(rule) === undefined ? undefined : rule.id
  }
  const amount = Number(draft.amount)
  if (draft.ownTitle.trim() === "" || !Number.isInteger(amount) || amount < 1) return undefined
  return {
    title: draft.ownTitle,
    amount,
    unit: draft.unit,
    firstDayCounted: draft.firstDay,
    movesFromDayOff: draft.moves,
    source: draft.source,
  }
}

const isHours = ({ rule, unit }: Draft): boolean => (rule === "own" ? unit : ruleById(rule)?.unit) === "hours"

const inputOf = (draft: Draft): Input<"deadline.compute"> | undefined => {
  const rule = ruleIn(draft)
  if (rule === undefined || draft.start.trim() === "") return undefined
  return {
    rule,
    start: draft.start,
    startTime: isHours(draft) ? draft.startTime.trim() : "",
    daysOff: draft.daysOff.split(/[\s,;]+/).filter((day) => day !== ""),
    language: usePreferences.getState().language,
  }
}

export const begin = (): void => useDeadlineForm.setState(fresh, true)

/** Every change is counted at once; an answer to an older draft is dropped. */
export const type = async (change: Partial<Draft>): Promise<void> => {
  const draft = { ...useDeadlineForm.getState().draft, ...change }
  useDeadlineForm.setState({ draft })
  const input = inputOf(draft)
  if (input === undefined) {
    useDeadlineForm.setState({ found: undefined, fault: undefined })
    return
  }
  const reply = await call("deadline.compute", input)
  if (useDeadlineForm.getState().draft !== draft) return
  useDeadlineForm.setState(
    reply.ok ? { found: reply.result, fault: undefined } : { found: undefined, fault: reply.fault },
  )
}

/** False: refused, and told. */
export const save = async (caseId: CaseId, of: RecordRef | null): Promise<boolean> => {
  const { draft } = useDeadlineForm.getState()
  const input = inputOf(draft)
  if (input === undefined) return false
  const { title, who, due, editedReason } = draft
  const saved = await act("deadline.save", { ...input, caseId, of, title, who, due, editedReason })
  if (saved === undefined) return false
  const ref = { kind: "deadline", id: saved.id } as const
  await loadRecord(ref)
  await undoable(tell("records.added"), ref)
  return true
}
