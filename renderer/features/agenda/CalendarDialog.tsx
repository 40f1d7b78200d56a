import { useState } from "react"
import type { CaseId } from "../../../shared/model/ids.ts"
import { Button } from "../../components/Button.tsx"
import { Dialog } from "../../components/Dialog.tsx"
import { Toggle } from "../../components/Toggle.tsx"
import { useT } from "../../session/preferences.ts"
import { useCase } from "../cases/store.ts"
import { writeCalendar } from "./store.ts"

interface Props {
  readonly caseId: CaseId
  readonly onClose: () => void
}

/** What will be in the file is said before it is written; names are a choice of their own. */
export const CalendarDialog = ({ caseId, onClose }: Props) => {
  const t = useT()
  const reference = useCase(caseId)?.reference ?? ""
  const [withNames, setWithNames] = useState(false)
  const write = async () => {
    if (await writeCalendar(caseId, withNames)) onClose()
  }
  return (
    <Dialog
      title={t("agenda.calendar.heading")}
      closeLabel={t("common.close")}
      onClose={onClose}
      footer={
        <>
          <Button look="quiet" onPress={onClose}>
            {t("common.cancel")}
          </Button>
          <Button look="primary" onPress={() => void write()}>
            {t("agenda.calendar.write")}
          </Button>
        </>
      }
    >
      <div className="calendar-choice">
        <p>{t("agenda.calendar.says", { reference: reference === "" ? "…" : reference })}</p>
        <Toggle on={withNames} onChange={setWithNames}>
          {t("agenda.calendar.withNames")}
        </Toggle>
        <p className={withNames ? "calendar-warning" : "quiet"} role="status">
          {t(withNames ? "agenda.calendar.warning" : "agenda.calendar.plain")}
        </p>
      </div>
    </Dialog>
  )
}
