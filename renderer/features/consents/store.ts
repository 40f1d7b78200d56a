import type { Output } from "../../../shared/contract/contract.ts"
import type { CaseId } from "../../../shared/model/ids.ts"
import { act } from "../../session/act.ts"
import { createStore } from "../../session/store.ts"

interface State {
  readonly matrix: Output<"consent.matrix"> | undefined
}
export const useConsents = createStore<State>({ matrix: undefined })

export const loadMatrix = async (caseId: CaseId): Promise<void> => {
  const matrix = await act("consent.matrix", { caseId })
  if (matrix !== undefined) useConsents.setState({ matrix })
}
