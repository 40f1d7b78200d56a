import * as graph from "../../domain/graph.ts"
import type { EngineContext, HandlersOf } from "../context.ts"

export const graphHandlers = ({ vault }: EngineContext): HandlersOf<"graph"> => ({
  "graph.around": (input) => vault().read((tx) => graph.around(tx, input)),
  "graph.path": (input) => vault().read((tx) => graph.path(tx, input)),
})
