import type { DossierOptions } from "../../shared/model/dossier.ts"
import type { CaseId } from "../../shared/model/ids.ts"
import type { Output } from "../../shared/contract/contract.ts"
import { Fault } from "../../shared/faults.ts"
import { type BundleSource, readBundle, type SourceItem } from "../domain/bundle-source.ts"
import * as pseudonyms from "../domain/pseudonym.ts"
import type { ComposeKept } from "../dossier/compose.ts"
import { dossierWords } from "../dossier/words.ts"
import type { NeedleSet } from "../redaction/needles.ts"
import { isRendered } from "../redaction/print/kinds.ts"
import { leavesAsPages } from "../redaction/source.ts"
import type { EngineContext } from "./context.ts"
import { needlesFor } from "./needle-set.ts"
import { withheldFrom } from "./withheld.ts"

/** A bundle as chosen, with what must not leave it and how each person is shown. */
export interface Bundle {
  readonly source: BundleSource
  readonly items: readonly SourceItem[]
  readonly keptBack: readonly ComposeKept[]
  readonly needles: NeedleSet
  readonly people: Output<"dossier.check">["people"]
}

/** A recording leaves only when somebody has listened to it; else it is named as kept back. */
const canLeave = (item: SourceItem): boolean =>
  (item.paged && leavesAsPages(item.mediaType)) || item.media?.accepted === true

/** Pages that were made of an item are the plan's: the reader counts others, where it shows text. */
const withItsPages = (item: SourceItem): SourceItem =>
  isRendered(item.mediaType) && item.media?.accepted !== true ? { ...item, pageCount: item.plan.pageCount } : item

/** @throws Fault "nothing-chosen", "term-too-short" */
export const openBundle = (context: EngineContext, caseId: CaseId, options: DossierOptions): Bundle => {
  const audience = pseudonyms.audienceKey(options.audience)
  const needles = needlesFor(context, { caseId, audience, terms: options.terms })
  const held = withheldFrom(context, audience)
  const choice = { held, caseId, incidentIds: options.incidentIds, evidenceIds: options.evidenceIds, audience }
  const source = context.vault().read((tx) => readBundle(tx, choice))
  if (source.incidents.length === 0) throw new Fault("nothing-chosen")
  const words = dossierWords[options.language]
  const labels = new Map(needles.subjects.map((subject) => [subject.key, subject.label]))
  return {
    source,
    items: source.items.filter(canLeave).map(withItsPages),
    keptBack: source.items
      .filter((item) => !canLeave(item))
      .map((item) => ({
        evidenceId: item.evidenceId,
        reference: item.reference,
        why: item.kind === "audio" || item.kind === "video" ? words.mediaKeptBack : words.kindKeptBack,
      })),
    needles,
    people: source.people.map((person) => ({
      actorId: person.actorId,
      label: person.label,
      shownAs: person.protected ? (labels.get(person.actorId) ?? "") : person.label,
      protected: person.protected,
      withheld: person.withheld,
    })),
  }
}

/** Why an item may not leave yet, or nothing. */
export const unready = (item: SourceItem): "annex-not-ready" | "not-reviewed" | undefined => {
  if (item.media?.accepted === true) return undefined
  if (item.pageCount === 0) return "annex-not-ready"
  if (item.plan.undecided > 0 || item.plan.acceptedPages.length < item.pageCount) return "not-reviewed"
  return undefined
}
