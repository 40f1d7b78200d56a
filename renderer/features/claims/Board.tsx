import { Plus } from "lucide-react"
import { useState } from "react"
import type { ClaimSummary } from "../../../shared/contract/claim.ts"
import type { CaseId } from "../../../shared/model/ids.ts"
import { Button } from "../../components/Button.tsx"
import { Chip } from "../../components/Chip.tsx"
import { Skeleton } from "../../components/States.tsx"
import { useKeys } from "../../keys/bind.ts"
import { showDates } from "../../session/dates.ts"
import { useNarrow } from "../../session/filter.ts"
import { useMask } from "../../session/names.ts"
import { refine } from "../../session/navigation.ts"
import { usePreferences, useT } from "../../session/preferences.ts"
import { FilterBar } from "../filters/FilterBar.tsx"
import { dropEvidence } from "../links/drag.ts"
import { termWords } from "../records/words.ts"
import { addClaim, useClaims } from "./store.ts"

interface Props {
  readonly caseId: CaseId
  readonly claims: readonly ClaimSummary[] | undefined
  readonly chosen: string | undefined
}

const byState = (claims: readonly ClaimSummary[]): readonly [string, readonly ClaimSummary[]][] => {
  const states = [...new Set(claims.map(({ verification }) => verification))]
  return states.map((state) => [state, claims.filter(({ verification }) => verification === state)])
}

export const Board = ({ caseId, claims, chosen }: Props) => {
  const t = useT()
  const language = usePreferences((state) => state.language)
  const [adding, setAdding] = useState(false)
  const narrow = useNarrow()
  const all = useClaims((state) => state.all)
  useKeys({ add: () => setAdding(true) })
  return (
    <section className="claims-board" aria-label={t("rail.claims")}>
      <header className="head-bar">
        <h1>{t("rail.claims")}</h1>
        {claims !== undefined && all > 0 && (
          <span className="count">{narrow ? t("common.ofAll", { total: claims.length, all }) : all}</span>
        )}
        <span className="grow" />
        <Button icon={Plus} look="primary" keyName="add" showKey onPress={() => setAdding(true)}>
          {t("claims.add")}
        </Button>
      </header>
      {adding && <NewClaim caseId={caseId} onClose={() => setAdding(false)} />}
      {claims === undefined && <Skeleton label={t("common.loading")} />}
      {all > 0 && <FilterBar caseId={caseId} kinds={["claim"]} hint={t("records.filterHint")} />}
      {claims?.length === 0 && (
        <p className="claims-none quiet">{all === 0 ? t("claims.empty") : t("filters.noMatch")}</p>
      )}
      {byState(claims ?? []).map(([state, group]) => (
        <section key={state}>
          <h2 className="claims-state">
            {termWords("verification", state, language, [])} <span className="count">{group.length}</span>
          </h2>
          <ul>
            {group.map((claim) => (
              <Row key={claim.id} claim={claim} here={claim.id === chosen} caseId={caseId} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  )
}

const Row = ({ claim, here, caseId }: { claim: ClaimSummary; here: boolean; caseId: CaseId }) => {
  const t = useT()
  const mask = useMask()
  const language = usePreferences((state) => state.language)
  const when = showDates(language, claim.dates)
  return (
    <li>
      <button
        type="button"
        className={here ? "claims-row here" : "claims-row"}
        aria-current={here ? "true" : undefined}
        onClick={() => refine({ view: "claims", caseId, id: claim.id })}
        {...dropEvidence(() => ({ kind: "claim", id: claim.id }))}
      >
        <span>{claim.title === "" ? t("claims.untitled") : mask(claim.title)}</span>
        <span className="claims-facts">
          {when !== "" && <span>{when}</span>}
          <span>{t("claims.grounds", { supporting: claim.supporting, contradicting: claim.contradicting })}</span>
          <Marks claim={claim} />
        </span>
      </button>
    </li>
  )
}

/** What a claim lacks, in words. */
export const Marks = ({ claim }: { readonly claim: ClaimSummary }) => {
  const t = useT()
  return (
    <>
      {claim.marks.map((mark) => (
        <Chip key={mark} tone={mark === "ungraded" ? "plain" : "warn"}>
          {t(`claims.mark.${mark}`)}
        </Chip>
      ))}
      {claim.disputed && <Chip>{t("claims.disputed")}</Chip>}
    </>
  )
}

const NewClaim = ({ caseId, onClose }: { readonly caseId: CaseId; readonly onClose: () => void }) => {
  const t = useT()
  const [text, setText] = useState("")
  const add = async () => {
    if (text.trim() === "") return
    const id = await addClaim(caseId, text.trim())
    if (id === undefined) return
    onClose()
    refine({ view: "claims", caseId, id })
  }
  return (
    <form
      className="claims-new"
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <input
        aria-label={t("claims.what")}
        placeholder={t("claims.what")}
        value={text}
        autoFocus
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") onClose()
        }}
      />
      <Button type="submit" small disabled={text.trim() === ""}>
        {t("common.add")}
      </Button>
    </form>
  )
}
