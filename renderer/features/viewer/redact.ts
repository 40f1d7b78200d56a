import type { EvidenceId } from "../../../shared/model/ids.ts"
import type { BoxArea } from "../../../shared/model/redaction.ts"
import { useNames } from "../../session/names.ts"
import { go } from "../../session/navigation.ts"
import { coverFor } from "../redaction/cover.ts"
import { clearMark, markedSpan } from "./mark.ts"
import { muteSpan } from "./spans.ts"
import { select, useViewer } from "./store.ts"

/** A span that was marked while playing is muted at once when it is known for whom. */
const redactSpan = async (evidenceId: EvidenceId, audience: string): Promise<void> => {
  const span = markedSpan()
  if (span === undefined || audience === "") return
  await muteSpan({ evidenceId, audience }, span)
  clearMark()
}

/** To the redaction of this item; a chosen passage goes along as boxes when the audience is known. */
export const redactSelection = async (): Promise<void> => {
  const { evidence, selection, mode } = useViewer.getState()
  if (evidence === undefined) return
  const { audience } = useNames.getState()
  const place = selection?.place
  if (audience !== "" && place?.kind === "page") {
    const area: BoxArea = { kind: "text", page: place.page, rects: [...place.rects] }
    const given = { reason: "other", label: "", actorId: null } as const
    await coverFor({ evidenceId: evidence.id, audience }, area, given)
  }
  if (mode === "media") await redactSpan(evidence.id, audience)
  select(undefined)
  go({ view: "redaction", caseId: evidence.caseId, id: evidence.id, audience })
}
