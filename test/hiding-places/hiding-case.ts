/**
 * A hiding place: one of the 86 in which a name survived somebody's redaction, as a file that a test makes.
 *
 * Each group of places is a file `NN-group.cases.ts` that exports `cases: HidingCase[]`, and beside it a test of two lines:
 *
 *   import { proveCases } from "./prove-cases.ts"
 *   proveCases(cases)
 *
 * For every case the unredacted control trips at least one check of the checker, the redacted copy trips none, and what was
 * not to be covered is still there.
 */
import type { NeedleSet } from "../../main/redaction/needles.ts"
import type { ParserPool } from "../../main/workers/pool.ts"
import type { CheckReport, RedactionOptions } from "../../shared/model/redaction.ts"

export const needleForms = ["latin", "russian", "kazakh", "inflected", "romanised"] as const
export type NeedleForm = (typeof needleForms)[number]

/** A name that must not leave. */
export interface Hidden {
  readonly form: NeedleForm
  /** What a person writes into the list of words. */
  readonly terms: readonly string[]
  /** What stands in the file. */
  readonly written: string
}

/** Invented people. */
export const hiddenNames: Readonly<Record<NeedleForm, Hidden>> = {
  latin: { form: "latin", terms: ["Orazova"], written: "Orazova" },
  russian: { form: "russian", terms: ["Смирнова"], written: "Смирнова" },
  kazakh: { form: "kazakh", terms: ["Нұрғалиев"], written: "Нұрғалиев" },
  inflected: { form: "inflected", terms: ["Смирнова"], written: "Смирновой" },
  romanised: { form: "romanised", terms: ["Сейдахметов", "Seidakhmetov"], written: "Seidakhmetov" },
}

export interface MadeFile {
  /** With its ending: it leaves with the file. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** What a case may use beside its own code. */
export interface CaseTools {
  readonly pool: ParserPool
  readonly options: RedactionOptions
  readonly needles: NeedleSet
  /** The checker, on any file. */
  check(file: MadeFile): Promise<CheckReport>
  /** The ordinary way to a redacted copy: as pages of pixels, everything found covered. */
  redact(file: MadeFile): Promise<MadeFile>
  /** What MuPDF, pdf.js and PDFium readers would find when they search: the text of a copy, joined. */
  textOf(file: MadeFile): Promise<string>
}

export interface HidingCase {
  /** The number in the list of hiding places, 1 to 86; a place may have several cases. */
  readonly place: number
  readonly name: string
  /** What made the file, such as "raw syntax", "pdf-lib", "Typst", "qpdf". */
  readonly writer: string
  /** In which forms a name can stand there; all five unless said. */
  readonly forms?: readonly NeedleForm[]
  /** The unredacted control, with `hidden.written` in the hiding place. */
  make(hidden: Hidden): MadeFile | Promise<MadeFile>
  /** A word of the file that must be in the copy's text; null where nothing is to be kept. */
  readonly keeps: string | null
  /** Another way to the copy that leaves than pages of pixels, such as a recording without its tags. */
  redact?(file: MadeFile, hidden: Hidden, tools: CaseTools): Promise<MadeFile>
  /** Further demands on the copy, with expectations of its own. */
  also?(copy: MadeFile, hidden: Hidden, tools: CaseTools): Promise<void>
}

export const formsOf = (one: HidingCase): readonly NeedleForm[] => one.forms ?? needleForms

/** In `./check` each case has one form of the name; they take turns over the places and the cases of a group. */
export const quickFormOf = (one: HidingCase, at: number): NeedleForm => {
  const forms = formsOf(one)
  return forms[(one.place + at) % forms.length] ?? "latin"
}
