import { formatNumber } from "../../../shared/i18n/translate.ts"
import { Button } from "../../components/Button.tsx"
import { Chip } from "../../components/Chip.tsx"
import { Dialog } from "../../components/Dialog.tsx"
import { useMask } from "../../session/names.ts"
import { usePreferences, useT } from "../../session/preferences.ts"
import { decideElsewhere, namesSomebody } from "./decisions.ts"
import { closeDialog, type Elsewhere, jumpElsewhere } from "./store.ts"

/** "All like this": exactly which, before anything is decided about them. */
export const Alike = ({ boxes }: { readonly boxes: readonly Elsewhere[] }) => {
  const t = useT()
  const mask = useMask()
  const language = usePreferences((state) => state.language)
  const documents = new Set(boxes.map(({ item }) => item.evidenceId)).size
  const counts = {
    places: t("redaction.placesCount", { count: boxes.length }),
    documents: t("redaction.documentsCount", { count: documents }),
  }
  const named = boxes.every(({ box }) => namesSomebody(box))
  return (
    <Dialog
      wide
      title={t("redaction.alikeTitle", counts)}
      closeLabel={t("common.close")}
      onClose={closeDialog}
      footer={
        <>
          <span className="grow" />
          {named && (
            <Button onPress={() => void decideElsewhere(boxes, "another-person")}>{t("redaction.alikeLeave")}</Button>
          )}
          <Button look="primary" onPress={() => void decideElsewhere(boxes, "cover")}>
            {t("redaction.alikeCover", { count: boxes.length })}
          </Button>
        </>
      }
    >
      <p className="quiet">{t("redaction.alikeText")}</p>
      <ul className="review-list">
        {boxes.map(({ item, box }) => (
          <li key={box.id}>
            <button type="button" className="review-row" onClick={() => jumpElsewhere(item, box)}>
              <span className="box-found grow truncate">{mask(box.found)}</span>
              <span className="quiet truncate">
                {item.reference} · {t("links.page", { page: box.page })}
              </span>
              <Chip tone="plain">{formatNumber(language, box.confidence, 2)}</Chip>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
