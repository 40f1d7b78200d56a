import type { Input, Output } from "../../../shared/contract/contract.ts"
import type { Involvement } from "../../../shared/contract/incident.ts"
import type { Actor } from "../../../shared/model/actor.ts"
import type { ActorId } from "../../../shared/model/ids.ts"
import { call } from "../../bridge/client.ts"
import { act } from "../../session/act.ts"
import { removeDraft } from "../../session/drafts.ts"
import { createList } from "../../session/list.ts"
import { tell } from "../../session/preferences.ts"
import { createStore } from "../../session/store.ts"
import { remember } from "../../session/undo.ts"

export const people = createList<Actor>((request) => call("actor.list", request), "actor")

type ProposedName = Output<"actor.proposeNames">["names"][number]

interface State {
  readonly chosen: Actor | undefined
  readonly involvements: readonly Involvement[]
  readonly adding: boolean
  /** Spellings that a person may be recorded by, too, and whose they are: another is chosen before they come. */
  readonly proposed: { readonly of: ActorId | undefined; readonly names: readonly ProposedName[] }
}
export const usePeople = createStore<State>({
  chosen: undefined,
  involvements: [],
  adding: false,
  proposed: { of: undefined, names: [] },
})

export const showAdding = (adding: boolean): void => usePeople.setState({ adding })

export const choose = async (id: ActorId | undefined): Promise<void> => {
  if (id === undefined) {
    usePeople.setState({ chosen: undefined, involvements: [] })
    return
  }
  const [shown, involved] = await Promise.all([call("actor.show", { id }), call("involvement.list", { actorId: id })])
  usePeople.setState({
    chosen: shown.ok ? shown.result : undefined,
    involvements: involved.ok ? involved.result.involvements : [],
  })
}

export const addActor = async (input: Input<"actor.add">): Promise<Actor | undefined> => {
  const actor = await act("actor.add", input)
  if (actor === undefined) return undefined
  removeDraft(`actor.add ${input.caseId}`)
  await people.reload()
  return actor
}

export type Patch = Input<"actor.update">["patch"]

/** Asked again whenever the names change: each that is taken may bring others. */
export const loadProposed = async (id: ActorId): Promise<void> => {
  const answer = await call("actor.proposeNames", { id })
  if (usePeople.getState().chosen?.id === id)
    usePeople.setState({ proposed: { of: id, names: answer.ok ? answer.result.names : [] } })
}

const update = async (id: ActorId, patch: Patch): Promise<boolean> => {
  const changed = await act("actor.update", { id, patch })
  if (changed === undefined) return false
  people.replace((row) => row.id === id, changed)
  if (usePeople.getState().chosen?.id === id) usePeople.setState({ chosen: changed })
  return true
}

/** Names as a caller writes them: without the ids that the engine gives. */
export const namesOf = (actor: Actor): NonNullable<Patch["names"]> =>
  actor.names.map(({ text, kind, language }) => ({ text, kind, language }))

export const changeActor = async (before: Actor, patch: Patch): Promise<boolean> => {
  const { kind, identifiers, description } = before
  const all: Patch = { kind, identifiers, description, names: namesOf(before), protected: before.protected }
  const old: Patch = Object.fromEntries(Object.entries(all).filter(([key]) => key in patch))
  const done = await update(before.id, patch)
  if (done) {
    remember({ label: tell("people.edited"), undo: () => update(before.id, old), redo: () => update(before.id, patch) })
  }
  return done
}
