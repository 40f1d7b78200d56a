import { Fault } from "../../shared/faults.ts"
import type { DossierAnnex, DossierOptions } from "../../shared/model/dossier.ts"
import type { EvidenceId } from "../../shared/model/ids.ts"
import type { ProofReport } from "../../shared/model/redaction.ts"
import { sha256Hex } from "../crypto/hash.ts"
import { fold } from "../search/names/fold.ts"
import { indexNeedles, matchesIn } from "../redaction/match.ts"
import type { NeedleSet } from "../redaction/needles.ts"
import { type BagFiles, bagFiles } from "./bag.ts"
import { type ComposeAnnex, type ComposeKept, type ComposeSource, compose } from "./compose.ts"
import { dossierFile, proofFile, proofText, type ProvenFile } from "./manifest.ts"
import { pseudonymiser } from "./pseudonymise.ts"
import { fingerprint, sign } from "./signature.ts"
import { typesetBundle } from "./typeset.ts"

/** One redacted annex, proven; `firstPage` is what its stamps count from. A recording has no pages. */
export interface RedactedAnnex {
  readonly bytes: Uint8Array
  readonly ending: "pdf" | "m4a" | "mp4"
  readonly pages: number
  readonly boxes: number
  readonly report: ProofReport
}

export interface BuildAnnex extends ComposeAnnex {
  /** Redacts, stamps and proves; no file comes out of it unproven. */
  redact(firstPage: number, number: number): Promise<RedactedAnnex>
}

export interface BuildParts {
  readonly options: DossierOptions
  readonly source: ComposeSource
  readonly annexes: readonly BuildAnnex[]
  readonly keptBack: readonly ComposeKept[]
  readonly needles: NeedleSet
  /** A second person confirmed this before it leaves. */
  readonly confirmed: boolean
  /** Judges a finished PDF that is not made of pixels. @throws Fault "redaction-leak", "redaction-unproven" */
  prove(pdf: Uint8Array): Promise<ProofReport>
  /** 32 bytes, used for this dossier only. */
  readonly signingSeed: Uint8Array
  onStep(step: "typesetting" | "redacting" | "proving" | "signing", done: number, total: number): void
}

export interface BuiltBundle {
  /** Every file of the bag, by its path. */
  readonly files: BagFiles
  readonly pages: number
  readonly annexes: readonly (DossierAnnex & { readonly evidenceId: EvidenceId })[]
  readonly proofs: ProvenFile[]
  readonly keyFingerprint: string
}

const annexFile = (number: number, ending: string): string =>
  `annexes/annex-${String(number).padStart(2, "0")}.${ending}`

type NumberedAnnex = BuiltBundle["annexes"][number]

const redactAnnexes = async (parts: BuildParts, firstPages: readonly { firstPage: number; title: string }[]) => {
  const lines: NumberedAnnex[] = []
  const files = new Map<string, Uint8Array>()
  const proofs: ProvenFile[] = []
  for (const [index, annex] of parts.annexes.entries()) {
    const number = index + 1
    parts.onStep("redacting", index, parts.annexes.length)
    const { firstPage, title } = firstPages[index] ?? { firstPage: 0, title: "" }
    const redacted = await annex.redact(firstPage, number)
    if (redacted.pages !== annex.pages) throw new Fault("annex-not-ready", { annex: number })
    const file = annexFile(number, redacted.ending)
    files.set(file, redacted.bytes)
    proofs.push({ file, report: redacted.report })
    lines.push({
      evidenceId: annex.evidenceId,
      number,
      file,
      title,
      pages: redacted.pages,
      firstPage,
      boxes: redacted.boxes,
      sha256: sha256Hex(redacted.bytes),
    })
  }
  return { lines, files, proofs }
}

/** The small files are ours, but a title or an audience in them is somebody's words: nothing is exempt. */
const refuseNeedles = (files: BagFiles, needles: NeedleSet): void => {
  const index = indexNeedles(needles.needles)
  for (const [path, bytes] of files) {
    // These were judged whole, on their own.
    const words = /\.(?:pdf|m4a|mp4)$/u.test(path) ? path : `${path}\n${new TextDecoder().decode(bytes)}`
    const hits = matchesIn(fold(words), index, 1)
    if (hits.length > 0) throw new Fault("redaction-leak", { file: path })
  }
}

/**
 * Builds a whole bundle in memory. The same parts give the same bytes, all but `signature.json`.
 * @throws Fault "redaction-leak", "redaction-unproven", "annex-not-ready", and what `redact` and `prove` throw
 */
export const buildBundle = async (parts: BuildParts): Promise<BuiltBundle> => {
  parts.onStep("typesetting", 0, parts.annexes.length)
  const words = compose({
    options: parts.options,
    source: parts.source,
    annexes: parts.annexes,
    keptBack: parts.keptBack,
    pseudonymised: pseudonymiser(parts.needles),
  })
  const own = await typesetBundle(words)
  const annexes = await redactAnnexes(parts, own.content.annexes)
  parts.onStep("proving", parts.annexes.length, parts.annexes.length)
  const proofs = [{ file: "dossier.pdf", report: await parts.prove(own.pdf) }, ...annexes.proofs]
  const pages = own.pages + annexes.lines.reduce((sum, annex) => sum + annex.pages, 0)
  const listed = annexes.lines.map(({ evidenceId, ...annex }) => annex)
  const payload = new Map([
    ["dossier.pdf", own.pdf],
    ...annexes.files,
    [
      "dossier.json",
      dossierFile(parts.options, { title: words.title, pages, annexes: listed, keptBack: words.keptBack }),
    ],
    ["proof.json", proofFile(proofs, parts.confirmed)],
    ["proof.txt", proofText(proofs, parts.confirmed)],
  ])
  parts.onStep("signing", parts.annexes.length, parts.annexes.length)
  const bag = bagFiles(payload, { title: words.title, datedOn: parts.options.datedOn })
  refuseNeedles(bag, parts.needles)
  const signature = sign(bag.get("tagmanifest-sha256.txt") ?? new Uint8Array(), parts.signingSeed)
  return {
    files: new Map([...bag, ["signature.json", new TextEncoder().encode(`${JSON.stringify(signature, null, 2)}\n`)]]),
    pages,
    annexes: annexes.lines,
    proofs,
    keyFingerprint: fingerprint(Buffer.from(signature.publicKeyHex, "hex")),
  }
}
