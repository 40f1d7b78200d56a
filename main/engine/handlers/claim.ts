import * as claims from "../../domain/claim.ts"
import { change } from "../../domain/grade-change.ts"
import { impact } from "../../domain/grade-impact.ts"
import { changed, type EngineContext, type HandlersOf } from "../context.ts"

export const claimHandlers = (context: EngineContext): HandlersOf<"claim" | "grade"> => ({
  "claim.board": (input) => context.vault().read((tx) => claims.board(tx, input)),
  "claim.show": ({ id }) => context.vault().read((tx) => claims.show(tx, id)),
  "grade.impact": (ref) => context.vault().read((tx) => impact(tx, ref)),
  "grade.change": (input) => {
    const { caseId, resting } = context.vault().read((tx) => impact(tx, input))
    const done = context.vault().write((tx) => change(tx, input))
    for (const noun of new Set([input.kind, ...resting.map(({ kind }) => kind), "dossier"]))
      changed(context, noun, caseId)
    return done
  },
})
