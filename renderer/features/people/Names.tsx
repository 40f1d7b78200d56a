import { X } from "lucide-react"
import { type SubmitEvent, useState } from "react"
import { type Actor, type Identifier, identifierKinds, nameKinds } from "../../../shared/model/actor.ts"
import { Button } from "../../components/Button.tsx"
import { Choice } from "../../components/Choice.tsx"
import { Section } from "../../components/Section.tsx"
import { useMask } from "../../session/names.ts"
import { useT } from "../../session/preferences.ts"
import { ProposedNames } from "./Proposed.tsx"
import { changeActor, namesOf } from "./store.ts"

type NameKind = (typeof nameKinds)[number]

/** Every name in every script: what is looked for when this person is protected. */
export const NameList = ({ actor }: { readonly actor: Actor }) => {
  const t = useT()
  const mask = useMask()
  const [text, setText] = useState("")
  const [kind, setKind] = useState<NameKind>("alias")
  const names = namesOf(actor)
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (text.trim() === "") return
    if (await changeActor(actor, { names: [...names, { text: text.trim(), kind }] })) setText("")
  }
  return (
    <Section title={t("people.names")} count={names.length}>
      <ul>
        {names.map((name, index) => (
          <li key={`${name.text} ${index}`} className="person-row">
            <span className="grow selectable">{mask(name.text)}</span>
            <span className="quiet">{t(`name.${name.kind ?? "legal"}`)}</span>
            {names.length > 1 && (
              <span className="on-hover">
                <Button
                  icon={X}
                  look="quiet"
                  small
                  tip={t("common.remove")}
                  onPress={() => void changeActor(actor, { names: names.filter((_, at) => at !== index) })}
                />
              </span>
            )}
          </li>
        ))}
      </ul>
      <ProposedNames actor={actor} />
      <form className="add-small" onSubmit={(event) => void submit(event)}>
        <input
          aria-label={t("people.addName")}
          placeholder={t("people.addNameHint")}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {text !== "" && (
          <>
            <Choice
              label={t("evidence.kind")}
              hideLabel
              small
              value={kind}
              options={nameKinds.map((value) => ({ value, label: t(`name.${value}`) }))}
              onChange={setKind}
            />
            <Button look="primary" small type="submit">
              {t("common.add")}
            </Button>
          </>
        )}
      </form>
    </Section>
  )
}

export const IdentifierList = ({ actor }: { readonly actor: Actor }) => {
  const t = useT()
  const mask = useMask()
  const [text, setText] = useState("")
  const [kind, setKind] = useState<Identifier["kind"]>("phone")
  const { identifiers } = actor
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (text.trim() === "") return
    if (await changeActor(actor, { identifiers: [...identifiers, { kind, text: text.trim() }] })) setText("")
  }
  return (
    <Section title={t("people.identifiers")} count={identifiers.length || undefined}>
      <ul>
        {identifiers.map((one, index) => (
          <li key={`${one.text} ${index}`} className="person-row">
            <span className="grow selectable">{mask(one.text)}</span>
            <span className="quiet">{t(`identifier.${one.kind}`)}</span>
            <span className="on-hover">
              <Button
                icon={X}
                look="quiet"
                small
                tip={t("common.remove")}
                onPress={() => void changeActor(actor, { identifiers: identifiers.filter((_, at) => at !== index) })}
              />
            </span>
          </li>
        ))}
      </ul>
      <form className="add-small" onSubmit={(event) => void submit(event)}>
        <input
          aria-label={t("people.addIdentifier")}
          placeholder={t("people.addIdentifier")}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {text !== "" && (
          <>
            <Choice
              label={t("evidence.kind")}
              hideLabel
              small
              value={kind}
              options={identifierKinds.map((value) => ({ value, label: t(`identifier.${value}`) }))}
              onChange={setKind}
            />
            <Button look="primary" small type="submit">
              {t("common.add")}
            </Button>
          </>
        )}
      </form>
    </Section>
  )
}
