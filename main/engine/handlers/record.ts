import type { RecordRef } from "../../../shared/model/field.ts"
import type { CaseId } from "../../../shared/model/ids.ts"
import { groups } from "../../domain/group.ts"
import * as listTerms from "../../domain/list-term.ts"
import * as records from "../../domain/record.ts"
import { updateMany } from "../../domain/record-bulk.ts"
import { merge } from "../../domain/record-merge.ts"
import { conflicts } from "../../domain/record-merge-answers.ts"
import { labelOf } from "../../domain/holder.ts"
import { history } from "../../domain/record-history.ts"
import { list } from "../../domain/record-list.ts"
import { pointersTo } from "../../domain/record-refs.ts"
import { dangling, remove } from "../../domain/record-remove.ts"
import { search } from "../../domain/record-search.ts"
import { find } from "../../domain/record-store.ts"
import type { ReadTx } from "../../vault/tx.ts"
import { changed, type EngineContext, type HandlersOf, newId } from "../context.ts"

const pointers = (tx: ReadTx, { id }: RecordRef) =>
  pointersTo(tx, id).flatMap(({ from, field }) => {
    const record = find(tx, from)
    return record === undefined ? [] : [{ record: records.toView(tx, record), field }]
  })

export const recordHandlers = (context: EngineContext): HandlersOf<"record" | "term"> => ({
  "record.add": ({ caseId, parent, kind, fields }) => {
    const id = newId(context)
    const added = context.vault().write((tx) => records.add(tx, { id, kind, caseId, parent, fields }))
    changed(context, kind, caseId)
    return added
  },
  "record.show": (ref) => context.vault().read((tx) => records.show(tx, ref)),
  "record.update": ({ kind, id, patch, expected }) => {
    const updated = context.vault().write((tx) => records.update(tx, { kind, id }, patch, expected))
    changed(context, kind, updated.caseId)
    return updated
  },
  "record.updateMany": (input) => {
    const cases = context.vault().write((tx) => updateMany(tx, input, () => newId(context)))
    changed(context, input.kind, cases[0] ?? null)
    return { changed: cases.length }
  },
  "record.list": (input) => context.vault().read((tx) => list(tx, input)),
  "record.search": (input) => context.vault().read((tx) => search(tx, input)),
  "record.groups": (input) => context.vault().read((tx) => groups(tx, input)),
  "record.pointers": (ref) => ({ pointers: context.vault().read((tx) => pointers(tx, ref)) }),
  "record.dangling": (ref) => context.vault().read((tx) => dangling(tx, ref)),
  "record.remove": ({ kind, id, reason }) => {
    const noteId = newId(context)
    const done = context.vault().write((tx): { caseId: CaseId; gone: number } => {
      const caseId = records.caseOf(tx, { kind, id })
      return { caseId, gone: remove(tx, { kind, id }, { text: reason, noteId }) }
    })
    changed(context, kind, done.caseId)
    return { id, gone: done.gone }
  },
  "record.compare": (pair) =>
    context.vault().read((tx) => {
      const sides = [pair.keep, pair.lose].map((id) => records.show(tx, { kind: pair.kind, id }))
      return { conflicts: conflicts(tx, pair), labels: sides.flatMap(({ labels }) => labels) }
    }),
  "record.merge": ({ kind, keep, lose, sides }) => {
    const noteId = newId(context)
    const kept = context.vault().write((tx) => {
      merge(tx, { kind, keep, lose, sides, noteId })
      return records.show(tx, { kind, id: keep })
    })
    for (const noun of [kind, "involvement", "link", "note"]) changed(context, noun, kept.caseId)
    return kept
  },
  "record.history": (ref) =>
    context.vault().read((tx) => {
      const { createdAt, createdBy } = records.show(tx, ref)
      const changes = history(tx, ref).map((change) => ({ ...change, byName: labelOf(tx, change.by) }))
      return { changes, createdAt, createdBy, createdByName: labelOf(tx, createdBy) }
    }),
  "term.add": (input) => {
    const added = context.vault().write((tx) => listTerms.add(tx, { ...input, id: newId(context) }))
    changed(context, "term", null)
    return added
  },
  "term.retire": (input) => {
    const done = context.vault().write((tx) => listTerms.retire(tx, input))
    changed(context, "term", null)
    return done
  },
  "term.list": () => context.vault().read(listTerms.list),
})
