import { type ReactNode, type SubmitEvent, useState } from "react"
import type { Holder } from "../../../shared/contract/holder.ts"
import { Button } from "../../components/Button.tsx"
import { Dialog } from "../../components/Dialog.tsx"
import { Field } from "../../components/Field.tsx"
import { explain } from "../../session/explain.ts"
import { useT } from "../../session/preferences.ts"
import { StrengthMeter } from "../unlock/ChoosePassphrase.tsx"
import { codeGroups } from "../unlock/create.ts"
import { PassphraseField } from "../unlock/PassphraseField.tsx"
import { holderWords } from "./names.ts"
import { addHolder, closeSheet, forgetFailure, measureTheirs, removeHolder, renewCode, useHolders } from "./store.ts"

interface SheetProps {
  readonly title: string
  readonly doIt: string
  readonly ready: boolean
  readonly danger?: boolean
  readonly onDo: (secret: string) => void
  readonly children: ReactNode
}

/** Every change of who opens the vault asks for the passphrase of the person who is working in it. */
const Sheet = ({ title, doIt, ready, danger, onDo, children }: SheetProps) => {
  const t = useT()
  const { busy, failure } = useHolders()
  const [secret, setSecret] = useState("")
  const [shown, setShown] = useState(false)
  const able = ready && secret !== "" && !busy
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (able) onDo(secret)
  }
  return (
    <Dialog title={title} closeLabel={t("common.cancel")} onClose={closeSheet} sticky>
      <form className="stack holder-sheet" onSubmit={submit}>
        {children}
        <PassphraseField
          label={t("holder.yourPassphrase")}
          value={secret}
          onChange={(value) => {
            setSecret(value)
            forgetFailure()
          }}
          shown={shown}
          onShown={setShown}
          error={failure === undefined ? undefined : explain(t, failure)}
        />
        <div className="row end">
          <Button look="quiet" onPress={closeSheet}>
            {t("common.cancel")}
          </Button>
          <Button look={danger === true ? "danger" : "primary"} type="submit" disabled={!able}>
            {busy ? t("holder.working") : doIt}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

export const AddSheet = () => {
  const t = useT()
  const strength = useHolders((state) => state.strength)
  const [label, setLabel] = useState("")
  const [passphrase, setPassphrase] = useState("")
  const [again, setAgain] = useState("")
  const [shown, setShown] = useState(false)
  const same = shown || again === passphrase
  const ready = label.trim() !== "" && strength?.accepted === true && same
  return (
    <Sheet
      title={t("holder.addTitle")}
      doIt={t("holder.addDo")}
      ready={ready}
      onDo={(secret) => void addHolder(label.trim(), passphrase, secret)}
    >
      <p>{t("holder.addText")}</p>
      <Field label={t("holder.theirName")} value={label} onChange={setLabel} autoFocus />
      <PassphraseField
        label={t("holder.theirPassphrase")}
        value={passphrase}
        onChange={(value) => {
          setPassphrase(value)
          void measureTheirs(value)
        }}
        shown={shown}
        onShown={setShown}
      />
      {passphrase !== "" && <StrengthMeter strength={strength} />}
      {!shown && passphrase !== "" && (
        <PassphraseField
          label={t("create.repeat")}
          value={again}
          onChange={setAgain}
          shown={false}
          error={again !== "" && !passphrase.startsWith(again) ? t("create.repeatWrong") : undefined}
        />
      )}
    </Sheet>
  )
}

export const RemoveSheet = ({ holder }: { readonly holder: Holder }) => {
  const t = useT()
  const name = holderWords(t, holder.label)
  return (
    <Sheet
      title={t("holder.removeTitle", { name })}
      doIt={t("holder.removeDo")}
      ready
      danger
      onDo={(secret) => void removeHolder(holder.id, secret)}
    >
      <p>{t("holder.removeText")}</p>
      <p className="holder-caveat">{t("holder.removeCaveat")}</p>
    </Sheet>
  )
}

export const CodeSheet = () => {
  const t = useT()
  const code = useHolders((state) => state.recoveryCode)
  if (code !== undefined)
    return (
      <Dialog title={t("holder.newCode")} closeLabel={t("holder.codeKept")} onClose={closeSheet} sticky>
        <div className="stack holder-sheet">
          <p>{t("create.codeText")}</p>
          <ol className="code-groups selectable" aria-label={t("unlock.recoveryCode")}>
            {codeGroups(code).map((group, index) => (
              <li key={index} className="mono">
                <span className="code-number" aria-hidden>
                  {index + 1}
                </span>
                {group}
              </li>
            ))}
          </ol>
          <div className="row end">
            <Button look="primary" onPress={closeSheet}>
              {t("holder.codeKept")}
            </Button>
          </div>
        </div>
      </Dialog>
    )
  return (
    <Sheet title={t("holder.newCode")} doIt={t("holder.codeDo")} ready onDo={(secret) => void renewCode(secret)}>
      <p>{t("holder.codeText")}</p>
    </Sheet>
  )
}
