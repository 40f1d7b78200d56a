import type { RecordRef } from "../../../shared/model/field.ts"
import type { ActorId, CaseId, EvidenceId, IncidentId } from "../../../shared/model/ids.ts"
import { go } from "../../session/navigation.ts"
import { useRecords } from "./store.ts"

/** Goes to where a record is looked at: its own view, or that of what it is a part of. */
export const openRecord = (caseId: CaseId, { kind, id }: RecordRef): void => {
  switch (kind) {
    case "case": {
      go({ view: "overview", caseId })
      return
    }
    case "incident": {
      go({ view: "incidents", caseId, id: id as IncidentId })
      return
    }
    case "actor": {
      go({ view: "people", caseId, id: id as ActorId })
      return
    }
    case "evidence": {
      go({ view: "evidence", caseId, id: id as EvidenceId })
      return
    }
    case "involvement":
    case "link": {
      const parent = useRecords.getState().byId[id]?.parent
      if (parent != null) openRecord(caseId, parent)
      return
    }
    default: {
      go({ view: "records", caseId, kind, id })
      return
    }
  }
}
