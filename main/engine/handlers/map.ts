import { list } from "../../domain/map.ts"
import type { EngineContext, HandlersOf } from "../context.ts"

export const mapHandlers = ({ vault }: EngineContext): HandlersOf<"map"> => ({
  "map.list": ({ caseId }) => vault().read((tx) => list(tx, caseId)),
})
