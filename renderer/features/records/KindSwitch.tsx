import { type PlainKind, plainKinds } from "../../../shared/model/field.ts"
import type { CaseId } from "../../../shared/model/ids.ts"
import { kindOf } from "../../../shared/model/kinds.ts"
import { Choice } from "../../components/Choice.tsx"
import { go } from "../../session/navigation.ts"
import { usePreferences, useT } from "../../session/preferences.ts"

/** Kinds that are tools of daily work rather than records of the matter. */
const tools: readonly PlainKind[] = ["view", "template"]

/** Which kind of record the list shows. */
export const KindSwitch = ({ caseId, kind }: { readonly caseId: CaseId; readonly kind: PlainKind }) => {
  const t = useT()
  const language = usePreferences((state) => state.language)
  return (
    <Choice
      label={t("records.kind")}
      hideLabel
      value={kind}
      options={plainKinds
        .filter((one) => !tools.includes(one))
        .map((one) => ({ value: one, label: kindOf(one).plural[language] }))}
      onChange={(next) => go({ view: "records", caseId, kind: next })}
    />
  )
}
