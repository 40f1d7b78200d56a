import * as drafts from "../../domain/draft.ts"
import type { EngineContext, HandlersOf } from "../context.ts"

export const draftHandlers = (context: EngineContext): HandlersOf<"draft"> => ({
  "draft.save": ({ key, json }) => {
    context.vault().write((tx) => drafts.save(tx, key, json))
    return {}
  },
  "draft.list": () => ({ drafts: context.vault().read(drafts.list) }),
  "draft.remove": ({ key }) => {
    context.vault().write((tx) => drafts.remove(tx, key))
    return {}
  },
})
