import { Undo2, X } from "lucide-react"
import { useEffect, useRef } from "react"
import type { RedactionBox, RedactionPlan } from "../../../shared/model/redaction.ts"
import { formatNumber } from "../../../shared/i18n/translate.ts"
import { Button } from "../../components/Button.tsx"
import { Chip } from "../../components/Chip.tsx"
import { useMask } from "../../session/names.ts"
import { type Translate, usePreferences, useT } from "../../session/preferences.ts"
import { removeBox } from "./cover.ts"
import { decideBoxes, dismissBox, namesSomebody } from "./decisions.ts"
import { openAlike, showBox, useRedaction } from "./store.ts"

const originTone = {
  hand: "plain",
  term: "accent",
  actor: "good",
  ocr: "warn",
  pattern: "accent",
  code: "warn",
  face: "good",
  unsearched: "warn",
} as const

/** What stands for boxes over no words. */
const wordless: Partial<Record<RedactionBox["origin"], "redaction.face" | "redaction.facesUnsearched">> = {
  face: "redaction.face",
  unsearched: "redaction.facesUnsearched",
}

const sureness = (t: Translate, language: Parameters<typeof formatNumber>[0], box: RedactionBox): string =>
  box.origin === "hand" || box.origin === "unsearched" || box.confidence >= 0.995
    ? t(`redaction.origin.${box.origin}`)
    : `${t(`redaction.origin.${box.origin}`)} ${formatNumber(language, box.confidence, 2)}`

export const BoxRow = ({ box, plan }: { readonly box: RedactionBox; readonly plan: RedactionPlan }) => {
  const t = useT()
  const mask = useMask()
  const language = usePreferences((state) => state.language)
  const isCurrent = useRedaction((state) => state.current === box.id)
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isCurrent) row.current?.scrollIntoView({ block: "nearest" })
  }, [isCurrent])
  const clearance = plan.clearances.find(({ boxId }) => boxId === box.id)
  const guarded = box.actorId !== null || box.reason === "protected-person"
  return (
    <li ref={row} className={`box-row ${box.decision} ${isCurrent ? "current" : ""}`}>
      <button type="button" className="box-open" aria-pressed={isCurrent} onClick={() => showBox(box)}>
        <span className="row">
          <span className="box-found grow truncate">
            {box.found === "" ? t(wordless[box.origin] ?? "redaction.drawnBox") : mask(box.found)}
          </span>
          <Chip tone={originTone[box.origin]}>{sureness(t, language, box)}</Chip>
        </span>
        <span className="row">
          <span className="quiet grow">
            {t("links.page", { page: box.page })} · {t(`reason.${box.reason}`)} ·{" "}
            {clearance === undefined ? t(`redaction.state.${box.decision}`) : t(`clearance.${clearance.reason}`)}
          </span>
          {box.label !== "" && <Chip tone={guarded ? "protected" : "plain"}>{box.label}</Chip>}
        </span>
      </button>
      {isCurrent && <Decide box={box} />}
    </li>
  )
}

const Decide = ({ box }: { readonly box: RedactionBox }) => {
  const t = useT()
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
      <Button
        look="primary"
        keyName="accept"
        showKey
        {...(box.origin === "unsearched" ? { tip: t("redaction.coversPage") } : {})}
        onPress={() => void decideBoxes([box], "accepted")}
      >
        {t("redaction.accept")}
      </Button>
      <Button
        keyName="dismiss"
        showKey
        tip={t(namesSomebody(box) ? "clearance.another-person" : "redaction.state.dismissed")}
        onPress={() => void dismissBox(box)}
      >
        {t("redaction.dismiss")}
      </Button>
      {box.found !== "" && (
        <Button tip={t("redaction.alikeTip")} keyName="acceptAlike" showKey onPress={() => void openAlike(box)}>
          {t("redaction.alike")}
        </Button>
      )}
    </div>
  )
}
