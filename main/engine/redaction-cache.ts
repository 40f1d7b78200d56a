import type { EvidenceId } from "../../shared/model/ids.ts"
import { sha256Hex } from "../crypto/hash.ts"
import * as readings from "../domain/redaction-readings.ts"
import { makePageCache, type PageCache, pageCacheOf, rendererVersion } from "../redaction/page-cache.ts"
import type { Vault } from "../vault/vault.ts"
import type { EngineContext } from "./context.ts"

const caches = new WeakMap<Vault, Map<EvidenceId, PageCache>>()

/** What was read from one item's pages, kept in the vault: a reviewed dossier leaves in seconds, also after a restart. */
export const redactionCache = (context: EngineContext, evidenceId: EvidenceId): PageCache => {
  const vault = context.vault()
  const ofVault = caches.get(vault) ?? new Map<EvidenceId, PageCache>()
  caches.set(vault, ofVault)
  const known = ofVault.get(evidenceId)
  if (known !== undefined) return known
  const renderer = rendererVersion
  // An item's id and nothing else names its bytes here, so two items never share a reading.
  const keyOf = (key: string): string => sha256Hex(new TextEncoder().encode(`${evidenceId} ${key}`))
  const kept = makePageCache({
    get: (key) => vault.read((tx) => readings.find(tx, keyOf(key))),
    put: (key, value) => {
      if (vault.readOnly) return
      vault.write((tx) => readings.keep(tx, { key: keyOf(key), evidenceId, renderer, value }))
    },
  })
  // Burned pixels stay in memory, once for all items.
  const made: PageCache = { ...kept, burned: (parts, burn) => pageCacheOf(context.parts.parsers).burned(parts, burn) }
  ofVault.set(evidenceId, made)
  return made
}
