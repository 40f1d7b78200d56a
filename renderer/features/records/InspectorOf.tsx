import { useEffect } from "react"
import type { RecordRef } from "../../../shared/model/field.ts"
import type { ActorId, EvidenceId, IncidentId } from "../../../shared/model/ids.ts"
import { Skeleton } from "../../components/States.tsx"
import { useT } from "../../session/preferences.ts"
import { Inspector as EvidenceInspector } from "../evidence/Inspector.tsx"
import { choose as chooseEvidence, useEvidence } from "../evidence/store.ts"
import { Inspector as IncidentInspector } from "../incidents/Inspector.tsx"
import { choose as chooseIncident, useIncidents } from "../incidents/store.ts"
import { Inspector as PersonInspector } from "../people/Inspector.tsx"
import { choose as choosePerson, usePeople } from "../people/store.ts"
import { RecordInspector } from "./Inspector.tsx"
import { loadRecord, loadTerms, useRecords } from "./store.ts"

/** Any record, shown by the inspector of its own list, wherever it was met. */
export const InspectorOf = ({ of: { kind, id }, onGone }: { readonly of: RecordRef; readonly onGone: () => void }) => {
  switch (kind) {
    case "incident":
      return <OfIncident id={id as IncidentId} />
    case "actor":
      return <OfPerson id={id as ActorId} />
    case "evidence":
      return <OfEvidence id={id as EvidenceId} />
    default:
      return <OfRecord kind={kind} id={id} onGone={onGone} />
  }
}

const Waiting = () => <Skeleton label={useT()("common.loading")} />

const OfIncident = ({ id }: { readonly id: IncidentId }) => {
  const chosen = useIncidents((state) => state.chosen)
  useEffect(() => void chooseIncident(id), [id])
  return chosen?.id === id ? <IncidentInspector key={id} incident={chosen} /> : <Waiting />
}

const OfPerson = ({ id }: { readonly id: ActorId }) => {
  const chosen = usePeople((state) => state.chosen)
  useEffect(() => void choosePerson(id), [id])
  return chosen?.id === id ? <PersonInspector key={id} actor={chosen} /> : <Waiting />
}

const OfEvidence = ({ id }: { readonly id: EvidenceId }) => {
  const chosen = useEvidence((state) => state.chosen)
  useEffect(() => void chooseEvidence(id), [id])
  return chosen?.id === id ? <EvidenceInspector key={id} evidence={chosen} /> : <Waiting />
}

const OfRecord = ({ kind, id, onGone }: RecordRef & { readonly onGone: () => void }) => {
  const record = useRecords((state) => state.byId[id])
  useEffect(() => {
    void loadTerms()
    void loadRecord({ kind, id })
  }, [kind, id])
  return record === undefined ? <Waiting /> : <RecordInspector key={id} record={record} onGone={onGone} />
}
