import { z } from "zod"
import { CaseId, FileToken, Language } from "../model/ids.ts"
import { call } from "./call.ts"

/** What a custody can be shown of: a thing outside the vault, an item of evidence, an act with its seizure inventory. */
export const sheetKinds = ["item", "evidence", "act"] as const

/** Not returned, no sanction on file, a seal that is another than before or broken, disputed by the owner, nobody recorded a step. */
export const custodyWarnings = ["not-returned", "no-sanction", "seal-differs", "disputed", "no-entries"] as const

const SheetRow = z.strictObject({
  /** EDTF, or an instant of the vault's own entries; "" where not known. */
  on: z.string(),
  /** What happened (code of custody verbs), or, of an inventory, "". */
  verb: z.string(),
  /** Of an inventory: the thing with its marks. */
  what: z.string(),
  from: z.string(),
  to: z.string(),
  purpose: z.string(),
  /** Code of conditions, or words. */
  condition: z.string(),
  seal: z.string(),
  sha256: z.string(),
  /** Of an inventory line: "yes", "no", "unknown", "refused", or "" where nobody asked. */
  returned: z.string(),
  warnings: z.array(z.enum(custodyWarnings)),
})
export type SheetRow = z.infer<typeof SheetRow>

const SheetRef = z.strictObject({ kind: z.enum(sheetKinds), id: z.uuid() })

export const CustodySheet = z.strictObject({
  kind: z.enum(sheetKinds),
  id: z.string(),
  caseId: CaseId,
  title: z.string(),
  /** Make, model, serial number; of evidence, nothing. */
  marks: z.string(),
  seal: z.string(),
  held: z.string(),
  sha256: z.string(),
  rows: z.array(SheetRow),
  /** Of the whole, and of any row. */
  warnings: z.array(z.enum(custodyWarnings)),
})
export type CustodySheet = z.infer<typeof CustodySheet>

export const custodyCalls = {
  /** Every step of a thing's custody in order, or every line of an inventory, with what is amiss. */
  "custody.sheet": call({ input: SheetRef, output: CustodySheet, faults: ["vault-locked", "not-found"] }),
  /** Writes the sheet as PDF/A to a new file inside `target`, with the real names: explicit and logged. */
  "custody.print": call({
    input: SheetRef.extend({
      target: FileToken,
      name: z.string().min(1).max(255).nullable().default(null),
      language: Language.default("en"),
    }),
    output: z.strictObject({ file: FileToken, name: z.string() }),
    faults: [
      "vault-locked",
      "vault-read-only",
      "not-found",
      "target-exists",
      "disk-full",
      "io-error",
      "permission-denied",
      "bad-input",
    ],
  }),
} as const
