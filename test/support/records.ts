import { createHash } from "node:crypto"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { RandomBytes } from "../../main/crypto/random.ts"
import { randomUuid } from "../../main/crypto/random.ts"
import { ed25519PublicKey, ed25519Signer } from "../../main/crypto/sign.ts"
import type { Clock } from "../../main/engine/clock.ts"
import type { ChainId } from "../../main/vault/audit-entry.ts"
import { currentHeads } from "../../main/vault/audit-heads.ts"
import { trustOf } from "../../main/vault/audit-chain.ts"
import { openDatabase } from "../../main/vault/db.ts"
import { migrate } from "../../main/vault/migrate.ts"
import { openRecords } from "../../main/vault/records.ts"
import type { HolderId, VaultId } from "../../shared/model/ids.ts"

/** Bytes that repeat from run to run: SHA-256 of the seed and a counter. */
export const seededRandom = (seed: string): RandomBytes => {
  let counter = 0
  return (length) => {
    const blocks: Buffer[] = []
    while (blocks.length * 32 < length) {
      blocks.push(createHash("sha256").update(`${seed} ${counter}`).digest())
      counter += 1
    }
    return Buffer.concat(blocks).subarray(0, length)
  }
}

/** A clock that goes on by a second whenever it is looked at. */
export const steppingClock = (start = "2026-03-01T09:00:00.000Z"): Clock => {
  let milliseconds = Date.parse(start)
  return {
    now: () => {
      milliseconds += 1000
      return new Date(milliseconds).toISOString()
    },
    monotonicMs: () => milliseconds,
  }
}

/** Records on a real database in a folder of their own, without headers and blobs. */
export const makeTestRecords = (seed = "records") => {
  const folder = mkdtempSync(join(tmpdir(), "saqta-records-"))
  const path = join(folder, "vault.db")
  const key = new Uint8Array(32).fill(7)
  const random = seededRandom(seed)
  const signingSeed = random(32)
  const [vaultId, holderId, chain] = [randomUuid(random), randomUuid(random), randomUuid(random)]
  const acting = {
    vaultId: vaultId as VaultId,
    holderId: holderId as HolderId,
    chain: chain as ChainId,
    sign: ed25519Signer(signingSeed),
  }
  const publicKey = ed25519PublicKey(signingSeed)
  const open = () => {
    const db = openDatabase(path, key, { create: true })
    migrate(db)
    const records = openRecords({
      db,
      acting,
      clock: steppingClock(),
      random,
      heads: currentHeads(db),
      committed: () => undefined,
    })
    const trust = () => trustOf(db, acting.vaultId, { holderId, publicKey })
    return { db, records, trust }
  }
  const first = open()
  first.records.write((tx) => {
    tx.insert("holders", { id: holderId, label: "", signing_key: publicKey, sealing_key: null, removed_on: null })
    tx.append({ verb: "vault.created", subjectKind: "vault", subjectId: vaultId })
  })
  const newId = () => randomUuid(random)
  return {
    ...first,
    holder: { holderId, publicKey },
    folder,
    path,
    key,
    acting,
    open,
    newId,
    dispose: () => rmSync(folder, { recursive: true }),
  }
}

export type TestRecords = ReturnType<typeof makeTestRecords>

/** Adds a case; gives its id. */
export const addTestCase = ({ records, newId }: TestRecords, title = "Seized equipment, Shymkent"): string => {
  const id = newId()
  records.write((tx) => {
    tx.insert("cases", { id, title })
    tx.append({ verb: "case.added", subjectKind: "case", subjectId: id })
  })
  return id
}
