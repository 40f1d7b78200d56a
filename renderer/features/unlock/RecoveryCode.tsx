import { Copy, Download, Printer } from "lucide-react"
import { type SubmitEvent, useState } from "react"
import { copyText, saveText } from "../../bridge/shell.ts"
import { Button } from "../../components/Button.tsx"
import { Field } from "../../components/Field.tsx"
import { showDay } from "../../session/moments.ts"
import { usePreferences, useT } from "../../session/preferences.ts"
import { codeGroups, enterNewVault, useCreate } from "./create.ts"

/** Told once, in groups; confirmed by typing one of them, so that it is really somewhere else. */
export const RecoveryCode = () => {
  const t = useT()
  const language = usePreferences((state) => state.language)
  const { made, busy } = useCreate()
  const code = made?.recoveryCode ?? ""
  const groups = codeGroups(code)
  const [asked] = useState(() => 1 + Math.floor(Math.random() * Math.max(1, groups.length)))
  const [typed, setTyped] = useState("")
  const matches = typed.trim().toUpperCase() === groups[asked - 1]?.toUpperCase()
  const name = made?.info.folderName ?? ""
  const sheet = t("create.sheet", { name, code, date: showDay(language, made?.info.createdAt ?? "") })

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (matches && !busy) void enterNewVault()
  }
  return (
    <form className="stack" onSubmit={submit}>
      <h1 className="gate-title">{t("create.codeTitle")}</h1>
      <p className="quiet">{t("create.codeText")}</p>
      <ol className="code-groups selectable" aria-label={t("unlock.recoveryCode")}>
        {groups.map((group, index) => (
          <li key={index} className="mono">
            <span className="code-number" aria-hidden>
              {index + 1}
            </span>
            {group}
          </li>
        ))}
      </ol>
      <div className="row">
        <Button icon={Printer} onPress={() => window.print()}>
          {t("create.codePrint")}
        </Button>
        <Button icon={Download} onPress={() => void saveText("saqta-recovery.txt", sheet)}>
          {t("create.codeSave")}
        </Button>
        <Button icon={Copy} look="quiet" onPress={() => void copyText(code)}>
          {t("common.copy")}
        </Button>
      </div>
      <pre className="print-only">{sheet}</pre>
      <Field
        label={t("create.codeConfirm", { number: asked })}
        value={typed}
        onChange={setTyped}
        mono
        error={
          typed.length >= (groups[asked - 1]?.length ?? 0) && !matches
            ? t("create.codeWrong", { number: asked })
            : undefined
        }
      />
      <div className="row end">
        <Button look="primary" type="submit" disabled={!matches || busy}>
          {t("create.codeEnter")}
        </Button>
      </div>
    </form>
  )
}
