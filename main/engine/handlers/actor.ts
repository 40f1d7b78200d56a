import type { ActorId } from "../../../shared/model/ids.ts"
import * as actors from "../../domain/actor.ts"
import { changed, type EngineContext, type HandlersOf, newId } from "../context.ts"

export const actorHandlers = (context: EngineContext): HandlersOf<"actor"> => {
  const partId = (): string => newId(context)
  return {
    "actor.add": (input) => {
      const id = newId(context) as ActorId
      const added = context.vault().write((tx) => actors.add(tx, { ...input, id, newId: partId }))
      changed(context, "actor", added.caseId)
      return added
    },
    "actor.list": (input) => context.vault().read((tx) => actors.list(tx, input)),
    "actor.show": ({ id }) => context.vault().read((tx) => actors.show(tx, id)),
    "actor.proposeNames": ({ id }) => context.vault().read((tx) => actors.proposeNames(tx, id)),
    "actor.update": (input) => {
      const updated = context.vault().write((tx) => actors.update(tx, { ...input, newId: partId }))
      changed(context, "actor", updated.caseId)
      return updated
    },
  }
}
