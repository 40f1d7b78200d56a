import type { Actor } from "../../../shared/model/actor.ts"
import { EditableText } from "../../components/EditableText.tsx"
import { Section } from "../../components/Section.tsx"
import { Toggle } from "../../components/Toggle.tsx"
import { useMask } from "../../session/names.ts"
import { go, refine } from "../../session/navigation.ts"
import { useT } from "../../session/preferences.ts"
import { History } from "../audit/History.tsx"
import { Passages } from "../links/Passages.tsx"
import { Notes } from "../notes/Notes.tsx"
import { FieldsOf } from "../records/Fields.tsx"
import { Merge } from "../records/Merge.tsx"
import { Parts } from "../records/Parts.tsx"
import { Remove } from "../records/Remove.tsx"
import { IdentifierList, NameList } from "./Names.tsx"
import { changeActor, choose, namesOf, usePeople } from "./store.ts"

export const Inspector = ({ actor }: { readonly actor: Actor }) => {
  const t = useT()
  const mask = useMask()
  return (
    <article className="inspector">
      <header className="inspector-head">
        <h2>
          <EditableText
            label={t("people.name")}
            className="inspector-title"
            value={actor.names[0]?.text ?? ""}
            display={mask(actor.names[0]?.text ?? "")}
            onSave={async (text) => {
              const [first, ...rest] = namesOf(actor)
              if (text.trim() !== "" && first !== undefined) {
                await changeActor(actor, { names: [{ ...first, text: text.trim() }, ...rest] })
              }
              return undefined
            }}
          />
        </h2>
        <div className="row">
          <p className="quiet grow">{t(`actor.kind.${actor.kind}`)}</p>
          <Merge
            caseId={actor.caseId}
            kind="actor"
            id={actor.id}
            title={actor.names[0]?.text ?? ""}
            reload={() => choose(actor.id)}
          />
          <Remove
            of={{ kind: "actor", id: actor.id }}
            onGone={() => refine({ view: "people", caseId: actor.caseId })}
          />
        </div>
        <EditableText
          label={t("common.description")}
          multiline
          value={actor.description}
          display={mask(actor.description)}
          placeholder={t("common.description")}
          onSave={async (description) => {
            await changeActor(actor, { description })
            return undefined
          }}
        />
      </header>
      <Protection actor={actor} />
      <NameList actor={actor} />
      <IdentifierList actor={actor} />
      <Appearances actor={actor} />
      <FieldsOf of={{ kind: "actor", id: actor.id }} />
      <Parts caseId={actor.caseId} of={{ kind: "actor", id: actor.id }} />
      <Notes subjectKind="actor" subjectId={actor.id} />
      <History subjectId={actor.id} />
    </article>
  )
}

const Protection = ({ actor }: { readonly actor: Actor }) => {
  const t = useT()
  return (
    <div className={actor.protected ? "protection on" : "protection"}>
      <Toggle violet on={actor.protected} onChange={(guarded) => void changeActor(actor, { protected: guarded })}>
        {t("people.protect")}
      </Toggle>
      <p className="quiet">{t("people.protectHint")}</p>
    </div>
  )
}

const Appearances = ({ actor }: { readonly actor: Actor }) => {
  const t = useT()
  const mask = useMask()
  const involvements = usePeople((state) => state.involvements)
  return (
    <>
      <Section title={t("people.inIncidents")} count={involvements.length || undefined}>
        {involvements.length === 0 && <p className="quiet">{t("people.notInAny")}</p>}
        <ul>
          {involvements.map((one) => (
            <li key={one.id} className="person-row">
              <button
                type="button"
                className="person truncate"
                onClick={() => go({ view: "incidents", caseId: actor.caseId, id: one.incidentId })}
              >
                {mask(one.incidentLabel)}
              </button>
              <span className="quiet">{t(`role.${one.role}`)}</span>
            </li>
          ))}
        </ul>
      </Section>
      <Passages
        caseId={actor.caseId}
        target={{ kind: "actor", id: actor.id }}
        title={t("people.inEvidence")}
        none={t("people.notInAny")}
      />
    </>
  )
}
