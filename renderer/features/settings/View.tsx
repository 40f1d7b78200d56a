import "./settings.css"
import { Monitor, Moon, Sun } from "lucide-react"
import { type SubmitEvent, useState } from "react"
import { RadioGroup } from "react-aria-components"
import { Language } from "../../../shared/model/ids.ts"
import { hostKind, hostVersion } from "../../bridge/shell.ts"
import { Button } from "../../components/Button.tsx"
import { Choice } from "../../components/Choice.tsx"
import { Pick, Toggle } from "../../components/Toggle.tsx"
import { explain } from "../../session/explain.ts"
import { showDay, showSize } from "../../session/moments.ts"
import { changePreferences, usePreferences, useT } from "../../session/preferences.ts"
import { useVault } from "../../session/vault.ts"
import { People } from "../holders/People.tsx"
import { StrengthMeter } from "../unlock/ChoosePassphrase.tsx"
import { languageNames } from "../unlock/LanguageSwitch.tsx"
import { PassphraseField } from "../unlock/PassphraseField.tsx"
import { Part } from "./Part.tsx"
import { changePassphrase, forgetFailure, measure, usePassphraseChange } from "./store.ts"

/** Security first; everything applies at once. */
export const SettingsView = () => {
  const t = useT()
  return (
    <div className="settings">
      <h1>{t("rail.settings")}</h1>
      <Locking />
      <Passphrase />
      <People />
      <Looks />
      <About />
    </div>
  )
}

const lockChoices = ["1", "3", "5", "10", "15", "30", "60", "0"] as const

const Locking = () => {
  const t = useT()
  const { lockAfterMinutes, lockOnSuspend, rememberVaults } = usePreferences()
  const shown = lockChoices.find((choice) => Number(choice) === lockAfterMinutes) ?? "5"
  return (
    <Part title={t("settings.locking")}>
      <Choice
        label={t("settings.lockAfter")}
        value={shown}
        options={lockChoices.map((value) => ({
          value,
          label: value === "0" ? t("settings.never") : t("settings.minutes", { count: Number(value) }),
        }))}
        onChange={(value) => void changePreferences({ lockAfterMinutes: Number(value) })}
      />
      <p className="quiet">{t("settings.lockAlways")}</p>
      <Toggle on={lockOnSuspend} onChange={(on) => void changePreferences({ lockOnSuspend: on })}>
        {t("settings.lockOnSuspend")}
      </Toggle>
      <Toggle on={rememberVaults} onChange={(on) => void changePreferences({ rememberVaults: on })}>
        {t("settings.remember")}
      </Toggle>
    </Part>
  )
}

const Passphrase = () => {
  const t = useT()
  const { strength, busy, failure, done } = usePassphraseChange()
  const [current, setCurrent] = useState("")
  const [next, setNext] = useState("")
  const [shown, setShown] = useState(false)
  const ready = current !== "" && strength?.accepted === true && !busy
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (!ready || !(await changePassphrase(current, next))) return
    setCurrent("")
    setNext("")
  }
  return (
    <Part title={t("settings.passphrase")}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <PassphraseField
          label={t("settings.currentPassphrase")}
          value={current}
          onChange={(value) => {
            setCurrent(value)
            forgetFailure()
          }}
          shown={shown}
          onShown={setShown}
          error={failure === undefined ? undefined : explain(t, failure)}
        />
        <PassphraseField
          label={t("settings.newPassphrase")}
          value={next}
          onChange={(value) => {
            setNext(value)
            void measure(value)
          }}
          shown={shown}
        />
        {next !== "" && <StrengthMeter strength={strength} />}
        <p className="row">
          <Button look="primary" type="submit" disabled={!ready}>
            {t("settings.changePassphrase")}
          </Button>
          {done && <span className="good-text">{t("settings.passphraseChanged")}</span>}
        </p>
      </form>
      <p className="quiet">{t("settings.passphraseText")}</p>
    </Part>
  )
}

const themes = [
  { value: "system", icon: Monitor },
  { value: "light", icon: Sun },
  { value: "dark", icon: Moon },
] as const

const Looks = () => {
  const t = useT()
  const { theme, language } = usePreferences()
  return (
    <Part title={t("settings.looks")}>
      <RadioGroup
        className="themes"
        aria-label={t("settings.theme")}
        orientation="horizontal"
        value={theme}
        onChange={(value) => {
          const chosen = themes.find((one) => one.value === value)
          if (chosen !== undefined) void changePreferences({ theme: chosen.value })
        }}
      >
        {themes.map(({ value, icon: Icon }) => (
          <Pick key={value} value={value} className="theme">
            <Icon size={15} strokeWidth={1.75} aria-hidden />
            {t(`settings.${value}`)}
          </Pick>
        ))}
      </RadioGroup>
      <Choice
        label={t("unlock.language")}
        value={language}
        options={Language.options.map((value) => ({ value, label: languageNames[value] }))}
        onChange={(value) => void changePreferences({ language: value })}
      />
    </Part>
  )
}

const About = () => {
  const t = useT()
  const info = useVault((state) => state.info)
  const language = usePreferences((state) => state.language)
  return (
    <Part title={t("settings.vault")}>
      {info !== undefined && (
        <dl className="facts">
          <dt>{t("create.where")}</dt>
          <dd>{info.folderName}</dd>
          <dt>{t("settings.created")}</dt>
          <dd>{showDay(language, info.createdAt)}</dd>
          <dt>{t("rail.evidence")}</dt>
          <dd>
            {t("count.evidence", { count: info.evidence })}, {showSize(language, info.evidenceBytes)}
          </dd>
          <dt>{t("settings.kdf")}</dt>
          <dd>
            Argon2id, {info.kdf.memoryMiB} MiB × {info.kdf.passes}
          </dd>
          <dt>{t("settings.format")}</dt>
          <dd>{info.formatVersion}</dd>
          <dt>{t("settings.head")}</dt>
          <dd className="mono">{info.audit.head}</dd>
        </dl>
      )}
      <p className="quiet">
        Saqta {hostVersion()} · {t(`settings.host.${hostKind()}`)}
      </p>
    </Part>
  )
}
