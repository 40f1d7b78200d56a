import { RefreshCw, ShieldAlert } from "lucide-react"
import { type SubmitEvent, useEffect, useState } from "react"
import { isTextKey } from "../../../shared/i18n/translate.ts"
import { Button } from "../../components/Button.tsx"
import { explain } from "../../session/explain.ts"
import { usePreferences, useT } from "../../session/preferences.ts"
import { loadOffers, makeVault, setPassphrase, setStep, type Strength, useCreate } from "./create.ts"
import { PassphraseField } from "./PassphraseField.tsx"

export const ChoosePassphrase = () => {
  const t = useT()
  const language = usePreferences((state) => state.language)
  const { passphrase, strength, busy, failure } = useCreate()
  const [shown, setShown] = useState(false)
  const [again, setAgain] = useState("")
  const [taken, setTaken] = useState(false)
  useEffect(() => void loadOffers(language), [language])
  // What is read on the screen needs no second typing.
  const repeated = shown || taken || again === passphrase
  const ready = strength?.accepted === true && repeated && !busy

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (ready) void makeVault()
  }
  return (
    <form className="stack" onSubmit={submit}>
      <h1 className="gate-title">{t("create.passphraseTitle")}</h1>
      <p className="warning">
        <ShieldAlert size={16} strokeWidth={1.75} aria-hidden />
        <span>{t("create.warning")}</span>
      </p>
      <PassphraseField
        label={t("unlock.passphrase")}
        value={passphrase}
        onChange={(value) => {
          setTaken(false)
          void setPassphrase(value)
        }}
        shown={shown}
        onShown={setShown}
        autoFocus
        error={failure === undefined ? undefined : explain(t, failure)}
      />
      <StrengthMeter strength={strength} />
      {!shown && !taken && passphrase !== "" && (
        <PassphraseField
          label={t("create.repeat")}
          value={again}
          onChange={setAgain}
          shown={false}
          error={again !== "" && !passphrase.startsWith(again) ? t("create.repeatWrong") : undefined}
        />
      )}
      <Offers
        onTake={(offer) => {
          setShown(true)
          setTaken(true)
          void setPassphrase(offer)
        }}
      />
      <div className="row end">
        <Button look="quiet" onPress={() => setStep(1)}>
          {t("common.back")}
        </Button>
        <Button look="primary" type="submit" disabled={!ready}>
          {busy ? t("create.making") : t("create.make")}
        </Button>
      </div>
    </form>
  )
}

/** A number as an exponent: 10 to the power "¹²". */
const raised = (power: number): string => String(power).replace(/\d/g, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(Number(digit)))

const tones = ["bad", "bad", "warn", "good", "good"] as const

export const StrengthMeter = ({ strength }: { readonly strength: Strength | undefined }) => {
  const t = useT()
  const score = strength?.score ?? 0
  const words = [t("strength.0"), t("strength.1"), t("strength.2"), t("strength.3"), t("strength.4")]
  const warnings = (strength?.warnings ?? []).map((warning) => `passphrase.warning.${warning}`).filter(isTextKey)
  return (
    <div className="stack tight">
      <div
        className={`meter ${tones[score] ?? "bad"}`}
        role="meter"
        aria-label={t("strength.label")}
        aria-valuemin={0}
        aria-valuemax={4}
        aria-valuenow={score}
        aria-valuetext={strength === undefined ? "" : (words[score] ?? "")}
      >
        {[0, 1, 2, 3].map((part) => (
          <span key={part} className={strength !== undefined && part < Math.max(1, score) ? "on" : ""} />
        ))}
      </div>
      <p className="meter-words" aria-live="polite">
        {strength !== undefined && (
          <>
            <strong>{words[score]}</strong>
            <span className="hint">{t("strength.guesses", { power: raised(Math.round(strength.guessesLog10)) })}</span>
          </>
        )}
      </p>
      {warnings.map((warning) => (
        <p key={warning} className="field-error">
          {t(warning)}
        </p>
      ))}
    </div>
  )
}

const Offers = ({ onTake }: { readonly onTake: (offer: string) => void }) => {
  const t = useT()
  const language = usePreferences((state) => state.language)
  const offers = useCreate((state) => state.offers)
  if (offers.length === 0) return null
  return (
    <div className="stack tight">
      <p className="row">
        <span className="quiet grow">{t("create.offer")}</span>
        <Button
          icon={RefreshCw}
          look="quiet"
          small
          tip={t("create.offerMore")}
          onPress={() => void loadOffers(language)}
        />
      </p>
      <ul className="offers">
        {offers.map((offer) => (
          <li key={offer}>
            <button type="button" className="offer" onClick={() => onTake(offer)}>
              {offer}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
