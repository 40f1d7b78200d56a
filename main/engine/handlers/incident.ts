import type { IncidentId } from "../../../shared/model/ids.ts"
import * as incidents from "../../domain/incident.ts"
import { changed, type EngineContext, type HandlersOf, newId } from "../context.ts"

export const incidentHandlers = (context: EngineContext): HandlersOf<"incident"> => ({
  "incident.add": (input) => {
    const id = newId(context) as IncidentId
    const added = context.vault().write((tx) => incidents.add(tx, { ...input, id }))
    changed(context, "incident", added.caseId)
    return added
  },
  "incident.list": (input) => context.vault().read((tx) => incidents.list(tx, input)),
  "incident.show": ({ id }) => context.vault().read((tx) => incidents.show(tx, id)),
  "incident.update": (input) => {
    const updated = context.vault().write((tx) => incidents.update(tx, input))
    changed(context, "incident", updated.caseId)
    return updated
  },
})
