/** The pages in which a file leaves, for every call that needs them. */
import type { EvidenceId } from "../../shared/model/ids.ts"
import type { HiddenCount, RenderedBy } from "../../shared/model/rendering.ts"
import { Fault } from "../../shared/faults.ts"
import { sha256Hex } from "../crypto/hash.ts"
import type { StoredFile } from "../domain/evidence.ts"
import * as renderings from "../domain/rendering.ts"
import type { HiddenPart } from "../reading/visible/hidden.ts"
import type { Printer } from "../redaction/print/printer.ts"
import { isRendered } from "../redaction/print/kinds.ts"
import { type Rendering, renderPages } from "../redaction/print/rendering.ts"
import { typesetPrinter } from "../redaction/print/typeset-pages.ts"
import type { Vault } from "../vault/vault.ts"
import type { EngineContext, EngineParts } from "./context.ts"

const printerOf = ({ printer }: EngineParts): Printer => printer ?? typesetPrinter()

/** Kinds and how often, without the words. */
const countsOf = (hidden: readonly HiddenPart[]): HiddenCount[] => hidden.map(({ kind, count }) => ({ kind, count }))

interface Pages {
  readonly pages: { readonly bytes: Uint8Array; readonly mediaType: string }
  readonly renderedBy: RenderedBy
  readonly hidden: HiddenCount[]
}

/** @throws Fault "file-broken", "file-too-large", and the faults of parsers */
export const pagesOf = async (
  parts: EngineParts,
  file: { readonly bytes: Uint8Array; readonly mediaType: string },
): Promise<Pages> => {
  const { bytes, mediaType } = file
  if (!isRendered(mediaType)) return { pages: { bytes, mediaType }, renderedBy: "itself", hidden: [] }
  const document = { key: `seen ${sha256Hex(bytes)}`, mediaType, bytes }
  const { pdf, by, hidden } = await renderPages(parts.parsers, printerOf(parts), document)
  return { pages: { bytes: pdf, mediaType: "application/pdf" }, renderedBy: by, hidden: countsOf(hidden) }
}

/** An item's pages as the vault keeps them. */
export interface KeptRendering extends renderings.RenderingFacts {
  readonly bytes: () => Promise<Uint8Array>
}

/** Under way, or kept nowhere else since the vault is read-only. */
const made = new WeakMap<Vault, Map<EvidenceId, Promise<KeptRendering>>>()

const itemBytes = 512 * 1024 * 1024

const render = async (context: EngineContext, id: EvidenceId, file: StoredFile): Promise<KeptRendering> => {
  const vault = context.vault()
  const { parts } = context
  const bytes = () => vault.blobs.readAll(file.blob, itemBytes)
  const document = { key: `seen ${id}`, mediaType: file.mediaType, bytes }
  const { pdf, by, hidden }: Rendering = await renderPages(parts.parsers, printerOf(parts), document)
  const sha256 = sha256Hex(pdf)
  const { pages } = await parts.parsers.run("redactionPages", {
    document: { key: `${id} ${sha256}`, mediaType: "application/pdf", bytes: pdf },
  })
  const facts = { sha256, renderedBy: by, hidden: hidden.map((one) => ({ ...one, texts: [...one.texts] })) }
  if (vault.readOnly) return { ...facts, bytes: () => Promise.resolve(pdf) }
  vault.write((tx) => renderings.keep(tx, id, { ...facts, pdf, pageCount: pages.length }))
  return { ...facts, bytes: () => keptBytes(vault, id) }
}

const keptBytes = (vault: Vault, id: EvidenceId): Promise<Uint8Array> => {
  const pdf = vault.read((tx) => renderings.pdf(tx, id))
  return pdf === undefined ? Promise.reject(new Fault("not-found", { kind: "rendering" })) : Promise.resolve(pdf)
}

/** The pages in which an item of the vault leaves: made once, and kept sealed with it. Undefined: it has its own. */
export const renderingOf = async (
  context: EngineContext,
  id: EvidenceId,
  file: StoredFile,
): Promise<KeptRendering | undefined> => {
  if (!isRendered(file.mediaType)) return undefined
  const vault = context.vault()
  const facts = vault.read((tx) => renderings.facts(tx, id))
  if (facts !== undefined) return { ...facts, bytes: () => keptBytes(vault, id) }
  const ofVault = made.get(vault) ?? new Map<EvidenceId, Promise<KeptRendering>>()
  made.set(vault, ofVault)
  const known = ofVault.get(id)
  if (known !== undefined) return await known
  const rendering = render(context, id, file)
  ofVault.set(id, rendering)
  try {
    return await rendering
  } finally {
    if (!vault.readOnly) ofVault.delete(id)
  }
}
