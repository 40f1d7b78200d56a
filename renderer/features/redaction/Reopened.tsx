import { History } from "lucide-react"
import type { RedactionPlan } from "../../../shared/model/redaction.ts"
import { Button } from "../../components/Button.tsx"
import { useT } from "../../session/preferences.ts"
import { goToPage } from "../viewer/store.ts"

/** Since one last looked: only the pages that something new touches. */
export const Reopened = ({ plan }: { readonly plan: RedactionPlan }) => {
  const t = useT()
  if (plan.reopenedPages.length === 0) return null
  return (
    <aside className="reopened">
      <p className="blind-title">
        <History size={15} strokeWidth={1.75} aria-hidden />
        {t("redaction.sinceLast")}
      </p>
      <div className="row wrap">
        {plan.reopenedPages.map(({ page, why }) => (
          <Button key={page} small onPress={() => goToPage(page)}>
            {t(`redaction.leftPage.${why}`, { page })}
          </Button>
        ))}
      </div>
    </aside>
  )
}
