import type { Output, Parsed } from "../../shared/contract/contract.ts"
import { Fault } from "../../shared/faults.ts"
import type { LineValue, RecordRef } from "../../shared/model/field.ts"
import { append } from "../vault/audit.ts"
import type { WriteTx } from "../vault/tx.ts"
import { saidIn } from "./grade.ts"
import { impact } from "./grade-impact.ts"
import type { FieldPatch } from "./record-fields.ts"
import * as records from "./record.ts"
import { mustFind } from "./record-store.ts"

type Change = Parsed<"grade.change">

const dayOf = (tx: WriteTx): string => tx.now.slice(0, 10)

const linesIn = (value: unknown): readonly LineValue[] => (Array.isArray(value) ? (value as LineValue[]) : [])

/** The new grade with the one before kept beside it; an actor has reliability alone. */
const regrade = (tx: WriteTx, ref: RecordRef, { reliability, credibility, reason }: Change): boolean => {
  const { fields } = mustFind(tx, ref)
  const was = [saidIn(fields, "reliability"), saidIn(fields, "credibility")].filter((code) => code !== "").join("")
  const next: FieldPatch = {
    ...(reliability === undefined ? {} : { reliability: reliability === "" ? null : reliability }),
    ...(credibility === undefined || ref.kind === "actor"
      ? {}
      : { credibility: credibility === "" ? null : credibility }),
  }
  const same = Object.entries(next).every(([name, code]) => (code ?? "") === saidIn(fields, name))
  if (same) return false
  const gradeHistory = [...linesIn(fields["gradeHistory"]), { on: dayOf(tx), was: was === "" ? "—" : was, reason }]
  records.update(tx, ref, { ...next, gradeHistory })
  return true
}

/**
 * Grades a source and the chosen of what rests on it anew, and marks what has left that used them: all in the caller's
 * one transaction.
 * @throws Fault "not-found", "bad-input" (something chosen does not rest on it or carries no grade; nothing to change)
 */
export const change = (tx: WriteTx, input: Change): Output<"grade.change"> => {
  const { kind, id, reliability, credibility, reason, apply } = input
  if (reliability === undefined && (credibility === undefined || kind === "actor"))
    throw new Fault("bad-input", { field: kind === "actor" ? "reliability" : "credibility" })
  const { resting, dossiers, filed } = impact(tx, { kind, id })
  const chosen = apply.map((wanted) => {
    const found = resting.find((one) => one.id === wanted && one.graded)
    if (found === undefined) throw new Fault("bad-input", { field: "apply" })
    return found
  })
  const changed = [{ kind, id }, ...chosen].filter((ref) => regrade(tx, { kind: ref.kind, id: ref.id }, input)).length
  if (changed === 0) return { changed: 0, dossiers: 0, filed: 0 }
  for (const dossier of dossiers) {
    tx.update("dossiers", dossier.id, { regraded_at: tx.now, regraded_why: reason })
    append(tx, { verb: "dossier.source-regraded", subjectKind: "dossier", subjectId: dossier.id })
  }
  for (const one of filed) {
    const { fields } = mustFind(tx, one)
    const sourcesRegraded = [...linesIn(fields["sourcesRegraded"]), { on: dayOf(tx), reason }]
    records.update(tx, { kind: one.kind, id: one.id }, { sourcesRegraded })
  }
  append(tx, { verb: `${kind}.regraded`, subjectKind: kind, subjectId: id })
  return { changed, dossiers: dossiers.length, filed: filed.length }
}
