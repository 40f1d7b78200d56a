import type { DossierOptions } from "../../shared/model/dossier.ts"
import type { CaseId } from "../../shared/model/ids.ts"
import type { Output } from "../../shared/contract/contract.ts"
import { Fault } from "../../shared/faults.ts"
import { type BundleSource, readBundle, type SourceItem } from "../domain/dossier.ts"
import { protectedActors } from "../domain/needles.ts"
import * as pseudonyms from "../domain/pseudonym.ts"
import type { ComposeKept } from "../dossier/compose.ts"
import { dossierWords } from "../dossier/words.ts"
import { inflectedForms } from "../redaction/inflect.ts"
import { makeNeedles, type NeedleSet } from "../redaction/needles.ts"
import { leavesAsPages } from "../redaction/source.ts"
import { type EngineContext, newId } from "./context.ts"
import { drawFrom } from "./handlers/pseudonym.ts"

/** A bundle as chosen, with what must not leave it and how each person is shown. */
export interface Bundle {
  readonly source: BundleSource
  readonly items: readonly SourceItem[]
  readonly keptBack: readonly ComposeKept[]
  readonly needles: NeedleSet
  readonly people: Output<"dossier.check">["people"]
}

/** Draws the pseudonyms that are still missing for the audience; none are where the vault is read-only. */
const drawPseudonyms = (context: EngineContext, caseId: CaseId, audience: string): void => {
  const vault = context.vault()
  if (vault.read((tx) => pseudonyms.missing(tx, caseId, audience).length) === 0) return
  const drawing = { caseId, audience, newId: () => newId(context), draw: drawFrom(context.parts.random) }
  vault.write((tx) => pseudonyms.drawMissing(tx, drawing))
}

const canLeave = (item: SourceItem): boolean => item.paged && leavesAsPages(item.mediaType)

/** @throws Fault "nothing-chosen", "term-too-short" */
export const openBundle = (context: EngineContext, caseId: CaseId, options: DossierOptions): Bundle => {
  const audience = pseudonyms.audienceKey(options.audience)
  drawPseudonyms(context, caseId, audience)
  const choice = { caseId, incidentIds: options.incidentIds, evidenceIds: options.evidenceIds, audience }
  const { source, actors } = context
    .vault()
    .read((tx) => ({ source: readBundle(tx, choice), actors: protectedActors(tx, caseId, audience) }))
  if (source.incidents.length === 0) throw new Fault("nothing-chosen")
  const words = dossierWords[options.language]
  const labels = new Map(actors.map((actor) => [actor.actorId, actor.label]))
  return {
    source,
    items: source.items.filter(canLeave),
    keptBack: source.items
      .filter((item) => !canLeave(item))
      .map((item) => ({
        evidenceId: item.evidenceId,
        reference: item.reference,
        why: item.kind === "audio" || item.kind === "video" ? words.mediaKeptBack : words.kindKeptBack,
      })),
    needles: makeNeedles(
      [
        ...actors.map((actor) => ({ terms: actor.terms, label: actor.label, key: actor.actorId })),
        ...options.terms.map((term) => ({ terms: [term], label: "", key: "" })),
      ],
      inflectedForms,
    ),
    people: source.people.map((person) => ({
      actorId: person.actorId,
      label: person.label,
      shownAs: person.protected ? (labels.get(person.actorId) ?? "") : person.label,
      protected: person.protected,
    })),
  }
}

/** Why an item may not leave yet, or nothing. */
export const unready = (item: SourceItem): "annex-not-ready" | "not-reviewed" | undefined => {
  if (item.pageCount === 0) return "annex-not-ready"
  if (item.plan.undecided > 0 || item.plan.acceptedPages.length < item.pageCount) return "not-reviewed"
  return undefined
}
