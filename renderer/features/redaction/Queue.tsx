import { CheckCheck, Eye, PackageCheck, ScanSearch, Undo2, X } from "lucide-react"
import { type SubmitEvent, useEffect, useRef, useState } from "react"
import type { RedactionBox, RedactionPlan } from "../../../shared/model/redaction.ts"
import { formatNumber } from "../../../shared/i18n/translate.ts"
import { Button } from "../../components/Button.tsx"
import { Chip } from "../../components/Chip.tsx"
import { Keys } from "../../components/Keys.tsx"
import { useMask } from "../../session/names.ts"
import { go, type Place } from "../../session/navigation.ts"
import { type Translate, usePreferences, useT } from "../../session/preferences.ts"
import { useViewer } from "../viewer/store.ts"
import { alike, inOrder, progressOf } from "./queue.ts"
import { acceptPage, decideBoxes, propose, removeBox, showBox, useRedaction } from "./store.ts"

interface Props {
  readonly place: Extract<Place, { view: "redaction" }>
  readonly plan: RedactionPlan
}

/** What waits for a decision on this page, how far one has come, and what software cannot see. */
export const Queue = ({ place, plan }: Props) => {
  const t = useT()
  const page = useViewer((state) => state.page)
  const boxes = inOrder(plan.boxes.filter((box) => box.page === page))
  return (
    <div className="queue">
      <Progress plan={plan} />
      <Search />
      <div className="queue-scroll">
        <h2 className="queue-title">{t("redaction.onPage", { page })}</h2>
        {boxes.length === 0 && <p className="queue-none quiet">{t("redaction.nothingHere")}</p>}
        <ul>
          {boxes.map((box) => (
            <BoxRow key={box.id} box={box} plan={plan} />
          ))}
        </ul>
        <aside className="blind">
          <p className="blind-title">
            <Eye size={15} strokeWidth={1.75} aria-hidden />
            {t("redaction.blindTitle")}
          </p>
          <p>{t("redaction.blindText")}</p>
        </aside>
      </div>
      <Foot place={place} plan={plan} page={page} />
    </div>
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
      <Button icon={ScanSearch} type="submit" tip={t("redaction.proposeTip")} disabled={proposing}>
        {proposing ? t("redaction.proposing") : t("redaction.propose")}
      </Button>
    </form>
  )
}

const originTone = { hand: "plain", term: "accent", actor: "good", ocr: "warn" } as const

const sureness = (t: Translate, language: Parameters<typeof formatNumber>[0], box: RedactionBox): string =>
  box.origin === "hand" || box.confidence >= 0.995
    ? t(`redaction.origin.${box.origin}`)
    : `${t(`redaction.origin.${box.origin}`)} ${formatNumber(language, box.confidence, 2)}`

const BoxRow = ({ box, plan }: { readonly box: RedactionBox; readonly plan: RedactionPlan }) => {
  const t = useT()
  const mask = useMask()
  const language = usePreferences((state) => state.language)
  const isCurrent = useRedaction((state) => state.current === box.id)
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isCurrent) row.current?.scrollIntoView({ block: "nearest" })
  }, [isCurrent])
  const guarded = box.actorId !== null || box.reason === "protected-person"
  return (
    <li ref={row} className={`box-row ${box.decision} ${isCurrent ? "current" : ""}`}>
      <button type="button" className="box-open" aria-pressed={isCurrent} onClick={() => showBox(box)}>
        <span className="row">
          <span className="box-found grow truncate">
            {box.found === "" ? t("redaction.drawnBox") : mask(box.found)}
          </span>
          <Chip tone={originTone[box.origin]}>{sureness(t, language, box)}</Chip>
        </span>
        <span className="row">
          <span className="quiet grow">
            {t(`reason.${box.reason}`)} · {t(`redaction.state.${box.decision}`)}
          </span>
          {box.label !== "" && <Chip tone={guarded ? "protected" : "plain"}>{box.label}</Chip>}
        </span>
      </button>
      {isCurrent && <Decide box={box} plan={plan} />}
    </li>
  )
}

const Decide = ({ box, plan }: { readonly box: RedactionBox; readonly plan: RedactionPlan }) => {
  const t = useT()
  const same = alike(plan.boxes, box)
  if (box.origin === "hand") {
    return (
      <div className="row decide">
        <Button icon={X} small keyName="removeBox" showKey onPress={() => void removeBox(box)}>
          {t("common.remove")}
        </Button>
      </div>
    )
  }
  if (box.decision !== "proposed") {
    return (
      <div className="row decide">
        <Button icon={Undo2} small onPress={() => void decideBoxes([box], "proposed")}>
          {t("redaction.decideAgain")}
        </Button>
      </div>
    )
  }
  return (
    <div className="row wrap decide">
      <Button look="primary" keyName="accept" showKey onPress={() => void decideBoxes([box], "accepted")}>
        {t("redaction.accept")}
      </Button>
      <Button keyName="dismiss" showKey onPress={() => void decideBoxes([box], "dismissed")}>
        {t("redaction.dismiss")}
      </Button>
      {same.length > 1 && (
        <Button
          tip={t("redaction.alikeTip", {
            count: same.length,
            pages: [...new Set(same.map((one) => one.page))].join(", "),
          })}
          keyName="acceptAlike"
          showKey
          onPress={() => void decideBoxes(same, "accepted")}
        >
          {t("redaction.alike", { count: same.length })}
        </Button>
      )}
    </div>
  )
}

const Foot = ({ place, plan, page }: Props & { readonly page: number }) => {
  const t = useT()
  const accepted = plan.acceptedPages.includes(page)
  const waiting = plan.boxes.some((box) => box.page === page && box.decision === "proposed")
  const { ready } = progressOf(plan)
  return (
    <footer className="queue-foot">
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
