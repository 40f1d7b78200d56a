import { type Incident, placePrecisions, verifications } from "../../../shared/model/incident.ts"
import { Choice } from "../../components/Choice.tsx"
import { EditableText } from "../../components/EditableText.tsx"
import { Section } from "../../components/Section.tsx"
import { showDates } from "../../session/dates.ts"
import { explain } from "../../session/explain.ts"
import { useMask } from "../../session/names.ts"
import { refine } from "../../session/navigation.ts"
import { usePreferences, useT } from "../../session/preferences.ts"
import { History } from "../audit/History.tsx"
import { Passages } from "../links/Passages.tsx"
import { DraftedText } from "../lists/DraftedText.tsx"
import { Notes } from "../notes/Notes.tsx"
import { PeopleInIt } from "./PeopleInIt.tsx"
import { FieldsOf } from "../records/Fields.tsx"
import { Merge } from "../records/Merge.tsx"
import { Parts } from "../records/Parts.tsx"
import { Remove } from "../records/Remove.tsx"
import { rightWords } from "./words.ts"
import { changeIncident, choose, type Patch } from "./store.ts"

/** All that is known of one incident, each part edited where it stands. */
export const Inspector = ({ incident }: { readonly incident: Incident }) => (
  <article className="inspector">
    <Head incident={incident} />
    <Narrative incident={incident} />
    <PeopleInIt incident={incident} />
    <LinkedTo incident={incident} />
    <FieldsOf of={{ kind: "incident", id: incident.id }} />
    <Parts caseId={incident.caseId} of={{ kind: "incident", id: incident.id }} />
    <Notes subjectKind="incident" subjectId={incident.id} />
    <History subjectId={incident.id} />
  </article>
)

const useSave = (incident: Incident) => {
  const t = useT()
  return async (patch: Patch): Promise<string | undefined> => {
    const refused = await changeIncident(incident, patch)
    return refused === undefined ? undefined : explain(t, refused)
  }
}

const Head = ({ incident }: { readonly incident: Incident }) => {
  const t = useT()
  const mask = useMask()
  const language = usePreferences((state) => state.language)
  const save = useSave(incident)
  return (
    <header className="inspector-head">
      <h2>
        <EditableText
          label={t("incidents.what")}
          className="inspector-title"
          value={incident.title}
          display={mask(incident.title)}
          onSave={(title) => save({ title })}
        />
      </h2>
      <div className="inspector-line">
        <EditableText
          label={t("incidents.when")}
          value={incident.dates.edtf}
          display={showDates(language, incident.dates)}
          placeholder={t("incidents.noDate")}
          onSave={(dates) => save({ dates })}
        />
        <EditableText
          label={t("incidents.where")}
          value={incident.place}
          display={mask(incident.place)}
          placeholder={t("incidents.noPlace")}
          onSave={(place) => save({ place })}
        />
      </div>
      <div className="row wrap">
        <Choice
          label={t("incidents.verified")}
          hideLabel
          small
          value={incident.verification}
          options={verifications.map((value) => ({ value, label: t(`verification.${value}`) }))}
          onChange={(verification) => void save({ verification })}
        />
        {incident.place !== "" && (
          <Choice
            label={t("incidents.where")}
            hideLabel
            small
            value={incident.placePrecision}
            options={placePrecisions.map((value) => ({ value, label: t(`precision.${value}`) }))}
            onChange={(placePrecision) => void save({ placePrecision })}
          />
        )}
        <Merge
          caseId={incident.caseId}
          kind="incident"
          id={incident.id}
          title={incident.title}
          reload={() => choose(incident.id)}
        />
        <Remove
          of={{ kind: "incident", id: incident.id }}
          onGone={() => refine({ view: "incidents", caseId: incident.caseId })}
        />
        <EditableText
          label={t("incidents.rights")}
          className="quiet"
          value={incident.rights.join(", ")}
          display={rightWords(language, incident.rights)}
          placeholder={t("incidents.rightsHint")}
          onSave={(text) =>
            save({
              rights: text
                .split(/[,;·]/)
                .map((right) => right.trim())
                .filter((right) => right !== ""),
            })
          }
        />
      </div>
    </header>
  )
}

const Narrative = ({ incident }: { readonly incident: Incident }) => {
  const t = useT()
  const mask = useMask()
  const save = useSave(incident)
  return (
    <Section title={t("incidents.narrative")}>
      <DraftedText
        draftKey={`narrative.${incident.id}`}
        label={t("incidents.narrative")}
        className="serif"
        value={incident.narrative}
        display={mask(incident.narrative)}
        placeholder={t("incidents.narrativeHint")}
        onSave={(narrative) => save({ narrative })}
      />
    </Section>
  )
}

const LinkedTo = ({ incident }: { readonly incident: Incident }) => {
  const t = useT()
  return (
    <Passages
      caseId={incident.caseId}
      target={{ kind: "incident", id: incident.id }}
      title={t("links.evidence")}
      none={t("links.none")}
    />
  )
}
