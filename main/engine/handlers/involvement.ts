import * as involvements from "../../domain/involvement.ts"
import { changed, type EngineContext, type HandlersOf, newId } from "../context.ts"

export const involvementHandlers = (context: EngineContext): HandlersOf<"involvement"> => ({
  "involvement.add": (input) => {
    const id = newId(context)
    const { added, caseId } = context.vault().write((tx) => {
      const added = involvements.add(tx, { ...input, id })
      return { added, caseId: involvements.caseOf(tx, added.id) }
    })
    changed(context, "involvement", caseId)
    return added
  },
  "involvement.list": (input) => ({ involvements: context.vault().read((tx) => involvements.list(tx, input)) }),
  "involvement.remove": ({ id }) => {
    const caseId = context.vault().write((tx) => {
      const caseId = involvements.caseOf(tx, id)
      involvements.remove(tx, id)
      return caseId
    })
    changed(context, "involvement", caseId)
    return { id }
  },
})
