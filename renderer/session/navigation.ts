import type { AnchorPlace } from "../../shared/model/anchor.ts"
import type { ActorId, CaseId, EvidenceId, IncidentId } from "../../shared/model/ids.ts"
import type { PlainKind, RecordRef } from "../../shared/model/field.ts"
import { createStore } from "./store.ts"

/** Everything the window can show while a vault is open. */
export type Place =
  | { readonly view: "cases" }
  | { readonly view: "settings" }
  | { readonly view: "audit" }
  | { readonly view: "overview"; readonly caseId: CaseId }
  | { readonly view: "incidents"; readonly caseId: CaseId; readonly id?: IncidentId }
  | { readonly view: "evidence"; readonly caseId: CaseId; readonly id?: EvidenceId }
  | { readonly view: "people"; readonly caseId: CaseId; readonly id?: ActorId }
  | { readonly view: "records"; readonly caseId: CaseId; readonly kind?: PlainKind; readonly id?: string }
  | { readonly view: "claims"; readonly caseId: CaseId; readonly id?: string }
  | { readonly view: "consents"; readonly caseId: CaseId }
  | { readonly view: "graph"; readonly caseId: CaseId; readonly record?: RecordRef }
  | { readonly view: "map"; readonly caseId: CaseId }
  | { readonly view: "timeline"; readonly caseId: CaseId }
  | { readonly view: "agenda"; readonly caseId: CaseId }
  | { readonly view: "dossiers"; readonly caseId: CaseId }
  | { readonly view: "viewer"; readonly caseId: CaseId; readonly id: EvidenceId; readonly at?: AnchorPlace }
  | { readonly view: "redaction"; readonly caseId: CaseId; readonly id: EvidenceId; readonly audience: string }

export type View = Place["view"]

interface Navigation {
  readonly place: Place
  readonly back: readonly Place[]
  readonly forward: readonly Place[]
  /** The case one is working in, also while looking at settings or the audit log. */
  readonly caseId: CaseId | undefined
}

export const useNavigation = createStore<Navigation>({
  place: { view: "cases" },
  back: [],
  forward: [],
  caseId: undefined,
})

const caseOf = (place: Place, before: CaseId | undefined): CaseId | undefined => {
  if ("caseId" in place) return place.caseId
  return place.view === "cases" ? undefined : before
}

/** Goes somewhere, so that Alt+← comes back. */
export const go = (place: Place): void =>
  useNavigation.setState((now) => ({
    place,
    back: [...now.back.slice(-99), now.place],
    forward: [],
    caseId: caseOf(place, now.caseId),
  }))

/** The same place with another choice in it: no step of its own. */
export const refine = (place: Place): void =>
  useNavigation.setState((now) => ({ place, caseId: caseOf(place, now.caseId) }))

export const goBack = (): void =>
  useNavigation.setState((now) => {
    const place = now.back.at(-1)
    if (place === undefined) return now
    return {
      place,
      back: now.back.slice(0, -1),
      forward: [...now.forward, now.place],
      caseId: caseOf(place, now.caseId),
    }
  })

export const goForward = (): void =>
  useNavigation.setState((now) => {
    const place = now.forward.at(-1)
    if (place === undefined) return now
    return {
      place,
      forward: now.forward.slice(0, -1),
      back: [...now.back, now.place],
      caseId: caseOf(place, now.caseId),
    }
  })
