import type { Parsed } from "../../shared/contract/contract.ts"
import { Fault } from "../../shared/faults.ts"
import type { ActorId, CaseId, IncidentId } from "../../shared/model/ids.ts"
import type { WriteTx } from "../vault/tx.ts"
import * as actors from "./actor.ts"
import * as incidents from "./incident.ts"
import * as records from "./record.ts"
import { mustFind } from "./record-store.ts"

type Asked = Parsed<"record.updateMany">

const isText = (value: unknown): value is string => typeof value === "string"

const tagsOf = (value: unknown, { addTags, removeTags }: Asked): string[] => {
  const before: string[] = Array.isArray(value) ? (value as unknown[]).filter(isText) : []
  return [...new Set([...before, ...addTags])].filter((tag) => !removeTags.includes(tag))
}

/** What stands in columns of its own, for the kinds that have them. */
const changeOwn = (tx: WriteTx, id: string, { kind, ...asked }: Asked, newId: () => string): void => {
  const { verification, protected: isProtected } = asked
  if (verification !== undefined) {
    if (kind !== "incident") throw new Fault("bad-input", { field: "verification" })
    incidents.update(tx, { id: id as IncidentId, patch: { verification } })
  }
  if (isProtected !== undefined) {
    if (kind !== "actor") throw new Fault("bad-input", { field: "protected" })
    actors.update(tx, { id: id as ActorId, patch: { protected: isProtected }, newId })
  }
}

/**
 * Changes many records alike, in one act: a value that one of them cannot take changes none.
 * Gives the cases that they are in. @throws as `record.update`
 */
export const updateMany = (tx: WriteTx, asked: Asked, newId: () => string): CaseId[] => {
  const { kind, ids, patch, addTags, removeTags } = asked
  const changesTags = addTags.length + removeTags.length > 0
  return ids.map((id) => {
    const { caseId, fields } = mustFind(tx, { kind, id })
    const tags = changesTags ? tagsOf(fields["tags"], asked) : []
    const whole = changesTags ? { ...patch, tags: tags.length === 0 ? null : tags } : patch
    changeOwn(tx, id, asked, newId)
    if (Object.keys(whole).length > 0) records.update(tx, { kind, id }, whole)
    return caseId
  })
}
