import { z } from "zod"
import { DossierAnnex, type DossierOptions } from "../../shared/model/dossier.ts"
import { Language } from "../../shared/model/ids.ts"
import { ProofReport } from "../../shared/model/redaction.ts"

/**
 * `data/dossier.json`: the bundle for machines. Nothing here comes from the vault but what the pages say too: no id,
 * no original name, no hash or date of an original, no needle.
 */
export const DossierFile = z.strictObject({
  format: z.literal("saqta-dossier-1"),
  title: z.string(),
  audience: z.string(),
  language: Language,
  datedOn: z.string(),
  rasterDpi: z.int(),
  colour: z.boolean(),
  strict: z.boolean(),
  pages: z.int(),
  annexes: z.array(DossierAnnex),
  keptBack: z.array(z.strictObject({ reference: z.string(), why: z.string() })),
})
export type DossierFile = z.infer<typeof DossierFile>

/**
 * `data/proof.json`: what was searched in each file, by which parser, with what result. Counts only, and not that of the
 * needles: it tells how many people the vault protects, and joins two copies from one vault.
 */
export const ProofFile = z.strictObject({
  format: z.literal("saqta-proof-1"),
  files: z.array(z.strictObject({ file: z.string(), report: ProofReport.omit({ needles: true }) })),
})
export type ProofFile = z.infer<typeof ProofFile>

const json = (value: unknown): Uint8Array => new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`)

export interface ManifestFacts {
  readonly title: string
  readonly pages: number
  readonly annexes: readonly DossierAnnex[]
  readonly keptBack: readonly { readonly reference: string; readonly why: string }[]
}

export const dossierFile = (options: DossierOptions, facts: ManifestFacts): Uint8Array =>
  json(
    DossierFile.parse({
      format: "saqta-dossier-1",
      title: facts.title,
      audience: options.audience,
      language: options.language,
      datedOn: options.datedOn,
      rasterDpi: options.redaction.rasterDpi,
      colour: options.redaction.colour,
      strict: options.redaction.strict,
      pages: facts.pages,
      annexes: facts.annexes,
      keptBack: facts.keptBack,
    }),
  )

export interface ProvenFile {
  readonly file: string
  readonly report: ProofReport
}

export const proofFile = (files: readonly ProvenFile[]): Uint8Array =>
  json(
    ProofFile.parse({
      format: "saqta-proof-1",
      files: files.map(({ file, report: { needles, ...report } }) => ({ file, report })),
    }),
  )
