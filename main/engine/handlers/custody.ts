import path from "node:path"
import type { CustodySheet, SheetRow } from "../../../shared/contract/custody.ts"
import type { Output, Parsed } from "../../../shared/contract/contract.ts"
import { showEdtf } from "../../../shared/dates.ts"
import { translate } from "../../../shared/i18n/translate.ts"
import { termLists } from "../../../shared/lists/all.ts"
import { termByCode } from "../../../shared/lists/find.ts"
import type { ListId } from "../../../shared/lists/list-ids.ts"
import { labelOf } from "../../../shared/lists/term.ts"
import type { Language } from "../../../shared/model/ids.ts"
import { printBegins, sheet } from "../../domain/custody-sheet.ts"
import { type SheetContent, typesetSheet } from "../../dossier/typeset.ts"
import { writeNewFile } from "../../import/export-file.ts"
import { safeFileName } from "../../import/names.ts"
import type { EngineContext, HandlersOf } from "../context.ts"
import { today } from "../withheld.ts"

const columns = {
  act: ["what", "seal", "condition", "returned", "on", "purpose"],
  item: ["on", "verb", "from", "to", "purpose", "condition", "seal"],
  evidence: ["on", "verb", "from", "to", "purpose", "condition", "seal", "sha256"],
} as const satisfies Readonly<Record<CustodySheet["kind"], readonly (keyof SheetRow)[]>>

const termWords = (list: ListId, code: string, language: Language): string => {
  const term = termByCode(termLists[list], code)
  return term === undefined ? code : labelOf(term, language)
}

const answers: Readonly<Record<string, "answer.yes" | "answer.no" | "unsaid.unknown" | "unsaid.refused">> = {
  yes: "answer.yes",
  no: "answer.no",
  unknown: "unsaid.unknown",
  refused: "unsaid.refused",
}

const cell = (row: SheetRow, column: Exclude<keyof SheetRow, "warnings">, language: Language): string => {
  const value = row[column]
  if (column === "verb") return termWords("custody-verbs", value, language)
  if (column === "condition") return termWords("conditions", value, language)
  if (column === "on") return value.includes("T") ? value.slice(0, 16).replace("T", " ") : showEdtf(value, language)
  const answer = column === "returned" ? answers[value] : undefined
  return answer === undefined ? value : translate(language, answer)
}

const contentOf = (seen: CustodySheet, language: Language, datedIso: string): SheetContent => {
  const warned = (warnings: SheetRow["warnings"]): string[] =>
    warnings.map((warning) => translate(language, `custodySheet.warning.${warning}`))
  const shown = columns[seen.kind]
  const facts = (["marks", "seal", "held", "sha256"] as const)
    .filter((name) => seen[name] !== "")
    .map((name) => [translate(language, `printed.custody.${name}`), seen[name]] as const)
  return {
    language,
    heading: translate(language, "custodySheet.heading"),
    title: seen.title,
    datedIso,
    facts,
    warnings: warned(seen.warnings),
    columns: [...shown, "remarks" as const].map((name) => translate(language, `printed.custody.${name}`)),
    rows: seen.rows.map((row) => [
      ...shown.map((column) => cell(row, column, language)),
      warned(row.warnings).join("; "),
    ]),
    signatures: [translate(language, "printed.custody.released"), translate(language, "printed.custody.received")],
  }
}

const once = async function* (bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes)
}

const print =
  (context: EngineContext) =>
  async ({ kind, id, target, name, language }: Parsed<"custody.print">): Promise<Output<"custody.print">> => {
    const vault = context.vault()
    const seen = vault.read((tx) => sheet(tx, { kind, id }))
    const fileName = safeFileName(name ?? `${translate(language, "custodySheet.heading")} ${today(context)}.pdf`)
    const { pdf } = await typesetSheet(contentOf(seen, language, today(context)))
    const file = path.join(context.tokens.resolve(target), fileName)
    vault.write((tx) => printBegins(tx, { kind, id }))
    await writeNewFile(file, once(pdf))
    return { file: context.tokens.offer(file), name: fileName }
  }

export const custodyHandlers = (context: EngineContext): HandlersOf<"custody"> => ({
  "custody.sheet": (ref) => context.vault().read((tx) => sheet(tx, ref)),
  "custody.print": print(context),
})
