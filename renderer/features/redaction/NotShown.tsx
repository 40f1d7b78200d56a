import { EyeOff } from "lucide-react"
import type { EvidenceId } from "../../../shared/model/ids.ts"
import { Button } from "../../components/Button.tsx"
import { useMask } from "../../session/names.ts"
import { useT } from "../../session/preferences.ts"
import { loadHidden, useRedaction } from "./store.ts"

/** What the file holds beside its pages. It does not leave; a reviewer should know that it is there. */
export const NotShown = ({ id }: { readonly id: EvidenceId }) => {
  const t = useT()
  const mask = useMask()
  const hidden = useRedaction((state) => state.hidden)
  if (hidden === undefined || hidden.renderedBy === "itself") return null
  const { parts, renderedBy } = hidden
  const told = parts.some(({ texts }) => texts.length > 0)
  return (
    <section className="not-shown" aria-labelledby="not-shown-title">
      <h2 className="queue-title" id="not-shown-title">
        <EyeOff size={15} strokeWidth={1.75} aria-hidden /> {t("redaction.notShown")}
      </h2>
      <p className="quiet">{t(`redaction.renderedBy.${renderedBy}`)}</p>
      {parts.length === 0 ? (
        <p className="quiet">{t("redaction.nothingHidden")}</p>
      ) : (
        <ul>
          {parts.map(({ kind, count, texts }) => (
            <li key={kind}>
              <span className="grow">{t(`redaction.hidden.${kind}`)}</span> <span className="quiet">{count}</span>
              {texts.map((text, index) => (
                <p key={index} className="not-shown-text">
                  {mask(text)}
                </p>
              ))}
            </li>
          ))}
        </ul>
      )}
      {parts.length > 0 && !told && (
        <Button look="quiet" onPress={() => void loadHidden(id, true)}>
          {t("redaction.showHidden")}
        </Button>
      )}
    </section>
  )
}
