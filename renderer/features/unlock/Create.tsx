import { FolderOpen } from "lucide-react"
import { Button } from "../../components/Button.tsx"
import { Field } from "../../components/Field.tsx"
import { useT } from "../../session/preferences.ts"
import { ChoosePassphrase } from "./ChoosePassphrase.tsx"
import { pickParent, restart, setName, setStep, useCreate } from "./create.ts"
import { RecoveryCode } from "./RecoveryCode.tsx"
import { showWelcome } from "./store.ts"

export const Create = () => {
  const t = useT()
  const step = useCreate((state) => state.step)
  return (
    <div className="stack">
      <p className="gate-small">{t("create.step", { step })}</p>
      {step === 1 ? <Where /> : step === 2 ? <ChoosePassphrase /> : <RecoveryCode />}
    </div>
  )
}

const Where = () => {
  const t = useT()
  const { parent, name } = useCreate()
  return (
    <div className="stack">
      <h1 className="gate-title">{t("create.whereTitle")}</h1>
      <div className="chosen-folder">
        <FolderOpen size={16} strokeWidth={1.75} aria-hidden />
        <span className="grow truncate">{parent?.name ?? t("create.where")}</span>
        <Button small onPress={() => void pickParent()} autoFocus>
          {parent === undefined ? t("create.choose") : t("create.change")}
        </Button>
      </div>
      <Field label={t("create.name")} value={name} onChange={setName} hint={t("create.nameHint")} />
      <div className="row end">
        <Button
          look="quiet"
          onPress={() => {
            restart()
            showWelcome()
          }}
        >
          {t("common.back")}
        </Button>
        <Button look="primary" disabled={parent === undefined} onPress={() => setStep(2)}>
          {t("common.next")}
        </Button>
      </div>
    </div>
  )
}
