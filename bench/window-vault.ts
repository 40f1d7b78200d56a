import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { randomUuid, systemRandom } from "../main/crypto/random.ts"
import { systemClock } from "../main/engine/clock.ts"
import { append } from "../main/vault/audit.ts"
import { createVault } from "../main/vault/create-vault.ts"
import type { Vault } from "../main/vault/vault.ts"
import { addCase } from "../test/support/evidence.ts"
import { importPaths } from "../test/support/importing.ts"
import { makeTestPool } from "../test/support/parser-pool.ts"
import { cheapKdf, testPassphrase } from "../test/support/vault.ts"
import { densePages } from "./pages.ts"

export const longCase = "A long list"

export interface WindowVault {
  readonly folder: string
  /** PDFs of 20 pages, each another. */
  readonly documents: readonly string[]
}

const places = ["Алматы", "Шымкент", "Ақтау", "Жаңаөзен", "Қордай", "Oskemen"]
const words = ["Обыск", "задержание", "у дома", "тінту", "сотсыз", "hearing", "postponed", "на площади"]
const verifications = ["unverified", "confirmed", "likely", "possible", "unlikely"]
const batchRows = 5000

const pick = (from: readonly string[], seed: number): string => from[seed % from.length] ?? ""

const incident = (caseId: string, index: number) => {
  const day = new Date(Date.UTC(2010, 0, 1 + (index % 5000))).toISOString().slice(0, 10)
  const title = [index, index * 3, index * 7].map((seed) => pick(words, seed)).join(" ")
  return {
    id: randomUuid(systemRandom),
    case_id: caseId,
    title: `${title} ${index}`,
    dates_edtf: day,
    date_earliest: day,
    date_latest: day,
    place: pick(places, index),
    verification: pick(verifications, index),
    rights: '["liberty","fair trial"]',
    narrative: "Записано со слов семьи. ".repeat(10),
  }
}

const addIncidents = (vault: Vault, caseId: string, count: number): void => {
  for (let start = 0; start < count; start += batchRows)
    vault.write((tx) => {
      for (let index = start; index < Math.min(count, start + batchRows); index += 1)
        tx.insert("incidents", incident(caseId, index))
      append(tx, { verb: "incident.added", subjectKind: "case", subjectId: caseId })
    })
}

const writeDocuments = async (folder: string, count: number): Promise<string[]> => {
  mkdirSync(folder)
  const paths = Array.from({ length: count }, (_, index) => join(folder, `document ${index}.pdf`))
  for (const [index, path] of paths.entries()) writeFileSync(path, await densePages(20, index * 100))
  return paths
}

/** A vault with a list of `incidents` in one case, and PDFs in another. */
export const makeWindowVault = async (
  home: string,
  { incidents, documents }: { incidents: number; documents: number },
): Promise<WindowVault> => {
  const folder = join(home, "vault")
  const { vault } = await createVault({
    folder,
    stateFolder: join(home, "maker's state"),
    passphrase: testPassphrase,
    kdf: cheapKdf,
    clock: systemClock,
    random: systemRandom,
  })
  const parsers = makeTestPool()
  try {
    addIncidents(vault, addCase(vault, longCase), incidents)
    const paths = await writeDocuments(join(home, "documents"), documents)
    const parts = { vault, parsers, random: systemRandom, clock: systemClock }
    const outcomes = await importPaths(parts, addCase(vault, "Documents"), paths)
    return { folder, documents: outcomes.map(({ evidenceId }) => String(evidenceId)) }
  } finally {
    await parsers.close()
    await vault.close()
    await vault.blobs.close()
  }
}
