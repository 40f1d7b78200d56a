import type { CaseId } from "../../../shared/model/ids.ts"
import type { Link } from "../../../shared/model/link.ts"
import { go } from "../../session/navigation.ts"

/** Goes to the record that a passage is linked to. */
export const openTarget = (caseId: CaseId, { target }: Link): void =>
  target.kind === "incident"
    ? go({ view: "incidents", caseId, id: target.id })
    : go({ view: "people", caseId, id: target.id })
