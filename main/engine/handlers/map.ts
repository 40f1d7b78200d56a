import { list } from "../../domain/map.ts"
import type { EngineContext, HandlersOf } from "../context.ts"

export const mapHandlers = (context: EngineContext): HandlersOf<"map"> => ({
  "map.list": (input) => context.vault().read((tx) => list(tx, input)),
})
