import { type SubmitEvent, useEffect, useState } from "react"
import type { CaseId } from "../../../shared/model/ids.ts"
import { Button } from "../../components/Button.tsx"
import { Field } from "../../components/Field.tsx"
import { useT } from "../../session/preferences.ts"
import { openDossiers, useDossier } from "./store.ts"

interface Props {
  readonly caseId: CaseId
  readonly onChoose: (audience: string) => void
}

/** For whom? Pseudonyms are drawn per audience, so this comes first. */
export const AudienceForm = ({ caseId, onChoose }: Props) => {
  const t = useT()
  const [audience, setAudience] = useState("")
  const { records, form } = useDossier()
  useEffect(() => void openDossiers(caseId), [caseId])
  const known = [...new Set([form?.audience ?? "", ...records.map((record) => record.audience)])].filter(Boolean)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (audience.trim() !== "") onChoose(audience.trim())
  }
  return (
    <form className="ask-audience stack" onSubmit={submit}>
      <h1>{t("dossier.forWhomTitle")}</h1>
      <p className="quiet">{t("dossier.forWhomText")}</p>
      <Field
        label={t("dossier.audience")}
        value={audience}
        onChange={setAudience}
        placeholder={t("dossier.audienceHint")}
        autoFocus
      />
      {known.length > 0 && (
        <p className="row wrap">
          {known.map((one) => (
            <Button key={one} small onPress={() => onChoose(one)}>
              {one}
            </Button>
          ))}
        </p>
      )}
      <div className="row end">
        <Button look="primary" type="submit" disabled={audience.trim() === ""}>
          {t("common.next")}
        </Button>
      </div>
    </form>
  )
}
