import { act } from "../../session/act.ts"
import { useNames } from "../../session/names.ts"
import { go } from "../../session/navigation.ts"
import { select, useViewer } from "./store.ts"

/** To the redaction of this item; a chosen passage goes along as boxes when the audience is known. */
export const redactSelection = async (): Promise<void> => {
  const { evidence, selection } = useViewer.getState()
  if (evidence === undefined) return
  const { audience } = useNames.getState()
  const place = selection?.place
  if (audience !== "" && place?.kind === "page") {
    for (const rect of place.rects) {
      await act("redaction.addBox", { evidenceId: evidence.id, audience, page: place.page, rect })
    }
  }
  select(undefined)
  go({ view: "redaction", caseId: evidence.caseId, id: evidence.id, audience })
}
