import { I18nProvider } from "react-aria-components"
import { Frame } from "./features/frame/View.tsx"
import { Unlock } from "./features/unlock/View.tsx"
import { usePreferences } from "./session/preferences.ts"
import { useVault } from "./session/vault.ts"

export const App = () => {
  const phase = useVault((state) => state.phase)
  const language = usePreferences((state) => state.language)
  if (phase === "starting") return null
  return <I18nProvider locale={language}>{phase === "open" ? <Frame /> : <Unlock />}</I18nProvider>
}
