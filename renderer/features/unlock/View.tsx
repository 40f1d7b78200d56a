import "./unlock.css"
import { useEffect } from "react"
import { useVault } from "../../session/vault.ts"
import { useT } from "../../session/preferences.ts"
import { Brand } from "./Brand.tsx"
import { Create } from "./Create.tsx"
import { LanguageSwitch } from "./LanguageSwitch.tsx"
import { Notices } from "./Notices.tsx"
import { Open } from "./Open.tsx"
import { loadRecents, useUnlock } from "./store.ts"
import { Welcome } from "./Welcome.tsx"

/** What stands here while no vault is open: nothing of any vault. */
export const Unlock = () => {
  const t = useT()
  const stage = useUnlock((state) => state.stage)
  const phase = useVault((state) => state.phase)
  useEffect(() => void loadRecents(), [])
  return (
    <main className="gate">
      <section className="gate-side">
        <Brand />
        <p className="gate-tagline">{t("app.tagline")}</p>
        <p className="gate-promise">{t("app.promise")}</p>
        <LanguageSwitch />
      </section>
      <section className="gate-main">
        <div className="gate-card">
          {phase === "notices" ? (
            <Notices />
          ) : stage === "create" ? (
            <Create />
          ) : stage === "unlock" ? (
            <Open />
          ) : (
            <Welcome />
          )}
        </div>
      </section>
    </main>
  )
}
