import "../holders/holders.css"
import { CircleCheck, UserCheck, UsersRound } from "lucide-react"
import { type SubmitEvent, useEffect, useState } from "react"
import { Button } from "../../components/Button.tsx"
import { Dialog } from "../../components/Dialog.tsx"
import { Toggle } from "../../components/Toggle.tsx"
import { explain } from "../../session/explain.ts"
import { useT } from "../../session/preferences.ts"
import { useVault } from "../../session/vault.ts"
import { holderWords } from "../holders/names.ts"
import { PassphraseField } from "../unlock/PassphraseField.tsx"
import { ask, closeAsking, forgetFailure, goOn, loadRules, requireSecond, useSecond } from "./second.ts"
import type { Check } from "./store.ts"

/** Whether a second person has to confirm what leaves, and whether one has. Nothing of it where one alone opens the vault. */
export const SecondPerson = ({ check, audience }: { readonly check: Check; readonly audience: string }) => {
  const t = useT()
  const holders = useVault((state) => state.info?.holders ?? 1)
  const { rules, asking } = useSecond()
  useEffect(() => void loadRules(), [])
  const { release } = check
  if (holders < 2 && !release.twoPeople) return null
  return (
    <section className="before">
      <h2 className="step-label">{t("second.title")}</h2>
      {rules?.wholeVault === true ? (
        <p className="quiet">{t("second.wholeVault")}</p>
      ) : (
        <Toggle
          on={release.twoPeople}
          onChange={(on) => {
            if (on) void requireSecond(audience)
            else ask("lift")
          }}
        >
          {t("second.forThis")}
        </Toggle>
      )}
      {release.twoPeople && <State check={check} />}
      {asking !== undefined && <Asking check={check} audience={audience} asking={asking} />}
    </section>
  )
}

const State = ({ check: { release, ready } }: { readonly check: Check }) => {
  const t = useT()
  const names = release.reviewers.map((name) => holderWords(t, name)).join(", ")
  if (release.confirmedBy !== null)
    return (
      <p className="hurdle ok">
        <CircleCheck size={16} strokeWidth={1.75} aria-hidden />
        <span>
          <strong>{t("second.confirmed", { name: holderWords(t, release.confirmedBy) })}</strong>
          <span className="quiet">{names === "" ? "" : t("second.reviewed", { names })}</span>
        </span>
      </p>
    )
  return (
    <>
      <p className="quiet">
        {names === "" ? "" : `${t("second.reviewed", { names })} `}
        {t("second.waits")}
      </p>
      <Button icon={UserCheck} disabled={!ready} onPress={() => ask("confirm")}>
        {t("second.confirm")}
      </Button>
    </>
  )
}

interface AskingProps {
  readonly check: Check
  readonly audience: string
  readonly asking: "confirm" | "lift"
}

/** The second person types their own passphrase here, in the same window; nothing else changes hands. */
const Asking = ({ check, audience, asking }: AskingProps) => {
  const t = useT()
  const { busy, failure } = useSecond()
  const [secret, setSecret] = useState("")
  const [shown, setShown] = useState(false)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (secret !== "" && !busy) void goOn(audience, secret)
  }
  const title = asking === "lift" ? t("second.liftTitle") : t("second.confirmTitle")
  return (
    <Dialog title={title} closeLabel={t("common.cancel")} onClose={closeAsking} sticky>
      <form className="stack holder-sheet" onSubmit={submit}>
        <p className="row">
          <UsersRound size={16} strokeWidth={1.75} aria-hidden />
          <span>{asking === "lift" ? t("second.liftText") : t("second.confirmText")}</span>
        </p>
        <PassphraseField
          label={t("second.passphrase")}
          value={secret}
          onChange={(value) => {
            setSecret(value)
            forgetFailure()
          }}
          shown={shown}
          onShown={setShown}
          autoFocus
          error={failure === undefined ? undefined : explain(t, failure)}
        />
        <div className="row end">
          {asking === "confirm" && check.release.actingMayConfirm && (
            <Button disabled={busy} onPress={() => void goOn(audience, null)}>
              {t("second.asMe")}
            </Button>
          )}
          <Button look="quiet" onPress={closeAsking}>
            {t("common.cancel")}
          </Button>
          <Button look="primary" type="submit" disabled={secret === "" || busy}>
            {busy ? t("holder.working") : asking === "lift" ? t("second.lift") : t("second.confirmDo")}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
