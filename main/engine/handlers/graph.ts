import * as graph from "../../domain/graph.ts"
import type { EngineContext, HandlersOf } from "../context.ts"

export const graphHandlers = (context: EngineContext): HandlersOf<"graph"> => ({
  "graph.around": (input) => context.vault().read((tx) => graph.around(tx, input)),
  "graph.path": (input) => context.vault().read((tx) => graph.path(tx, input)),
})
