import { ChevronDown, ChevronUp, X } from "lucide-react"
import type { KeyboardEvent } from "react"
import { Button } from "../../components/Button.tsx"
import { useT } from "../../session/preferences.ts"
import { closeFind, findAll, stepFind } from "./find.ts"
import { useViewer } from "./store.ts"

export const FindBar = () => {
  const t = useT()
  const { find, words } = useViewer()
  if (find === undefined) return null
  const pagesWithout = Object.values(words).filter((page) => page.length === 0).length
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") closeFind()
    if (event.key === "Enter") stepFind(event.shiftKey ? -1 : 1)
  }
  const count =
    find.hits.length > 0
      ? t("viewer.findCount", { at: find.at + 1, total: find.hits.length })
      : find.query.trim() === "" || find.busy
        ? ""
        : t("viewer.findNone")
  return (
    <div className="find-bar" role="search">
      <input
        aria-label={t("key.find")}
        placeholder={t("key.find")}
        value={find.query}
        autoFocus
        spellCheck={false}
        onChange={(event) => void findAll(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <span className="quiet" aria-live="polite">
        {count}
        {!find.busy && pagesWithout > 0 && find.query !== "" && ` · ${t("viewer.findBlind", { count: pagesWithout })}`}
      </span>
      <Button icon={ChevronUp} look="quiet" small tip={t("viewer.findPrevious")} onPress={() => stepFind(-1)} />
      <Button icon={ChevronDown} look="quiet" small tip={t("viewer.findNext")} onPress={() => stepFind(1)} />
      <Button icon={X} look="quiet" small tip={t("common.close")} onPress={closeFind} />
    </div>
  )
}
