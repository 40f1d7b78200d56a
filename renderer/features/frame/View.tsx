import "./frame.css"
import { useEffect } from "react"
import { useNavigation } from "../../session/navigation.ts"
import { usePreferences, useT } from "../../session/preferences.ts"
import { useVault } from "../../session/vault.ts"
import { Tray } from "../jobs/Tray.tsx"
import { useJobs } from "../jobs/store.ts"
import { Palette } from "../palette/View.tsx"
import { IdleWarning } from "./IdleWarning.tsx"
import { KeySheet } from "./KeySheet.tsx"
import { Rail } from "./Rail.tsx"
import { StatusBar } from "./StatusBar.tsx"
import { startFollowing, useFrame } from "./store.ts"
import { Toasts } from "./Toasts.tsx"
import { TopBar } from "./TopBar.tsx"
import { useFrameKeys } from "./useFrameKeys.ts"
import { entryOf, loadQuietly, showPlace } from "./views.tsx"

/** Everything around the place where one works: where one is, how to go elsewhere, what runs, what is locked. */
export const Frame = () => {
  const t = useT()
  const place = useNavigation((state) => state.place)
  const panel = useFrame((state) => state.panel)
  const jobsOpen = useJobs((state) => state.open)
  const locking = useVault((state) => state.phase === "locking")
  const language = usePreferences((state) => state.language)
  useEffect(() => startFollowing(), [])
  useEffect(() => void loadQuietly(), [])
  useFrameKeys()
  // Documents take the whole width: their pages stand where the rail was.
  const wide = entryOf(place.view).wide === true
  return (
    <div className={wide ? "frame wide" : "frame"} lang={language}>
      <TopBar />
      {!wide && <Rail />}
      <main className="work">{showPlace(place)}</main>
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
