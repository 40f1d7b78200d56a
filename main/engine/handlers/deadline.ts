import { compute, save } from "../../domain/deadline.ts"
import { changed, type EngineContext, type HandlersOf, newId } from "../context.ts"

export const deadlineHandlers = (context: EngineContext): HandlersOf<"deadline"> => ({
  "deadline.compute": compute,
  "deadline.save": (input) => {
    const id = newId(context)
    const saved = context.vault().write((tx) => save(tx, input, id))
    changed(context, "deadline", saved.caseId)
    return saved
  },
})
