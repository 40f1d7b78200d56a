import { FolderOpen, Plus, Terminal, X } from "lucide-react"
import { Button } from "../../components/Button.tsx"
import { usePreferences, useT } from "../../session/preferences.ts"
import { showDay } from "../../session/moments.ts"
import { choose, forgetVault, pickVault, type Recent, startCreating, useUnlock } from "./store.ts"

export const Welcome = () => {
  const t = useT()
  const recents = useUnlock((state) => state.recents)
  return (
    <div className="stack">
      <h1 className="unseen">{t("app.name")}</h1>
      {recents.length > 0 && (
        <div className="stack tight">
          <h2 className="gate-small">{t("unlock.recent")}</h2>
          <ul className="recents">
            {recents.map((recent) => (
              <RecentRow key={recent.folder} recent={recent} />
            ))}
          </ul>
        </div>
      )}
      <button type="button" className="path" onClick={() => startCreating()}>
        <Plus size={18} strokeWidth={1.75} aria-hidden />
        <span>
          <strong>{t("unlock.createTitle")}</strong>
          <span className="quiet">{t("unlock.createText")}</span>
        </span>
      </button>
      <button type="button" className="path" onClick={() => void pickVault()}>
        <FolderOpen size={18} strokeWidth={1.75} aria-hidden />
        <span>
          <strong>{t("unlock.openTitle")}</strong>
          <span className="quiet">{t("unlock.openText")}</span>
        </span>
      </button>
      <div className="path still">
        <Terminal size={18} strokeWidth={1.75} aria-hidden />
        <span>
          <strong>{t("unlock.demoTitle")}</strong>
          <span className="quiet">{t("unlock.demoText")}</span>
          <code className="mono command selectable">./saqta demo</code>
        </span>
      </div>
    </div>
  )
}

const RecentRow = ({ recent }: { readonly recent: Recent }) => {
  const t = useT()
  const language = usePreferences((state) => state.language)
  return (
    <li className="recent">
      <button type="button" className="recent-open" onClick={() => choose(recent.folder, recent.folderName)}>
        <strong className="truncate">{recent.folderName}</strong>
        <span className="quiet">{t("unlock.lastOpened", { date: showDay(language, recent.lastOpenedAt) })}</span>
      </button>
      <Button icon={X} look="quiet" small tip={t("unlock.forget")} onPress={() => void forgetVault(recent.folder)} />
    </li>
  )
}
