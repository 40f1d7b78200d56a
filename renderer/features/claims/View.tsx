import "./claims.css"
import { useCallback, useEffect } from "react"
import type { CaseId } from "../../../shared/model/ids.ts"
import { Empty } from "../../components/States.tsx"
import { onRecords } from "../../session/changes.ts"
import { useReloadOnFilter } from "../../session/filter.ts"
import { useT } from "../../session/preferences.ts"
import { Board } from "./Board.tsx"
import { Detail } from "./Detail.tsx"
import { loadClaims, openClaim, useClaims } from "./store.ts"

interface Props {
  readonly caseId: CaseId
  readonly id: string | undefined
}

/** Claims by how far they are verified; one of them open, with what speaks for it and against it side by side. */
export const ClaimsView = ({ caseId, id }: Props) => {
  const t = useT()
  const { claims, open } = useClaims()
  useEffect(() => {
    const load = async () => {
      await loadClaims(caseId)
      await openClaim(id)
    }
    void load()
    return onRecords(["claim", "support", "statement", "link", "evidence", "actor", "record"], () => void load())
  }, [caseId, id])
  useReloadOnFilter(useCallback(() => void loadClaims(caseId), [caseId]))
  return (
    <div className="claims">
      <Board caseId={caseId} claims={claims} chosen={id} />
      {open === undefined || open.claim.id !== id ? (
        <Empty title={t("claims.choose")} />
      ) : (
        <Detail key={open.claim.id} open={open} />
      )}
    </div>
  )
}
