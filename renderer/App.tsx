import { I18nProvider } from "react-aria-components"
import { later } from "./features/frame/later.tsx"
import { Unlock } from "./features/unlock/View.tsx"
import { usePreferences } from "./session/preferences.ts"
import { useVault } from "./session/vault.ts"

/** All that an open vault shows: not needed for the first screen. */
const frame = later(async () => (await import("./features/frame/View.tsx")).Frame)
export const loadFrame = frame.load

export const App = () => {
  const phase = useVault((state) => state.phase)
  const language = usePreferences((state) => state.language)
  if (phase === "starting") return null
  return <I18nProvider locale={language}>{phase === "open" ? <frame.Part /> : <Unlock />}</I18nProvider>
}
