import { mkdir } from "node:fs/promises"
import path from "node:path"
import type { Output, Parsed } from "../../../shared/contract/contract.ts"
import { Fault } from "../../../shared/faults.ts"
import type { CaseJson } from "../../../shared/model/case-json.ts"
import type { CaseId, CustodyId, EvidenceId } from "../../../shared/model/ids.ts"
import * as evidence from "../../domain/evidence.ts"
import { readCase, withNewIds } from "../../exchange/case-check.ts"
import { discard, filesFolder, sealFiles, writeOriginal } from "../../exchange/case-files.ts"
import { restore } from "../../exchange/case-restore.ts"
import { tableText } from "../../exchange/table-export.ts"
import { caseText, snapshot } from "../../exchange/case-snapshot.ts"
import { ftmEntities } from "../../exchange/ftm.ts"
import { writeNewFile } from "../../import/export-file.ts"
import { safeFileName } from "../../import/names.ts"
import { append } from "../../vault/audit.ts"
import { diskFault, errnoOf } from "../../vault/durable.ts"
import { changed, type EngineContext, type HandlersOf, newId } from "../context.ts"
import { readWhole } from "../read-whole.ts"
import { exchangeTableHandlers } from "./exchange-table.ts"

const log = (context: EngineContext, verb: string, caseId: CaseId): void =>
  context.vault().write((tx) => append(tx, { verb, subjectKind: "case", subjectId: caseId }))

/** The document as it leaves, and how many people it does not name. */
const contentOf = (
  document: CaseJson,
  { format, withProtected }: Parsed<"exchange.exportCase">,
): { text: string; leftOut: number } => {
  if (format === "saqta") return { text: caseText(document), leftOut: 0 }
  const { entities, leftOut } = ftmEntities(document, withProtected)
  return { text: entities.map((entity) => `${JSON.stringify(entity)}\n`).join(""), leftOut }
}

const makeFolder = async (folder: string): Promise<void> => {
  await mkdir(folder).catch((error: unknown) => {
    if (errnoOf(error) === "EEXIST") throw new Fault("target-exists", { name: path.basename(folder) })
    throw diskFault(error)
  })
}

/** Each is logged as any original that leaves is. */
const writeOriginals = async (context: EngineContext, { evidence: items }: CaseJson, folder: string) => {
  const vault = context.vault()
  await makeFolder(folder)
  for (const item of items) {
    const id = item.id as EvidenceId
    const { blob } = vault.read((tx) => evidence.storedFile(tx, id))
    vault.write((tx) => evidence.exportBegins(tx, id))
    const name = await writeOriginal(folder, item, vault.blobs.read(blob))
    vault.write((tx) => evidence.exported(tx, { id, custodyId: newId(context) as CustodyId, name }))
  }
}

const exporting =
  (context: EngineContext) =>
  async (input: Parsed<"exchange.exportCase">): Promise<Output<"exchange.exportCase">> => {
    const document = context.vault().read((tx) => snapshot(tx, input.caseId))
    const name = safeFileName(input.name)
    const file = path.join(context.tokens.resolve(input.target), name)
    const { text, leftOut } = contentOf(document, input)
    const bytes = new TextEncoder().encode(text)
    const withFiles = input.withFiles && input.format === "saqta" && document.evidence.length > 0
    // Said before the first byte is in the clear, so that no crash can hide that it was.
    log(context, "case.export-begun", input.caseId)
    if (withFiles) await writeOriginals(context, document, filesFolder(file))
    await writeNewFile(
      file,
      (async function* () {
        yield await Promise.resolve(bytes)
      })(),
    )
    log(context, "case.exported", input.caseId)
    return {
      file: context.tokens.offer(file),
      name,
      sizeBytes: bytes.length,
      files: withFiles ? document.evidence.length : 0,
      filesFolder: withFiles ? path.basename(filesFolder(file)) : "",
      leftOut,
    }
  }

const exportingTable =
  (context: EngineContext) =>
  async (input: Parsed<"exchange.exportTable">): Promise<Output<"exchange.exportTable">> => {
    const { caseId } = input
    const { text, rows } = context.vault().read((tx) => tableText(tx, input))
    const name = safeFileName(input.name)
    const file = path.join(context.tokens.resolve(input.target), name)
    const bytes = new TextEncoder().encode(`${input.mark ? "\ufeff" : ""}${text}`)
    log(context, "case.export-begun", caseId)
    await writeNewFile(
      file,
      (async function* () {
        yield await Promise.resolve(bytes)
      })(),
    )
    log(context, "case.exported", caseId)
    return { file: context.tokens.offer(file), name, rows }
  }

const importing =
  (context: EngineContext) =>
  async ({ file: token, asNew }: Parsed<"exchange.importCase">): Promise<Output<"exchange.importCase">> => {
    const vault = context.vault()
    if (vault.readOnly) throw new Fault("vault-read-only")
    const file = context.tokens.resolve(token)
    const given = readCase(new TextDecoder().decode(await readWhole(file)))
    const document = asNew ? withNewIds(given, () => newId(context)) : given
    const { parsers, random, clock } = context.parts
    const parts = { vault, parsers, random, clock }
    const files = await sealFiles(parts, document, filesFolder(file))
    try {
      vault.write((tx) => restore(tx, document, { files, newId: () => newId(context) }))
    } catch (error) {
      await discard(parts, files)
      throw error
    }
    const id = document.case.id as CaseId
    changed(context, "case", id)
    const { incidents, actors, records } = document
    return {
      id,
      incidents: incidents.length,
      actors: actors.length,
      evidence: document.evidence.length,
      records: records.length,
    }
  }

export const exchangeHandlers = (context: EngineContext): HandlersOf<"exchange"> => ({
  "exchange.exportCase": exporting(context),
  "exchange.importCase": importing(context),
  "exchange.exportTable": exportingTable(context),
  ...exchangeTableHandlers(context),
})
