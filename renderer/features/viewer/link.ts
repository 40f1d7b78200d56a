import type { AnchorPlace } from "../../../shared/model/anchor.ts"
import type { EvidenceId } from "../../../shared/model/ids.ts"
import type { LinkRelation, LinkTarget } from "../../../shared/model/link.ts"
import { addLink } from "../links/store.ts"
import { select, useLastTarget, useViewer } from "./store.ts"

/** Ties the passage and remembers to what, for the next one. */
export const linkPassage = async (
  evidenceId: EvidenceId,
  place: AnchorPlace,
  target: LinkTarget,
  relation: LinkRelation,
  comment: string,
): Promise<void> => {
  const link = await addLink({ evidenceId, place, target, relation, comment })
  if (link === undefined) return
  useLastTarget.setState({ last: { target, relation, label: link.targetLabel } })
  select(undefined)
}

export const linkAgain = async (): Promise<void> => {
  const { last } = useLastTarget.getState()
  const { selection, evidence } = useViewer.getState()
  if (last === undefined || selection === undefined || evidence === undefined) return
  await linkPassage(evidence.id, selection.place, last.target, last.relation, "")
}
