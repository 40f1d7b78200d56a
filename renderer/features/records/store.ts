import type { Input, Output } from "../../../shared/contract/contract.ts"
import type { RecordView } from "../../../shared/contract/record.ts"
import type { FieldValue, PlainKind, RecordKind, RecordRef } from "../../../shared/model/field.ts"
import type { CaseId } from "../../../shared/model/ids.ts"
import { call, type Failure } from "../../bridge/client.ts"
import { act } from "../../session/act.ts"
import { createList, type List } from "../../session/list.ts"
import { tell } from "../../session/preferences.ts"
import { createStore } from "../../session/store.ts"
import { remember } from "../../session/undo.ts"

export type Pointers = Output<"record.pointers">["pointers"]

interface State {
  /** Records that are shown somewhere, by id. */
  readonly byId: Readonly<Record<string, RecordView>>
  readonly pointersTo: Readonly<Record<string, Pointers>>
  /** Terms that people added, and those used last. */
  readonly terms: Output<"term.list">
  readonly addingKind: PlainKind | undefined
}
export const useRecords = createStore<State>({
  byId: {},
  pointersTo: {},
  terms: { terms: [], recent: {} },
  addingKind: undefined,
})

const put = (record: RecordView): void =>
  useRecords.setState(({ byId }) => ({ byId: { ...byId, [record.id]: record } }))

export const loadTerms = async (): Promise<void> => {
  const reply = await call("term.list", {})
  if (reply.ok) useRecords.setState({ terms: reply.result })
}

/** The record and what names it, asked for anew. */
export const loadRecord = async (ref: RecordRef): Promise<void> => {
  const [shown, named] = await Promise.all([call("record.show", ref), call("record.pointers", ref)])
  if (shown.ok) put(shown.result)
  if (named.ok)
    useRecords.setState(({ pointersTo }) => ({ pointersTo: { ...pointersTo, [ref.id]: named.result.pointers } }))
}

const lists = new Map<PlainKind, List<RecordView>>()

/** The list of one kind; made when it is first shown. */
export const listOfKind = (kind: PlainKind): List<RecordView> => {
  const known = lists.get(kind)
  if (known !== undefined) return known
  const made = createList<RecordView>(
    ({ sort, ...request }) => call("record.list", { ...request, kind, sort: sort as Input<"record.list">["sort"] }),
    kind,
  )
  lists.set(kind, made)
  return made
}

const refresh = (record: RecordView): void => {
  put(record)
  for (const list of lists.values()) list.replace(({ id }) => id === record.id, record)
}

/** What was just done to a record can be taken back by the engine, and that again. */
export const undoable = async (label: string, ref: RecordRef, afterwards?: () => Promise<void>): Promise<void> => {
  const done = await call("undo.latest", { subjectId: ref.id })
  if (!done.ok || done.result.act === null) return
  let { act: last } = done.result
  const take = async (): Promise<boolean> => {
    const taken = await act("undo.take", { act: last })
    last = taken?.act ?? last
    if (taken !== undefined) await loadRecord(ref)
    if (taken !== undefined) await afterwards?.()
    return taken !== undefined
  }
  remember({ label, undo: take, redo: take })
}

/** Changes one answer, undoably. A refused value comes back as its failure, for the place where it was given. */
export const answer = async (
  record: Pick<RecordView, "id" | "kind">,
  field: string,
  value: FieldValue | null,
): Promise<Failure | undefined> => {
  const ref = { kind: record.kind, id: record.id }
  const reply = await call("record.update", { ...ref, patch: { [field]: value } })
  if (!reply.ok) return reply.fault
  refresh(reply.result)
  await undoable(tell("records.changed"), ref)
  return undefined
}

export interface NewRecord {
  readonly caseId: CaseId
  readonly kind: PlainKind
  readonly parent: RecordRef | null
  readonly fields: Input<"record.add">["fields"]
}

/** Undefined: refused, and told. */
export const addRecord = async (input: NewRecord): Promise<RecordView | undefined> => {
  const added = await act("record.add", input)
  if (added === undefined) return undefined
  put(added)
  if (input.parent !== null) await loadRecord(input.parent)
  await lists.get(input.kind)?.reload()
  await undoable(tell("records.added"), { kind: added.kind, id: added.id })
  return added
}

/** The second step of removing; the first showed what goes with it. */
export const removeRecord = async (ref: RecordRef, reason: string): Promise<boolean> => {
  const record = useRecords.getState().byId[ref.id]
  const done = await act("record.remove", { ...ref, reason })
  if (done === undefined) return false
  for (const list of lists.values()) if (list.use.getState().caseId !== undefined) await list.reload()
  if (record?.parent != null) await loadRecord(record.parent)
  await undoable(tell("records.removed"), ref)
  return true
}

/** Two that are the same become one. `reload` shows what stays anew, also after it was taken back. */
export const mergeRecords = async (input: Input<"record.merge">, reload: () => Promise<void>): Promise<boolean> => {
  const ref = { kind: input.kind, id: input.keep }
  if ((await act("record.merge", input)) === undefined) return false
  await Promise.all([loadRecord(ref), reload()])
  await undoable(tell("records.merged"), ref, reload)
  return true
}

export const isRecordKind = (kind: RecordKind): kind is PlainKind =>
  !["case", "incident", "actor", "evidence", "involvement", "link"].includes(kind)
