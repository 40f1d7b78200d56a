import "./holders.css"
import { KeyRound, UserMinus, UserPlus } from "lucide-react"
import { useEffect } from "react"
import type { Holder } from "../../../shared/contract/holder.ts"
import { Button } from "../../components/Button.tsx"
import { EditableText } from "../../components/EditableText.tsx"
import { onRecords } from "../../session/changes.ts"
import { showDay } from "../../session/moments.ts"
import { usePreferences, useT } from "../../session/preferences.ts"
import { useVault } from "../../session/vault.ts"
import { Part } from "../settings/Part.tsx"
import { holderWords } from "./names.ts"
import { AddSheet, CodeSheet, RemoveSheet } from "./Sheets.tsx"
import { loadHolders, openSheet, renameSelf, useHolders } from "./store.ts"

/** Who opens this vault: each with a passphrase and a signature of their own. */
export const People = () => {
  const t = useT()
  const { holders, freePlaces, sheet } = useHolders()
  const readOnly = useVault((state) => state.info?.readOnly === true)
  useEffect(() => {
    void loadHolders()
    return onRecords(["holder"], () => void loadHolders())
  }, [])
  return (
    <Part title={t("holder.title")}>
      <p className="quiet">{t("holder.text")}</p>
      <ul className="holders">
        {holders.map((holder) => (
          <Row key={holder.id} holder={holder} readOnly={readOnly} />
        ))}
      </ul>
      <p className="row">
        <Button icon={UserPlus} disabled={readOnly || freePlaces === 0} onPress={() => openSheet({ kind: "add" })}>
          {t("holder.add")}
        </Button>
        <Button icon={KeyRound} look="quiet" disabled={readOnly} onPress={() => openSheet({ kind: "code" })}>
          {t("holder.newCode")}
        </Button>
      </p>
      {freePlaces === 0 && <p className="quiet">{t("fault.slots-full")}</p>}
      {sheet?.kind === "add" && <AddSheet />}
      {sheet?.kind === "code" && <CodeSheet />}
      {sheet?.kind === "remove" && <RemoveSheet holder={sheet.holder} />}
    </Part>
  )
}

const Row = ({ holder, readOnly }: { readonly holder: Holder; readonly readOnly: boolean }) => {
  const t = useT()
  const language = usePreferences((state) => state.language)
  const { label, acting, since, removedAt } = holder
  const name = holderWords(t, label)
  return (
    <li className={removedAt === null ? "holder" : "holder gone"}>
      <span className="grow holder-name">
        {acting && !readOnly ? (
          <EditableText
            label={t("holder.yourName")}
            value={label}
            placeholder={t("holder.giveName")}
            onSave={renameSelf}
          />
        ) : (
          name
        )}
      </span>
      {acting && <span className="chip good">{t("holder.you")}</span>}
      <span className="hint">
        {removedAt !== null
          ? t("holder.goneSince", { day: showDay(language, removedAt) })
          : since === null
            ? t("holder.neverOpened")
            : t("holder.since", { day: showDay(language, since) })}
      </span>
      {!acting && removedAt === null && !readOnly && (
        <Button
          icon={UserMinus}
          look="quiet"
          small
          tip={t("holder.removeTip", { name })}
          onPress={() => openSheet({ kind: "remove", holder })}
        />
      )}
    </li>
  )
}
