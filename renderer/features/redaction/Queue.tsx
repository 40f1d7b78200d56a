import { CheckCheck, Eye, ListChecks, PackageCheck, ScanSearch, Undo2 } from "lucide-react"
import { type SubmitEvent, useState } from "react"
import type { RedactionPlan } from "../../../shared/model/redaction.ts"
import { showEdtf } from "../../../shared/dates.ts"
import { formatNumber } from "../../../shared/i18n/translate.ts"
import { ocrMissRate } from "../../../shared/ocr-miss-rate.ts"
import { Button } from "../../components/Button.tsx"
import { Keys } from "../../components/Keys.tsx"
import { go, type Place } from "../../session/navigation.ts"
import { usePreferences, useT } from "../../session/preferences.ts"
import { useViewer } from "../viewer/store.ts"
import { byRisk, inOrder, passes, progressOf } from "./queue.ts"
import { Filters } from "./Filters.tsx"
import { Reopened } from "./Reopened.tsx"
import { acceptPage } from "./decisions.ts"
import { openLeft, propose, useRedaction } from "./store.ts"
import { NotShown } from "./NotShown.tsx"
import { Patterns } from "./Patterns.tsx"
import { BoxRow } from "./BoxRow.tsx"

/** What no finder looks for: a person does, page by page. */
const blind = ["roles", "handwriting", "faces", "voices", "background"] as const

interface Props {
  readonly place: Extract<Place, { view: "redaction" }>
  readonly plan: RedactionPlan
}

/** What waits for a decision on this page, how far one has come, and what software cannot see. */
export const Queue = ({ place, plan }: Props) => {
  const t = useT()
  const page = useViewer((state) => state.page)
  const filter = useRedaction((state) => state.filter)
  const chosen = plan.boxes.filter((box) => passes(filter, box))
  const waiting = byRisk(chosen.filter((box) => box.decision === "proposed"))
  const decided = inOrder(chosen.filter((box) => box.decision !== "proposed" && box.page === page))
  return (
    <div className="queue">
      <Progress plan={plan} />
      <Search />
      <Filters plan={plan} />
      <div className="queue-scroll">
        <Reopened plan={plan} />
        {waiting.length > 0 && (
          <>
            <h2 className="queue-title">{t("redaction.waiting", { count: waiting.length })}</h2>
            <ul>
              {waiting.map((box) => (
                <BoxRow key={box.id} box={box} plan={plan} />
              ))}
            </ul>
          </>
        )}
        {decided.length > 0 && <h2 className="queue-title">{t("redaction.onPage", { page })}</h2>}
        {!plan.boxes.some((box) => box.page === page) && (
          <p className="queue-none quiet">{t("redaction.nothingHere")}</p>
        )}
        <ul>
          {decided.map((box) => (
            <BoxRow key={box.id} box={box} plan={plan} />
          ))}
        </ul>
        <NotShown id={place.id} />
        <aside className="blind">
          <p className="blind-title">
            <Eye size={15} strokeWidth={1.75} aria-hidden />
            {t("redaction.blindTitle")}
          </p>
          <ul className="blind-list">
            {blind.map((what) => (
              <li key={what}>{t(`redaction.blind.${what}`)}</li>
            ))}
          </ul>
          <OcrMisses />
        </aside>
      </div>
      <Foot place={place} plan={plan} page={page} />
    </div>
  )
}

/** How much the reading of pictures misses, and when and on what that was measured. */
const OcrMisses = () => {
  const t = useT()
  const language = usePreferences((state) => state.language)
  const number = (value: number): string => formatNumber(language, value, 1)
  const { cleanWords, scannedWords, unseenPeople, measuredOn } = ocrMissRate
  return (
    <p className="quiet">
      {t("redaction.ocrMisses", {
        clean: number(cleanWords),
        scan: number(scannedWords),
        people: number(unseenPeople),
        date: showEdtf(measuredOn, language),
      })}
    </p>
  )
}

const Progress = ({ plan }: { readonly plan: RedactionPlan }) => {
  const t = useT()
  const { decided, boxes, pagesLeft } = progressOf(plan)
  const share = boxes === 0 ? (pagesLeft === 0 ? 1 : 0) : decided / boxes
  return (
    <header className="queue-head">
      <p className="row">
        <strong className="strong grow">{t("redaction.progress", { done: decided, total: boxes })}</strong>
        <span className={pagesLeft === 0 ? "quiet" : "warn-text"}>
          {pagesLeft === 0 ? t("redaction.allSeen") : t("redaction.pagesLeft", { count: pagesLeft })}
        </span>
      </p>
      <div
        className="bar"
        role="progressbar"
        aria-label={t("redaction.progress", { done: decided, total: boxes })}
        aria-valuenow={Math.round(share * 100)}
      >
        <span style={{ width: `${share * 100}%` }} />
      </div>
    </header>
  )
}

/** Looks for protected people again, or for words of one's own. */
const Search = () => {
  const t = useT()
  const proposing = useRedaction((state) => state.proposing)
  const [terms, setTerms] = useState("")
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    void propose(
      terms
        .split(/[;\n]/)
        .map((term) => term.trim())
        .filter((term) => term !== ""),
    )
    setTerms("")
  }
  return (
    <form className="queue-search" onSubmit={submit}>
      <input
        aria-label={t("redaction.terms")}
        placeholder={t("redaction.terms")}
        value={terms}
        onChange={(event) => setTerms(event.currentTarget.value)}
      />
      <Patterns />
      <Button icon={ScanSearch} type="submit" tip={t("redaction.proposeTip")} disabled={proposing}>
        {proposing ? t("redaction.proposing") : t("redaction.propose")}
      </Button>
    </form>
  )
}

const Foot = ({ place, plan, page }: Props & { readonly page: number }) => {
  const t = useT()
  const accepted = plan.acceptedPages.includes(page)
  const waiting = plan.boxes.some((box) => box.page === page && box.decision === "proposed")
  const { ready } = progressOf(plan)
  return (
    <footer className="queue-foot">
      <Button
        icon={ListChecks}
        look="quiet"
        tip={t("key.whatIsLeft")}
        keyName="whatIsLeft"
        onPress={() => void openLeft()}
      />
      {ready ? (
        <>
          <p className="good-text grow">{t("redaction.ready")}</p>
          <Button icon={PackageCheck} look="primary" onPress={() => go({ view: "dossiers", caseId: place.caseId })}>
            {t("redaction.toDossier")}
          </Button>
        </>
      ) : (
        <>
          <p className="quiet grow">
            {waiting ? (
              <>
                {t("redaction.nextDoubt")} <Keys of="nextUndecided" />
              </>
            ) : (
              t("redaction.pagesAccepted", { done: plan.acceptedPages.length, total: plan.pageCount })
            )}
          </p>
          {accepted ? (
            <Button icon={Undo2} onPress={() => void acceptPage(page, false)}>
              {t("redaction.reopenPage")}
            </Button>
          ) : (
            <Button
              icon={CheckCheck}
              look="primary"
              keyName="acceptPage"
              showKey
              disabled={waiting}
              onPress={() => void acceptPage(page, true)}
            >
              {t("redaction.acceptPage")}
            </Button>
          )}
        </>
      )}
    </footer>
  )
}
