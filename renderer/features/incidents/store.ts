import type { Input, Output } from "../../../shared/contract/contract.ts"
import type { CaseId, IncidentId } from "../../../shared/model/ids.ts"
import type { Incident } from "../../../shared/model/incident.ts"
import type { Involvement } from "../../../shared/contract/incident.ts"
import { call, type Failure } from "../../bridge/client.ts"
import { act } from "../../session/act.ts"
import { removeDraft } from "../../session/drafts.ts"
import { createList } from "../../session/list.ts"
import { tell } from "../../session/preferences.ts"
import { createStore } from "../../session/store.ts"
import { remember } from "../../session/undo.ts"

export const incidents = createList<Incident>((request) => call("incident.list", request), "incident")

interface State {
  readonly chosen: Incident | undefined
  readonly involvements: readonly Involvement[]
  readonly adding: boolean
  readonly addFailure: Failure | undefined
}
export const useIncidents = createStore<State>({
  chosen: undefined,
  involvements: [],
  adding: false,
  addFailure: undefined,
})

export const showAdding = (adding: boolean): void => useIncidents.setState({ adding, addFailure: undefined })

const loadInvolvements = async (incidentId: IncidentId): Promise<void> => {
  const reply = await call("involvement.list", { incidentId })
  if (reply.ok && useIncidents.getState().chosen?.id === incidentId) {
    useIncidents.setState({ involvements: reply.result.involvements })
  }
}

export const choose = async (id: IncidentId | undefined): Promise<void> => {
  if (id === undefined) {
    useIncidents.setState({ chosen: undefined, involvements: [] })
    return
  }
  const reply = await call("incident.show", { id })
  if (!reply.ok) {
    useIncidents.setState({ chosen: undefined })
    return
  }
  const same = useIncidents.getState().chosen?.id === id
  useIncidents.setState({ chosen: reply.result, ...(same ? {} : { involvements: [] }) })
  await loadInvolvements(id)
}

/** Undefined: refused, with the reason in `addFailure`, the words kept. */
export const addIncident = async (input: Input<"incident.add">): Promise<Incident | undefined> => {
  const reply = await call("incident.add", input)
  useIncidents.setState({ addFailure: reply.ok ? undefined : reply.fault })
  if (!reply.ok) return undefined
  removeDraft(`incident.add ${input.caseId}`)
  await incidents.reload()
  return reply.result
}

export type Patch = Input<"incident.update">["patch"]

const put = (incident: Incident): void => {
  incidents.replace((row) => row.id === incident.id, incident)
  if (useIncidents.getState().chosen?.id === incident.id) useIncidents.setState({ chosen: incident })
}

const update = async (id: IncidentId, patch: Patch): Promise<boolean> => {
  const changed = await act("incident.update", { id, patch })
  if (changed !== undefined) put(changed)
  return changed !== undefined
}

const inverse = (before: Incident, patch: Patch): Patch => {
  const { title, dates, place, placePrecision, narrative, rights, verification } = before
  const all: Patch = { title, dates: dates.edtf, place, placePrecision, narrative, rights, verification }
  return Object.fromEntries(Object.entries(all).filter(([key]) => key in patch))
}

/** Changes an incident, undoably. A refused value comes back as its failure, for the place where it was typed. */
export const changeIncident = async (before: Incident, patch: Patch): Promise<Failure | undefined> => {
  const reply = await call("incident.update", { id: before.id, patch })
  if (!reply.ok) return reply.fault
  put(reply.result)
  const old = inverse(before, patch)
  remember({
    label: tell("incidents.edited"),
    undo: () => update(before.id, old),
    redo: () => update(before.id, patch),
  })
  return undefined
}

const refresh = async (incidentId: IncidentId): Promise<void> => {
  if (useIncidents.getState().chosen?.id === incidentId) await choose(incidentId)
}

type Tie = Pick<Output<"involvement.add">, "incidentId" | "actorId" | "role" | "note">

/** An involvement that can be taken away and put back; each time it gets another id. */
const tieSteps = (tie: Tie, firstId: string | undefined) => {
  let id = firstId
  const put = async () => {
    const added = await act("involvement.add", tie)
    id = added?.id
    await refresh(tie.incidentId)
    return added !== undefined
  }
  const take = async () => {
    const done = id !== undefined && (await act("involvement.remove", { id })) !== undefined
    await refresh(tie.incidentId)
    return done
  }
  return { put, take }
}

export const addPerson = async (tie: Tie): Promise<boolean> => {
  const { put, take } = tieSteps(tie, undefined)
  const done = await put()
  if (done) remember({ label: tell("incidents.personAdded"), undo: take, redo: put })
  return done
}

export const removePerson = async ({ id, incidentId, actorId, role, note }: Involvement): Promise<void> => {
  const { put, take } = tieSteps({ incidentId, actorId, role, note }, id)
  if (await take()) remember({ label: tell("incidents.personRemoved"), undo: put, redo: take }, true)
}

export const openIncidents = (caseId: CaseId): void => incidents.open(caseId)
