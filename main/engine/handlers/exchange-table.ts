/** Tables that come in, and taking a whole import back. */
import { basename } from "node:path"
import type { Handlers, Parsed } from "../../../shared/contract/contract.ts"
import { Fault } from "../../../shared/faults.ts"
import type { CaseId } from "../../../shared/model/ids.ts"
import type { TableReading } from "../../../shared/model/table.ts"
import * as importUndo from "../../domain/import-undo.ts"
import * as imports from "../../domain/imports.ts"
import { importTable, previewTable } from "../../exchange/table-import.ts"
import type { Table } from "../../reading/table/read-table.ts"
import { changed, type EngineContext, newId } from "../context.ts"
import { readWhole } from "../read-whole.ts"

type TableCalls = "exchange.previewTable" | "exchange.importTable" | "exchange.listImports" | "exchange.undoImport"

const readTimeMs = 60_000

/** The file's bytes go to a parser process, which has no key and no vault; rows and cells come back. */
const tableOf = async (context: EngineContext, path: string, how: TableReading): Promise<Table> => {
  const { encoding, separator, sheet } = how
  const bytes = await readWhole(path)
  return context.parts.parsers.run("table", { bytes, encoding, separator, sheet }, { timeoutMs: readTimeMs })
}

const nouns = ["incident", "actor", "record", "involvement", "link", "note"]

const allChanged = (context: EngineContext, kinds: Iterable<string>, caseId: CaseId): void => {
  for (const noun of new Set([...nouns, ...kinds, "import"])) changed(context, noun, caseId)
}

const undoing = (context: EngineContext, { id, leaveChanged, dryRun }: Parsed<"exchange.undoImport">) => {
  const vault = context.vault()
  const seen = vault.read((tx) => importUndo.judged(tx, id))
  const plan = { removed: seen.going.length, kept: [...seen.kept] }
  if (dryRun || seen.going.length === 0 || (seen.kept.length > 0 && !leaveChanged)) return { ...plan, written: false }
  vault.write((tx) => importUndo.undo(tx, id))
  const { caseId, kind } = vault.read((tx) => imports.show(tx, id))
  allChanged(context, [kind], caseId)
  return { ...plan, written: true }
}

export const exchangeTableHandlers = (context: EngineContext): Pick<Handlers, TableCalls> => ({
  "exchange.previewTable": async (input) => {
    const vault = context.vault()
    return previewTable(vault, await tableOf(context, context.tokens.resolve(input.file), input), input.kind)
  },
  "exchange.importTable": async (input) => {
    const vault = context.vault()
    if (vault.readOnly) throw new Fault("vault-read-only")
    const path = context.tokens.resolve(input.file)
    const table = await tableOf(context, path, input)
    const { kind, caseId, parent } = input
    const name = basename(path)
    const target = { kind, caseId, parent, name, batchId: newId(context), newId: () => newId(context) }
    const outcome = importTable(vault, table, input, target)
    if (outcome.written) allChanged(context, [kind], caseId)
    return outcome
  },
  "exchange.listImports": ({ caseId }) => ({ imports: context.vault().read((tx) => imports.list(tx, caseId)) }),
  "exchange.undoImport": (input) => undoing(context, input),
})
