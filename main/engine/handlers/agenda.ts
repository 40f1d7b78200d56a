import { list } from "../../domain/agenda.ts"
import type { EngineContext, HandlersOf } from "../context.ts"

export const agendaHandlers = (context: EngineContext): HandlersOf<"agenda"> => ({
  "agenda.list": (input) => context.vault().read((tx) => list(tx, input)),
})
