import "./frame.css"
import { useEffect } from "react"
import type { Place } from "../../session/navigation.ts"
import { useNavigation } from "../../session/navigation.ts"
import { usePreferences, useT } from "../../session/preferences.ts"
import { useVault } from "../../session/vault.ts"
import { AuditView } from "../audit/View.tsx"
import { CasesView } from "../cases/View.tsx"
import { DossiersView } from "../dossier/View.tsx"
import { EvidenceView } from "../evidence/View.tsx"
import { IncidentsView } from "../incidents/View.tsx"
import { Tray } from "../jobs/Tray.tsx"
import { useJobs } from "../jobs/store.ts"
import { OverviewView } from "../overview/View.tsx"
import { Palette } from "../palette/View.tsx"
import { PeopleView } from "../people/View.tsx"
import { RedactionView } from "../redaction/View.tsx"
import { SettingsView } from "../settings/View.tsx"
import { ViewerView } from "../viewer/View.tsx"
import { IdleWarning } from "./IdleWarning.tsx"
import { KeySheet } from "./KeySheet.tsx"
import { Rail } from "./Rail.tsx"
import { StatusBar } from "./StatusBar.tsx"
import { startFollowing, useFrame } from "./store.ts"
import { Toasts } from "./Toasts.tsx"
import { TopBar } from "./TopBar.tsx"
import { useFrameKeys } from "./useFrameKeys.ts"

/** Everything around the place where one works: where one is, how to go elsewhere, what runs, what is locked. */
export const Frame = () => {
  const t = useT()
  const place = useNavigation((state) => state.place)
  const panel = useFrame((state) => state.panel)
  const jobsOpen = useJobs((state) => state.open)
  const locking = useVault((state) => state.phase === "locking")
  const language = usePreferences((state) => state.language)
  useEffect(() => startFollowing(), [])
  useFrameKeys()
  // Documents take the whole width: their pages stand where the rail was.
  const wide = place.view === "viewer" || place.view === "redaction"
  return (
    <div className={wide ? "frame wide" : "frame"} lang={language}>
      <TopBar />
      {!wide && <Rail />}
      <main className="work">
        <Screen place={place} />
      </main>
      <StatusBar />
      {jobsOpen && <Tray />}
      <Toasts />
      <IdleWarning />
      {panel === "palette" && <Palette />}
      {panel === "keys" && <KeySheet />}
      {locking && <p className="locking">{t("frame.locking")}</p>}
    </div>
  )
}

const Screen = ({ place }: { readonly place: Place }) => {
  switch (place.view) {
    case "cases":
      return <CasesView />
    case "overview":
      return <OverviewView key={place.caseId} caseId={place.caseId} />
    case "incidents":
      return <IncidentsView key={place.caseId} caseId={place.caseId} id={place.id} />
    case "evidence":
      return <EvidenceView key={place.caseId} caseId={place.caseId} id={place.id} />
    case "people":
      return <PeopleView key={place.caseId} caseId={place.caseId} id={place.id} />
    case "viewer":
      return <ViewerView key={place.id} place={place} />
    case "redaction":
      return <RedactionView key={`${place.id} ${place.audience}`} place={place} />
    case "dossiers":
      return <DossiersView key={place.caseId} caseId={place.caseId} />
    case "audit":
      return <AuditView />
    case "settings":
      return <SettingsView />
  }
}
