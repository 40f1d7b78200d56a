import type { CaseId } from "../../../shared/model/ids.ts"
import * as cases from "../../domain/case.ts"
import { changed, type EngineContext, type HandlersOf, newId } from "../context.ts"

export const caseHandlers = (context: EngineContext): HandlersOf<"case"> => ({
  "case.add": (input) => {
    const added = context.vault().write((tx) => cases.add(tx, { ...input, id: newId(context) as CaseId }))
    changed(context, "case", added.id)
    return added
  },
  "case.list": () => ({ cases: context.vault().read(cases.list) }),
  "case.show": ({ id }) => context.vault().read((tx) => cases.show(tx, id)),
  "case.update": ({ id, patch }) => {
    const updated = context.vault().write((tx) => cases.update(tx, id, patch))
    changed(context, "case", id)
    return updated
  },
})
