import "./bridge/no-eval.ts"
import "./styles/fonts.css"
import "./styles/tokens.css"
import "./styles/base.css"
import "./styles/components.css"
import "./styles/grid.css"
import { StrictMode } from "react"
import { createRoot } from "react-dom/client"
import { App, loadFrame } from "./App.tsx"
import { onEngineEvent } from "./bridge/shell.ts"
import { spread } from "./session/changes.ts"
import { watchIdle } from "./session/idle.ts"
import { followPreferences, loadPreferences } from "./session/preferences.ts"
import { findOpenVault, forget } from "./session/vault.ts"

const afterPaint = (work: () => void): void =>
  void requestAnimationFrame(() => setTimeout(() => requestIdleCallback(work)))

const root = document.getElementById("root")
if (root !== null) {
  followPreferences()
  onEngineEvent((event) => {
    if (event.kind === "vault.locking") forget()
    else spread(event)
  })
  watchIdle()
  // Subtle: React draws after the language and theme are known, or the first paint would flash in another.
  const found = findOpenVault()
  void Promise.all([loadPreferences(), found]).then(() => {
    createRoot(root).render(
      <StrictMode>
        <App />
      </StrictMode>,
    )
    // What an unlocked vault shows comes while the passphrase is typed.
    afterPaint(() => void loadFrame().catch(() => undefined))
  })
}
