import { ExternalLink } from "lucide-react"
import type { Ground } from "../../../shared/contract/claim.ts"
import type { Output } from "../../../shared/contract/contract.ts"
import type { CaseId } from "../../../shared/model/ids.ts"
import { Button } from "../../components/Button.tsx"
import { Choice } from "../../components/Choice.tsx"
import { termLists } from "../../../shared/lists/all.ts"
import { labelOf } from "../../../shared/lists/term.ts"
import { useMask } from "../../session/names.ts"
import { go } from "../../session/navigation.ts"
import { usePreferences, useT } from "../../session/preferences.ts"
import { answer } from "../records/store.ts"
import { AddGround } from "./AddGround.tsx"
import { Marks } from "./Board.tsx"
import { GroundCard } from "./GroundCard.tsx"
import { loadClaims, openClaim, type Stance } from "./store.ts"

/** One claim: what speaks for it on the left, what contradicts it on the right; never averaged. */
export const Detail = ({ open: { claim, caseId, grounds } }: { readonly open: Output<"claim.show"> }) => {
  const t = useT()
  const mask = useMask()
  const language = usePreferences((state) => state.language)
  const verify = async (verification: string) => {
    await answer({ kind: "claim", id: claim.id }, "verification", verification)
    await openClaim(claim.id)
    await loadClaims(caseId)
  }
  const beside = grounds.filter(({ side }) => side === "beside")
  const states = termLists.verification.terms.map((term) => ({ value: term.code, label: labelOf(term, language) }))
  return (
    <article className="claim" aria-label={mask(claim.title)}>
      <header className="claim-head">
        <h2>{claim.title === "" ? t("claims.untitled") : mask(claim.title)}</h2>
        <div className="row">
          <Choice
            label={t("claims.verification")}
            hideLabel
            small
            value={claim.verification}
            options={states}
            onChange={(state) => void verify(state)}
          />
          <Marks claim={claim} />
          <span className="grow" />
          <Button
            icon={ExternalLink}
            look="quiet"
            small
            onPress={() => go({ view: "records", caseId, kind: "claim", id: claim.id })}
          >
            {t("claims.record")}
          </Button>
        </div>
      </header>
      <div className="claim-sides">
        <Side caseId={caseId} claimId={claim.id} stance="supports" grounds={grounds} />
        <Side caseId={caseId} claimId={claim.id} stance="contradicts" grounds={grounds} />
      </div>
      {beside.length > 0 && (
        <section className="claim-side">
          <h3>{t("claims.beside")}</h3>
          <ul>
            {beside.map((ground) => (
              <GroundCard key={ground.record.id} caseId={caseId} ground={ground} />
            ))}
          </ul>
        </section>
      )}
    </article>
  )
}

interface SideProps {
  readonly caseId: CaseId
  readonly claimId: string
  readonly stance: Stance
  readonly grounds: readonly Ground[]
}

const Side = ({ caseId, claimId, stance, grounds }: SideProps) => {
  const t = useT()
  const mine = grounds.filter(({ side }) => side === (stance === "supports" ? "for" : "against"))
  return (
    <section className="claim-side" aria-label={t(`claims.side.${stance}`)}>
      <h3>
        {t(`claims.side.${stance}`)} <span className="count">{mine.length}</span>
      </h3>
      {mine.length === 0 && <p className="quiet">{t(`claims.none.${stance}`)}</p>}
      <ul>
        {mine.map((ground) => (
          <GroundCard key={ground.record.id} caseId={caseId} ground={ground} />
        ))}
      </ul>
      <AddGround caseId={caseId} claimId={claimId} stance={stance} />
    </section>
  )
}
