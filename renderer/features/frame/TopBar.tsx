import { Lock, LockOpen, Search, VenetianMask } from "lucide-react"
import { Button as AriaButton } from "react-aria-components"
import { Button } from "../../components/Button.tsx"
import { Keys } from "../../components/Keys.tsx"
import { useIdle, warnSeconds } from "../../session/idle.ts"
import { toggleNames, useMask, useNames } from "../../session/names.ts"
import { go, type Place, useNavigation } from "../../session/navigation.ts"
import { type Translate, useT } from "../../session/preferences.ts"
import { lock } from "../../session/vault.ts"
import { useCase } from "../cases/store.ts"
import { Mark } from "../unlock/Brand.tsx"
import { useViewer } from "../viewer/store.ts"
import { showPanel } from "./store.ts"
import { entryOf } from "./views.tsx"

export const TopBar = () => {
  const t = useT()
  return (
    <header className="top" data-pane="">
      <button type="button" className="top-brand" onClick={() => go({ view: "cases" })}>
        <Mark />
        {t("app.name")}
      </button>
      <Trail />
      <AriaButton className="top-search" onPress={() => showPanel("palette")}>
        <Search size={15} strokeWidth={1.75} aria-hidden />
        <span className="grow">{t("frame.search")}</span>
        <Keys of="palette" />
      </AriaButton>
      <div className="top-end">
        <NamesToggle />
        <LockButton />
      </div>
    </header>
  )
}

const placeName = (t: Translate, place: Place, evidence: string): string => {
  if (place.view === "viewer") return evidence
  if (place.view === "redaction") return `${evidence} · ${place.audience}`
  const label = entryOf(place.view).rail?.label
  return label === undefined ? "" : t(label)
}

const Trail = () => {
  const t = useT()
  const mask = useMask()
  const { place, caseId } = useNavigation()
  const current = useCase(caseId)
  const reference = useViewer((state) => state.evidence?.reference ?? "")
  const name = placeName(t, place, reference)
  const inDocument = place.view === "viewer" || place.view === "redaction"
  const crumbs = [
    { label: t("frame.cases"), to: { view: "cases" } as Place },
    ...(current === undefined
      ? []
      : [{ label: mask(current.title), to: { view: "overview", caseId: current.id } as Place, strong: true }]),
    ...(inDocument
      ? [{ label: t("rail.evidence"), to: { view: "evidence", caseId: place.caseId, id: place.id } as Place }]
      : []),
  ]
  return (
    <nav className="trail" aria-label={t("frame.cases")}>
      <ol>
        {crumbs.map(({ label, to, ...rest }) => (
          <li key={label}>
            <button type="button" className={"strong" in rest ? "crumb strong" : "crumb"} onClick={() => go(to)}>
              {label}
            </button>
          </li>
        ))}
        {name !== "" && (
          <li aria-current="page" className="here">
            {name}
          </li>
        )}
      </ol>
    </nav>
  )
}

const NamesToggle = () => {
  const t = useT()
  const hidden = useNames((state) => state.hidden)
  return (
    <Button
      icon={VenetianMask}
      look="protected"
      pressed={hidden}
      tip={t("frame.namesTip")}
      keyName="names"
      className={hidden ? "names hidden" : "names"}
      onPress={toggleNames}
    >
      {hidden ? t("frame.namesHidden") : t("frame.namesShown")}
    </Button>
  )
}

const LockButton = () => {
  const t = useT()
  const seconds = useIdle((state) => state.secondsLeft)
  const soon = seconds !== null && seconds <= warnSeconds
  const words =
    seconds === null
      ? t("frame.open")
      : soon
        ? t("frame.openSeconds", { count: seconds })
        : t("frame.openMinutes", { count: Math.ceil(seconds / 60) })
  return (
    <Button icon={soon ? Lock : LockOpen} tip={t("frame.lockTip")} keyName="lock" showKey onPress={() => void lock()}>
      <span className="lock-words">{words}</span>
    </Button>
  )
}
