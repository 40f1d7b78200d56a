import type { Language } from "../../shared/model/ids.ts"

/**
 * What a dossier says, in plain data: names are already pseudonyms here. Made by `compose.ts`, typeset by `typeset.ts`.
 * Every string is shown as it stands: nothing in it is read as markup.
 */
export interface DossierContent {
  readonly language: Language
  readonly title: string
  readonly audience: string
  /** ISO day: the document's own date. */
  readonly datedIso: string
  /** The same day, as shown on the cover. */
  readonly datedOn: string
  readonly incidents: readonly DossierIncident[]
  readonly people: readonly DossierPerson[]
  readonly annexes: readonly DossierAnnexLine[]
  readonly keptBack: readonly { readonly reference: string; readonly why: string }[]
}

export interface DossierIncident {
  readonly date: string
  readonly title: string
  readonly place: string
  readonly verification: string
  readonly narrative: string
  readonly statements: readonly DossierStatement[]
}

/** One passage of one annex, with what it is said to show. */
export interface DossierStatement {
  readonly relation: string
  readonly quote: string
  readonly comment: string
  /** The annex, counting from 1, and the page inside it; null where the annex is kept back. */
  readonly annex: number | null
  readonly page: number | null
  readonly keptBackReference: string
}

export interface DossierPerson {
  readonly shownAs: string
  readonly roles: string
}

export interface DossierAnnexLine {
  readonly number: number
  readonly title: string
  /** 0 for a recording. */
  readonly pages: number
  /** Continuous through the whole bundle, from 1 on the cover. */
  readonly firstPage: number
  readonly boxes: number
}
