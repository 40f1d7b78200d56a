import { Trash2 } from "lucide-react"
import { useState } from "react"
import type { Dangling } from "../../../shared/contract/record.ts"
import type { RecordRef } from "../../../shared/model/field.ts"
import { kindOf } from "../../../shared/model/kinds.ts"
import { Button } from "../../components/Button.tsx"
import { Dialog } from "../../components/Dialog.tsx"
import { act } from "../../session/act.ts"
import { useMask } from "../../session/names.ts"
import { usePreferences, useT } from "../../session/preferences.ts"
import { removeRecord } from "./store.ts"
import { recordTitle } from "./words.ts"

/** Removing in two steps: what would go and what would dangle, then the reason. */
export const Remove = ({ of, onGone }: { readonly of: RecordRef; readonly onGone: () => void }) => {
  const t = useT()
  const [seen, setSeen] = useState<Dangling | undefined>(undefined)
  const look = async () => setSeen(await act("record.dangling", { kind: of.kind, id: of.id }))
  return (
    <>
      <Button icon={Trash2} look="quiet" small tip={t("records.remove")} onPress={() => void look()} />
      {seen !== undefined && <Confirm of={of} seen={seen} onClose={() => setSeen(undefined)} onGone={onGone} />}
    </>
  )
}

interface ConfirmProps {
  readonly of: RecordRef
  readonly seen: Dangling
  readonly onClose: () => void
  readonly onGone: () => void
}

const Confirm = ({ of, seen, onClose, onGone }: ConfirmProps) => {
  const t = useT()
  const mask = useMask()
  const language = usePreferences((state) => state.language)
  const [reason, setReason] = useState("")
  const remove = async () => {
    if (await removeRecord(of, reason.trim())) {
      onClose()
      onGone()
    }
  }
  return (
    <Dialog
      title={t("records.removeTitle")}
      closeLabel={t("common.cancel")}
      onClose={onClose}
      sticky
      footer={
        <>
          <Button look="quiet" onPress={onClose}>
            {t("common.cancel")}
          </Button>
          <Button look="primary" disabled={reason.trim() === ""} onPress={() => void remove()}>
            {t("records.remove")}
          </Button>
        </>
      }
    >
      <p>{t("records.removeStays")}</p>
      <ul className="removal">
        {seen.goes.map((gone) => (
          <li key={gone.id}>
            {t("records.goes", { what: `${kindOf(gone.kind).label[language]}: ${mask(recordTitle(gone, language))}` })}
          </li>
        ))}
        {seen.links > 0 && <li>{t("records.linksGo", { count: seen.links })}</li>}
        {seen.loses.map(({ record, field }) => (
          <li key={`${record.id} ${field}`}>
            {t("records.loses", {
              what: `${kindOf(record.kind).label[language]}: ${mask(recordTitle(record, language))}`,
              field: kindOf(record.kind).fields[field]?.label[language] ?? field,
            })}
          </li>
        ))}
      </ul>
      <label className="field">
        <span className="field-label">{t("records.reason")}</span>
        <textarea rows={2} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      </label>
    </Dialog>
  )
}
