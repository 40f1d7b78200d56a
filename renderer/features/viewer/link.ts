import type { Input } from "../../../shared/contract/contract.ts"
import { addLink } from "../links/store.ts"
import { select, useLastTarget, useViewer } from "./store.ts"

/** Ties the passage and remembers to what, for the next one. */
export const linkPassage = async (input: Input<"link.add">): Promise<void> => {
  const link = await addLink(input)
  if (link === undefined) return
  const { target, relation } = link
  useLastTarget.setState({ last: { target, relation, label: link.targetLabel } })
  select(undefined)
}

/** The same record and relation for the next passage. A grade is of its own passage and is not said again. */
export const linkAgain = async (): Promise<void> => {
  const { last } = useLastTarget.getState()
  const { selection, evidence } = useViewer.getState()
  if (last === undefined || selection === undefined || evidence === undefined) return
  const { target, relation } = last
  await linkPassage({ evidenceId: evidence.id, place: selection.place, target, relation })
}
