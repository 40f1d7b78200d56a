import { type SubmitEvent, useEffect, useRef, useState } from "react"
import { Button } from "../../components/Button.tsx"
import { Field } from "../../components/Field.tsx"
import { explain } from "../../session/explain.ts"
import { useT } from "../../session/preferences.ts"
import { PassphraseField } from "./PassphraseField.tsx"
import { forgetFailure, showWelcome, unlock, useUnlock } from "./store.ts"

/** Cursor in the field, Enter opens, a wrong passphrase stays and is selected. */
export const Open = () => {
  const t = useT()
  const { folder, busy, failure } = useUnlock()
  const [secret, setSecret] = useState("")
  const [shown, setShown] = useState(false)
  const [byCode, setByCode] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (failure !== undefined) field.current?.select()
  }, [failure])

  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (secret !== "" && !busy) await unlock(byCode ? "recovery-code" : "passphrase", secret)
  }
  const error = failure === undefined ? undefined : explain(t, failure)
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <h1 className="gate-title">{t("unlock.heading", { name: folder?.name ?? "" })}</h1>
      {byCode ? (
        <div className="big-field">
          <Field
            label={t("unlock.recoveryCode")}
            value={secret}
            onChange={setSecret}
            hint={t("unlock.recoveryHint")}
            error={error}
            autoFocus
            mono
            inputRef={field}
          />
        </div>
      ) : (
        <PassphraseField
          label={t("unlock.passphrase")}
          value={secret}
          onChange={setSecret}
          shown={shown}
          onShown={setShown}
          error={error}
          autoFocus
          inputRef={field}
        />
      )}
      <Button look="primary" type="submit" className="big" disabled={secret === "" || busy}>
        {busy ? t("unlock.opening") : t("unlock.open")}
      </Button>
      {busy && <div className="working" role="progressbar" aria-label={t("unlock.opening")} />}
      <p className="row wrap gate-links">
        <button
          type="button"
          className="link-button"
          onClick={() => {
            setSecret("")
            forgetFailure()
            setByCode(!byCode)
          }}
        >
          {byCode ? t("unlock.usePassphrase") : t("unlock.useRecovery")}
        </button>
        <button type="button" className="link-button" onClick={() => showWelcome()}>
          {t("unlock.other")}
        </button>
      </p>
    </form>
  )
}
