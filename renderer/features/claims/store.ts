import type { Output } from "../../../shared/contract/contract.ts"
import type { ClaimSummary } from "../../../shared/contract/claim.ts"
import type { RecordRef } from "../../../shared/model/field.ts"
import type { CaseId } from "../../../shared/model/ids.ts"
import { act } from "../../session/act.ts"
import { filterOf } from "../../session/filter.ts"
import { createStore } from "../../session/store.ts"
import { addRecord } from "../records/store.ts"

interface State {
  readonly claims: readonly ClaimSummary[] | undefined
  /** Without the filter. */
  readonly all: number
  readonly open: Output<"claim.show"> | undefined
}
export const useClaims = createStore<State>({ claims: undefined, all: 0, open: undefined })

export const loadClaims = async (caseId: CaseId): Promise<void> => {
  const filter = filterOf(caseId)
  const board = await act("claim.board", { caseId, filter })
  if (board !== undefined && filterOf(caseId) === filter) useClaims.setState(board)
}

export const openClaim = async (id: string | undefined): Promise<void> =>
  useClaims.setState({ open: id === undefined ? undefined : await act("claim.show", { id }) })

/** A claim in one line; what it is about and when is asked where it is shown. */
export const addClaim = async (caseId: CaseId, text: string): Promise<string | undefined> => {
  const added = await addRecord({ caseId, kind: "claim", parent: null, fields: { text, verification: "unverified" } })
  await loadClaims(caseId)
  return added?.id
}

const fieldOf: Partial<Record<RecordRef["kind"], string>> = {
  statement: "statement",
  evidence: "evidence",
  link: "passage",
}

export type Stance = "supports" | "contradicts"

/** One gesture: what was picked, and whether it speaks for the claim or against it. */
export const addGround = async (caseId: CaseId, claimId: string, on: RecordRef, stance: Stance): Promise<void> => {
  const field = fieldOf[on.kind]
  if (field === undefined) return
  const parent = { kind: "claim", id: claimId } as const
  await addRecord({ caseId, kind: "support", parent, fields: { stance, [field]: on } })
  await openClaim(claimId)
  await loadClaims(caseId)
}
