import { Plus, ShieldUser, User, X } from "lucide-react"
import { useState } from "react"
import type { ActorId } from "../../../shared/model/ids.ts"
import type { Incident } from "../../../shared/model/incident.ts"
import { type InvolvementRole, involvementRoles } from "../../../shared/model/link.ts"
import { Button } from "../../components/Button.tsx"
import { Chip } from "../../components/Chip.tsx"
import { Choice } from "../../components/Choice.tsx"
import { Section } from "../../components/Section.tsx"
import { useMask, useNames } from "../../session/names.ts"
import { go } from "../../session/navigation.ts"
import { useT } from "../../session/preferences.ts"
import { RefPicker } from "../records/RefPicker.tsx"
import { addPerson, removePerson, useIncidents } from "./store.ts"

/** Who was there, as what. Protected people in violet, with the name they go by outside. */
export const PeopleInIt = ({ incident }: { readonly incident: Incident }) => {
  const t = useT()
  const mask = useMask()
  const pseudonyms = useNames((state) => state.pseudonyms)
  const involvements = useIncidents((state) => state.involvements)
  const [adding, setAdding] = useState(false)
  return (
    <Section
      title={t("incidents.people")}
      count={involvements.length === 0 ? undefined : involvements.length}
      action={
        <Button icon={Plus} look="quiet" small tip={t("incidents.addPerson")} onPress={() => setAdding(!adding)} />
      }
    >
      <ul>
        {involvements.map((one) => {
          const Icon = one.actorProtected ? ShieldUser : User
          return (
            <li key={one.id} className="person-row">
              <Icon size={15} strokeWidth={1.75} aria-hidden className={one.actorProtected ? "protected" : ""} />
              <button
                type="button"
                className="person truncate"
                onClick={() => go({ view: "people", caseId: incident.caseId, id: one.actorId })}
              >
                {mask(one.actorLabel)}
              </button>
              <span className="quiet grow truncate">
                {t(`role.${one.role}`)}
                {one.note !== "" && ` · ${mask(one.note)}`}
              </span>
              {one.actorProtected && (
                <Chip tone="protected">{pseudonyms.get(one.actorId) ?? t("people.protected")}</Chip>
              )}
              <span className="on-hover">
                <Button icon={X} look="quiet" small tip={t("common.remove")} onPress={() => void removePerson(one)} />
              </span>
            </li>
          )
        })}
      </ul>
      {adding && <AddPerson incident={incident} onDone={() => setAdding(false)} />}
    </Section>
  )
}

const AddPerson = ({ incident, onDone }: { readonly incident: Incident; readonly onDone: () => void }) => {
  const t = useT()
  const [role, setRole] = useState<InvolvementRole>("victim")
  return (
    <div className="add-person">
      <RefPicker
        caseId={incident.caseId}
        kinds={["actor"]}
        label={t("incidents.addPerson")}
        onPick={({ id }) => {
          void addPerson({ incidentId: incident.id, actorId: id as ActorId, role, note: "" }).then((done) => {
            if (done) onDone()
          })
        }}
      />
      <Choice
        label={t("incidents.role")}
        hideLabel
        value={role}
        options={involvementRoles.map((value) => ({ value, label: t(`role.${value}`) }))}
        onChange={setRole}
      />
    </div>
  )
}
