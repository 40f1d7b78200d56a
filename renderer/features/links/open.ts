import type { CaseId } from "../../../shared/model/ids.ts"
import type { Link } from "../../../shared/model/link.ts"
import { go } from "../../session/navigation.ts"

/** Goes to the record that a passage is linked to. */
export const openTarget = (caseId: CaseId, { target }: Link): void => {
  switch (target.kind) {
    case "incident": {
      go({ view: "incidents", caseId, id: target.id })
      return
    }
    case "actor": {
      go({ view: "people", caseId, id: target.id })
      return
    }
    default: {
      go({ view: "records", caseId, kind: target.kind, id: target.id })
      return
    }
  }
}
