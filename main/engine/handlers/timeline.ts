import { list } from "../../domain/timeline.ts"
import type { EngineContext, HandlersOf } from "../context.ts"

export const timelineHandlers = (context: EngineContext): HandlersOf<"timeline"> => ({
  "timeline.list": (input) => context.vault().read((tx) => list(tx, input)),
})
