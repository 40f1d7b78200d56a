import { TriangleAlert } from "lucide-react"
import { Button } from "../../components/Button.tsx"
import { useT } from "../../session/preferences.ts"
import { readNotices, useVault } from "../../session/vault.ts"

/** What a person must know before anything of the vault is shown. */
export const Notices = () => {
  const t = useT()
  const notices = useVault((state) => state.notices)
  return (
    <div className="stack">
      <h1 className="gate-title">{t("notice.title")}</h1>
      <ul className="stack">
        {notices.map(({ kind, count }) => (
          <li key={kind} className="warning">
            <TriangleAlert size={16} strokeWidth={1.75} aria-hidden />
            <span>{t(`vault.notice.${kind}`, { count })}</span>
          </li>
        ))}
      </ul>
      <Button look="primary" className="big" autoFocus onPress={() => void readNotices()}>
        {t("notice.understood")}
      </Button>
    </div>
  )
}
