import type { Input } from "../../../shared/contract/contract.ts"
import type { FieldValue, RecordKind } from "../../../shared/model/field.ts"
import { call } from "../../bridge/client.ts"
import { act } from "../../session/act.ts"
import { tell } from "../../session/preferences.ts"
import { undoable } from "../records/store.ts"

type Change = Omit<Input<"record.updateMany">, "kind" | "ids">

/** Above so many, what they have in common is not asked for. */
const mostCompared = 100

/** What they all answered alike: undefined where answers differ, or where there are too many to ask. */
export const commonAnswer = async (
  kind: RecordKind,
  ids: readonly string[],
  field: string,
): Promise<{ readonly value: FieldValue | undefined } | undefined> => {
  if (ids.length > mostCompared) return undefined
  const shown = await Promise.all(ids.map((id) => call("record.show", { kind, id })))
  const values = shown.map((reply) => (reply.ok ? reply.result.fields[field] : undefined))
  const [first] = values
  return values.every((value) => JSON.stringify(value) === JSON.stringify(first)) ? { value: first } : undefined
}

/** One act for all, and one step back. */
export const changeAll = async (
  kind: RecordKind,
  ids: readonly string[],
  change: Change,
  afterwards: () => Promise<void>,
): Promise<boolean> => {
  const done = await act("record.updateMany", { kind, ids: [...ids], ...change })
  if (done === undefined) return false
  await afterwards()
  const last = ids.at(-1)
  if (last !== undefined)
    await undoable(tell("bulk.changedAll", { count: done.changed }), { kind, id: last }, afterwards)
  return true
}
