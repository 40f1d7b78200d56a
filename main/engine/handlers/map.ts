import { list } from "../../domain/map.ts"
import type { EngineContext, HandlersOf } from "../context.ts"

export const mapHandlers = (context: EngineContext): HandlersOf<"map"> => ({
  "map.list": ({ caseId }) => context.vault().read((tx) => list(tx, caseId)),
})
