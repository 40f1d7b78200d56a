import "./custody.css"
import { ClipboardList } from "lucide-react"
import { useState } from "react"
import { type CustodySheet, sheetKinds, type SheetRow } from "../../../shared/contract/custody.ts"
import { showEdtf } from "../../../shared/dates.ts"
import type { RecordRef } from "../../../shared/model/field.ts"
import { pick, reveal } from "../../bridge/shell.ts"
import { Button } from "../../components/Button.tsx"
import { Chip } from "../../components/Chip.tsx"
import { Dialog } from "../../components/Dialog.tsx"
import { act } from "../../session/act.ts"
import { showMoment } from "../../session/moments.ts"
import { useMask } from "../../session/names.ts"
import { tell, usePreferences, useT } from "../../session/preferences.ts"
import { showToast } from "../../session/toasts.ts"
import { termWords } from "../records/words.ts"

type Ref = Pick<CustodySheet, "kind" | "id">

const refOf = ({ kind, id }: RecordRef): Ref | undefined => {
  const found = sheetKinds.find((one) => one === kind)
  return found === undefined ? undefined : { kind: found, id }
}

/** Written where the person chooses; it cannot be taken back, so the dialog says what it tells. */
const save = async (ref: Ref): Promise<void> => {
  const target = (await pick("target-folder"))[0]
  if (target === undefined) return
  const { language } = usePreferences.getState()
  const done = await act("custody.print", { ...ref, target: target.token, language })
  if (done === undefined) return
  showToast({
    text: tell("custodySheet.saved", { name: done.name }),
    action: { label: tell("evidence.reveal"), run: () => void reveal(done.file) },
  })
}

interface Props {
  readonly of: RecordRef & { readonly fields: Readonly<Record<string, unknown>> }
}

/** The custody of a thing or an item, or the inventory of a search; nothing for other records. */
export const CustodyButton = ({ of }: Props) => {
  const t = useT()
  const [sheet, setSheet] = useState<CustodySheet | undefined>(undefined)
  const ref = refOf(of)
  if (ref === undefined || (ref.kind === "act" && of.fields["inventory"] === undefined)) return null
  return (
    <>
      <Button
        icon={ClipboardList}
        look="quiet"
        small
        onPress={() => void act("custody.sheet", ref).then((seen) => setSheet(seen))}
      >
        {t("custodySheet.open")}
      </Button>
      {sheet !== undefined && <SheetDialog sheet={sheet} onClose={() => setSheet(undefined)} />}
    </>
  )
}

const SheetDialog = ({ sheet, onClose }: { readonly sheet: CustodySheet; readonly onClose: () => void }) => {
  const t = useT()
  const mask = useMask()
  const footer = (
    <>
      <span className="quiet grow">{t("custodySheet.realNames")}</span>
      <Button look="primary" onPress={() => void save({ kind: sheet.kind, id: sheet.id })}>
        {t("custodySheet.save")}
      </Button>
    </>
  )
  return (
    <Dialog title={t("custodySheet.heading")} closeLabel={t("common.close")} onClose={onClose} wide footer={footer}>
      <p>
        <strong>{mask(sheet.title)}</strong>
      </p>
      <p className="custody-warnings">
        {sheet.warnings.map((warning) => (
          <Chip key={warning} tone="warn">
            {t(`custodySheet.warning.${warning}`)}
          </Chip>
        ))}
      </p>
      <ul className="custody-rows">
        {sheet.rows.map((row, index) => (
          <SheetLine key={index} row={row} />
        ))}
      </ul>
    </Dialog>
  )
}

const SheetLine = ({ row }: { readonly row: SheetRow }) => {
  const t = useT()
  const mask = useMask()
  const language = usePreferences((state) => state.language)
  const head = row.verb === "" ? row.what : termWords("custody-verbs", row.verb, language, [])
  const hands = [row.from, row.to].filter((name) => name !== "").join(" → ")
  const state = [row.condition === "" ? "" : termWords("conditions", row.condition, language, []), row.seal]
  const words = [hands, ...state, row.purpose].filter((text) => text !== "").join(" · ")
  return (
    <li>
      <span className="quiet">{row.on.includes("T") ? showMoment(language, row.on) : showEdtf(row.on, language)}</span>
      <span>{mask(head)}</span>
      <span className="quiet">{mask(words)}</span>
      {row.warnings.map((warning) => (
        <Chip key={warning} tone="warn">
          {t(`custodySheet.warning.${warning}`)}
        </Chip>
      ))}
    </li>
  )
}
