import { Merge as MergeIcon } from "lucide-react"
import { useState } from "react"
import type { Output } from "../../../shared/contract/contract.ts"
import type { MergeKind } from "../../../shared/contract/record.ts"
import type { FieldValue } from "../../../shared/model/field.ts"
import type { CaseId } from "../../../shared/model/ids.ts"
import { kindOf } from "../../../shared/model/kinds.ts"
import { isTextKey, type TextKey } from "../../../shared/i18n/translate.ts"
import { Button } from "../../components/Button.tsx"
import { Dialog } from "../../components/Dialog.tsx"
import { act } from "../../session/act.ts"
import { useMask } from "../../session/names.ts"
import { usePreferences, useT } from "../../session/preferences.ts"
import { RefPicker } from "./RefPicker.tsx"
import { mergeRecords } from "./store.ts"
import { valueWords } from "./words.ts"

interface Props {
  readonly caseId: CaseId
  readonly kind: MergeKind
  readonly id: string
  readonly title: string
  /** Shows anew what stays. */
  readonly reload: () => Promise<void>
}

interface Other {
  readonly id: string
  readonly title: string
  readonly compared: Output<"record.compare">
}

/** Two that are the same, made one: which, where they differ, whose answers stay. */
export const Merge = (props: Props) => {
  const t = useT()
  const { caseId, kind, id } = props
  const [asking, setAsking] = useState(false)
  const [other, setOther] = useState<Other | undefined>(undefined)
  const compare = async (lose: string) => {
    const [compared, shown] = await Promise.all([
      act("record.compare", { kind, keep: id, lose }),
      act("record.show", { kind, id: lose }),
    ])
    setAsking(false)
    if (compared !== undefined && shown !== undefined) setOther({ id: lose, title: shown.title, compared })
  }
  return (
    <>
      <Button icon={MergeIcon} look="quiet" small tip={t("records.mergeWith")} onPress={() => setAsking(true)} />
      {asking && (
        <Dialog title={t("records.mergeWith")} closeLabel={t("common.cancel")} onClose={() => setAsking(false)}>
          <RefPicker
            caseId={caseId}
            kinds={[kind]}
            label={t("records.mergeAsk")}
            onClose={() => undefined}
            onPick={(ref) => {
              if (ref.id !== id) void compare(ref.id)
            }}
          />
        </Dialog>
      )}
      {other !== undefined && <Differences {...props} other={other} onClose={() => setOther(undefined)} />}
    </>
  )
}

/** What the columns of a kind's own are called; declared fields have their own words. */
const ownLabels: Readonly<Record<string, TextKey>> = {
  title: "incidents.what",
  dates: "incidents.when",
  place: "incidents.where",
  narrative: "incidents.narrative",
  verification: "incidents.verified",
  description: "common.description",
  kind: "records.kind",
}

const useWords = (kind: MergeKind, { labels }: Output<"record.compare">) => {
  const t = useT()
  const mask = useMask()
  const language = usePreferences((state) => state.language)
  const { fields } = kindOf(kind)
  const own = (field: string, value: unknown): string => {
    const text = typeof value === "string" ? value : ""
    const code = field === "kind" ? `actor.kind.${text}` : `${field}.${text}`
    return isTextKey(code) ? t(code) : text.slice(0, 300)
  }
  return {
    label: (field: string): string => {
      const key = ownLabels[field]
      return fields[field]?.label[language] ?? (key === undefined ? field : t(key))
    },
    value: (field: string, value: unknown): string => {
      const declared = fields[field]
      const words =
        declared === undefined
          ? own(field, value)
          : valueWords(declared, value as FieldValue, { language, labels, extra: [] })
      return mask(words)
    },
  }
}

type DifferencesProps = Props & { readonly other: Other; readonly onClose: () => void }

const Differences = ({ kind, id, title, reload, other, onClose }: DifferencesProps) => {
  const t = useT()
  const mask = useMask()
  const words = useWords(kind, other.compared)
  const [sides, setSides] = useState<Readonly<Record<string, "keep" | "lose">>>({})
  const { conflicts } = other.compared
  const merge = async () => {
    if (await mergeRecords({ kind, keep: id, lose: other.id, sides }, reload)) onClose()
  }
  return (
    <Dialog
      title={t("records.mergeTitle")}
      closeLabel={t("common.cancel")}
      onClose={onClose}
      sticky
      wide
      footer={
        <>
          <Button look="quiet" onPress={onClose}>
            {t("common.cancel")}
          </Button>
          <Button look="primary" onPress={() => void merge()}>
            {t("records.mergeDo")}
          </Button>
        </>
      }
    >
      <p>{t("records.mergeGoes", { keep: mask(title), lose: mask(other.title) })}</p>
      <p>{conflicts.length === 0 ? t("records.mergeSame") : t("records.mergeDifferent")}</p>
      {conflicts.map(({ field, keep, lose }) => (
        <fieldset key={field} className="merge-row">
          <legend>{words.label(field)}</legend>
          {(["keep", "lose"] as const).map((side) => (
            <label key={side} className="merge-side">
              <input
                type="radio"
                name={`merge ${field}`}
                checked={(sides[field] ?? "keep") === side}
                onChange={() => setSides({ ...sides, [field]: side })}
              />
              <span>{words.value(field, side === "keep" ? keep : lose)}</span>
            </label>
          ))}
        </fieldset>
      ))}
    </Dialog>
  )
}
