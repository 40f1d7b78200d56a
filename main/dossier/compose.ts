import { showEdtf } from "../../shared/dates.ts"
import type { DossierOptions } from "../../shared/model/dossier.ts"
import type { EvidenceId } from "../../shared/model/ids.ts"
import type { DossierAnnexLine, DossierContent, DossierIncident, DossierPerson, DossierStatement } from "./content.ts"
import { dossierWords } from "./words.ts"

/** What composing needs of the vault; the shapes of `domain/bundle-source.ts`, spelled out so that neither knows the other. */
export interface ComposeSource {
  readonly incidents: readonly {
    readonly title: string
    readonly datesEdtf: string
    readonly place: string
    readonly verification: string
    readonly narrative: string
    readonly statements: readonly {
      readonly evidenceId: EvidenceId
      readonly relation: string
      readonly comment: string
      readonly place: { readonly kind: string; readonly page?: number; readonly quote?: string }
    }[]
  }[]
  readonly people: readonly { readonly label: string; readonly shownAs: string; readonly roles: readonly string[] }[]
}

export interface ComposeAnnex {
  readonly evidenceId: EvidenceId
  readonly title: string
  readonly pages: number
  readonly boxes: number
}

export interface ComposeKept {
  readonly evidenceId: EvidenceId
  readonly reference: string
  readonly why: string
}

export interface ComposeParts {
  readonly options: DossierOptions
  readonly source: ComposeSource
  /** In their order: the first is Annex 1. */
  readonly annexes: readonly ComposeAnnex[]
  readonly keptBack: readonly ComposeKept[]
  /** Replaces every protected name; applied to every word that a person wrote. */
  readonly pseudonymised: (text: string) => string
}

type SourceStatement = ComposeSource["incidents"][number]["statements"][number]

const statementOf = (parts: ComposeParts, statement: SourceStatement): DossierStatement | undefined => {
  const words = dossierWords[parts.options.language]
  const index = parts.annexes.findIndex((annex) => annex.evidenceId === statement.evidenceId)
  const kept = parts.keptBack.find((item) => item.evidenceId === statement.evidenceId)
  // An item that was left out on purpose is not cited: the reader could not look it up.
  if (index < 0 && kept === undefined) return undefined
  const relation =
    statement.relation === "contradicts" || statement.relation === "mentions" ? statement.relation : "supports"
  return {
    relation: words[relation],
    quote: parts.pseudonymised(statement.place.quote ?? ""),
    comment: parts.pseudonymised(statement.comment),
    annex: index < 0 ? null : index + 1,
    page: statement.place.kind === "page" ? (statement.place.page ?? null) : null,
    keptBackReference: kept?.reference ?? "",
  }
}

const incidentOf = (parts: ComposeParts, incident: ComposeSource["incidents"][number]): DossierIncident => {
  const words = dossierWords[parts.options.language]
  const statements = incident.statements.map((statement) => statementOf(parts, statement))
  return {
    date: incident.datesEdtf === "" ? words.dateUnknown : showEdtf(incident.datesEdtf, parts.options.language),
    title: parts.pseudonymised(incident.title),
    place: parts.pseudonymised(incident.place),
    verification: words.verification[incident.verification] ?? incident.verification,
    narrative: parts.pseudonymised(incident.narrative),
    statements: statements.filter((statement) => statement !== undefined),
  }
}

/** Sorted by what is shown, so that the order says nothing of the vault. */
const peopleOf = (parts: ComposeParts): DossierPerson[] => {
  const words = dossierWords[parts.options.language]
  return parts.source.people
    .map((person) => ({
      shownAs: parts.pseudonymised(person.shownAs),
      roles: person.roles.map((role) => words.roles[role] ?? role).join(", "),
    }))
    .sort((left, right) => (left.shownAs < right.shownAs ? -1 : 1))
}

const annexLine = (parts: ComposeParts, annex: ComposeAnnex, index: number): DossierAnnexLine => ({
  number: index + 1,
  title: parts.pseudonymised(annex.title),
  pages: annex.pages,
  firstPage: 0,
  boxes: annex.boxes,
})

/** Makes the bundle's own words. Page numbers are given later, by typesetting. */
export const compose = (parts: ComposeParts): DossierContent => ({
  language: parts.options.language,
  title: parts.pseudonymised(parts.options.title),
  audience: parts.options.audience,
  datedIso: parts.options.datedOn,
  datedOn: showEdtf(parts.options.datedOn, parts.options.language),
  incidents: parts.source.incidents.map((incident) => incidentOf(parts, incident)),
  people: peopleOf(parts),
  annexes: parts.annexes.map((annex, index) => annexLine(parts, annex, index)),
  keptBack: parts.keptBack.map(({ reference, why }) => ({ reference, why })),
})
