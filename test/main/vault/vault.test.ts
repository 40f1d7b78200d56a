import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { randomUuid } from "../../../main/crypto/random.ts"
import { append } from "../../../main/vault/audit.ts"
import { createVault, randomFolderName } from "../../../main/vault/create-vault.ts"
import { openDatabase } from "../../../main/vault/db.ts"
import { unlockHeader } from "../../../main/vault/keyring.ts"
import { newestVersion } from "../../../main/vault/migrate.ts"
import { openVault } from "../../../main/vault/open-vault.ts"
import { slotBytes } from "../../../main/vault/slots.ts"
import { sql } from "../../../main/vault/sql.ts"
import type { Vault } from "../../../main/vault/vault.ts"
import { cheapKdf, disposeTestVault, makeTestVault, type TestVault } from "../../support/vault.ts"

let made: TestVault
let vault: Vault
beforeEach(async () => {
  made = await makeTestVault()
  vault = made.vault
})
afterEach(() => disposeTestVault({ vault, root: made.root }))

const fault = (code: string) => expect.objectContaining({ code })
const addCase = (title: string): string => {
  const id = randomUuid(made.random)
  vault.write((tx) => {
    tx.insert("cases", { id, title })
    append(tx, { verb: "case.added", subjectKind: "case", subjectId: id })
  })
  return id
}
const titles = () => vault.read((tx) => tx.all(sql`SELECT title FROM cases ORDER BY title`)).map((row) => row["title"])
const reopen = async (folder?: string) => {
  await vault.close()
  const opened = await made.reopen(folder)
  vault = opened.vault
  return opened.notices
}

async function* bytesOf(text: string) {
  yield await Promise.resolve(Buffer.from(text))
}
const writeBlob = (text: string) =>
  vault.blobs.write(bytesOf(text), { name: "note.txt", receivedAt: made.clock.now(), sync: "each" })
const addEvidence = async (text: string): Promise<{ evidenceId: string; blobPath: string }> => {
  const caseId = addCase(text)
  const ref = await writeBlob(text)
  const evidenceId = randomUuid(made.random)
  vault.write((tx) => {
    tx.insert("evidence", {
      id: evidenceId,
      case_id: caseId,
      number: 1,
      title: text,
      kind: "text",
      media_type: "text/plain",
      original_name: "note.txt",
      size_bytes: ref.sizeBytes,
      sha256: ref.sha256,
      duplicate_hmac: new Uint8Array(32),
      blob_id: ref.id,
      blob_commitment: ref.commitmentHex,
      received_at: tx.now,
    })
    append(tx, { verb: "evidence.added", subjectKind: "evidence", subjectId: evidenceId })
  })
  return { evidenceId, blobPath: join(made.folder, "blobs", ref.id.slice(0, 1), ref.id) }
}

test("a new vault opens again by passphrase and by recovery code, with what was written and no notice", async () => {
  addCase("Фонд, Тараз")
  expect(await reopen()).toEqual([])
  expect(titles()).toEqual(["Фонд, Тараз"])
  await vault.close()
  const secret = { kind: "recovery-code" as const, code: made.recoveryCode }
  const opened = await openVault({ ...made, secret })
  vault = opened.vault
  expect([opened.notices, titles()]).toEqual([[], ["Фонд, Тараз"]])
})

test("a new vault holds its parts and nothing else, for its owner alone", () => {
  expect(readdirSync(made.folder).toSorted()).toEqual(["header.a", "header.b", "reserve", "vault.db", "vault.db-wal"])
  for (const name of ["", ...readdirSync(made.folder)]) {
    expect([name, statSync(join(made.folder, name)).mode & 0o077]).toEqual([name, 0])
  }
  expect(readdirSync(made.root).toSorted()).toEqual(["state", "vault"])
})

test("info tells what there is", async () => {
  await addEvidence("abc")
  expect(vault.info()).toMatchObject({
    folderName: "vault",
    formatVersion: newestVersion,
    headerEpoch: 1,
    readOnly: false,
    slots: ["passphrase", "recovery-code"],
    kdf: { memoryMiB: 64, passes: 1, lanes: 1 },
    cases: 1,
    evidence: 1,
    evidenceBytes: 3,
    audit: { entries: 3 },
  })
})

test("a random folder name says nothing and does not repeat", () => {
  const [first, second] = [randomFolderName(made.random), randomFolderName(made.random)]
  expect(first).toMatch(/^[a-z2-9]{10}$/)
  expect(first).not.toBe(second)
})

test("a vault is not made where something is already, and nothing is left behind", async () => {
  const make = (name: string, kdf = cheapKdf) =>
    createVault({ ...made, folder: join(made.root, name), kdf, passphrase: "another one 12" })
  await expect(make("vault")).rejects.toThrow(fault("vault-exists"))
  mkdirSync(join(made.root, "empty"))
  await expect(make("empty")).rejects.toThrow(fault("vault-exists"))
  await expect(make("fails", { ...cheapKdf, passes: 99 })).rejects.toThrow(fault("kdf-out-of-bounds"))
  await expect(make("no-such-parent/vault")).rejects.toThrow(fault("io-error"))
  expect(readdirSync(made.root).toSorted()).toEqual(["empty", "state", "vault"])
})

test("a second opening is refused as in use, and the first goes on", async () => {
  await expect(made.reopen()).rejects.toThrow(fault("vault-in-use"))
  addCase("Still works")
  expect(titles()).toEqual(["Still works"])
})

test("a vault of a newer program is refused and left as it is", async () => {
  await vault.close()
  const { keys } = await unlockHeader(made.folder, { kind: "passphrase", passphrase: made.passphrase })
  const path = join(made.folder, "vault.db")
  const db = openDatabase(path, keys.databaseKey, { create: false })
  db.pragma(`user_version = ${newestVersion + 1}`)
  db.close()
  const before = readFileSync(path)
  await expect(made.reopen()).rejects.toThrow(fault("vault-newer"))
  expect(readFileSync(path).equals(before)).toBe(true)
})

test("after closing every call says that the vault is locked, and closing again is nothing", async () => {
  await vault.close()
  await vault.close()
  expect(() => vault.read(() => 1)).toThrow(fault("vault-locked"))
  expect(() => vault.write(() => 1)).toThrow(fault("vault-locked"))
  expect(() => vault.info()).toThrow(fault("vault-locked"))
  await expect(vault.auditVerify()).rejects.toThrow(fault("vault-locked"))
  expect(existsSync(join(made.folder, "vault.db-wal"))).toBe(false)
  expect([...vault.keys.duplicateKey].every((byte) => byte === 0)).toBe(true)
})

test("a changed passphrase opens, the old one does not, and the header's new epoch is known inside", async () => {
  await vault.changePassphrase(made.passphrase, "ribbon lantern 58 saddle")
  expect(vault.info().headerEpoch).toBe(2)
  await vault.close()
  await expect(made.reopen()).rejects.toThrow(fault("wrong-passphrase"))
  const secret = { kind: "passphrase" as const, passphrase: "ribbon lantern 58 saddle" }
  const opened = await openVault({ ...made, secret })
  vault = opened.vault
  expect([opened.notices, vault.info().headerEpoch]).toEqual([[], 2])
  expect(await vault.auditVerify()).toMatchObject({ passed: true })
})

test("older headers, which would bring back an old passphrase, are refused by name", async () => {
  const kept = ["header.a", "header.b"].map((name) => [name, readFileSync(join(made.folder, name))] as const)
  await vault.changePassphrase(made.passphrase, "ribbon lantern 58 saddle")
  await vault.close()
  for (const [name, bytes] of kept) writeFileSync(join(made.folder, name), bytes)
  await expect(made.reopen()).rejects.toThrow(fault("header-stale"))
})

test("a header that is newer than the database knows is taken over and recorded", async () => {
  await vault.close()
  const older = readFileSync(join(made.folder, "vault.db"))
  vault = (await made.reopen()).vault
  await vault.changePassphrase(made.passphrase, made.passphrase)
  await vault.close()
  // The kill came after the header and before the database: put the database of before back.
  writeFileSync(join(made.folder, "vault.db"), older)
  rmSync(join(made.stateFolder, "heads"), { recursive: true })
  const opened = await made.reopen()
  vault = opened.vault
  expect(opened.notices.map((notice) => notice.kind)).toEqual(["head-unknown"])
  expect(vault.auditLog({ offset: 0, limit: 1 }).entries[0]?.verb).toBe("vault.header-recorded")
  expect(await reopen()).toEqual([])
})

test("an older copy of the vault is called older than seen, until somebody writes there", async () => {
  addCase("One")
  await vault.close()
  const copy = join(made.root, "copy")
  cpSync(made.folder, copy, { recursive: true })
  await reopen()
  addCase("Two")
  addCase("Three")
  expect(await reopen(copy)).toEqual([{ kind: "older-than-seen", count: 2 }])
  expect(await reopen(copy)).toEqual([{ kind: "older-than-seen", count: 2 }])
  addCase("Instead")
  expect(await reopen(copy)).toEqual([])
  expect((await reopen(made.folder)).map((notice) => notice.kind)).toEqual(["forked"])
})

test("without a head from before, that is said once; then it is known", async () => {
  await vault.close()
  rmSync(join(made.stateFolder, "heads"), { recursive: true })
  expect(await reopen()).toEqual([{ kind: "head-unknown", count: 1 }])
  expect(await reopen()).toEqual([])
})

test("what is held outside is of one size, for its owner alone, and does not name the vault", async () => {
  const heads = join(made.stateFolder, "heads")
  const [name] = readdirSync(heads)
  const before = readFileSync(join(heads, name!))
  addCase("One more")
  const after = readFileSync(join(heads, name!))
  expect([before.length, after.length, statSync(join(heads, name!)).mode & 0o777]).toEqual([128, 128, 0o600])
  expect(after.equals(before)).toBe(false)
  const { vaultId, audit } = vault.info()
  for (const secret of [vaultId, vaultId.replaceAll("-", ""), audit.head]) {
    expect(name).not.toContain(secret)
    expect(after.toString("latin1") + after.toString("hex")).not.toContain(secret)
  }
  await vault.close()
  writeFileSync(
    join(heads, name!),
    after.map((byte, index) => (index === 60 ? byte ^ 1 : byte)),
  )
  expect((await reopen()).map((notice) => notice.kind)).toEqual(["head-unknown"])
})

test("blobs that no record names go to quarantine and are counted; those of removed records stay", async () => {
  const { evidenceId, blobPath } = await addEvidence("kept")
  vault.write((tx) => {
    tx.remove("evidence", evidenceId)
    append(tx, { verb: "evidence.removed", subjectKind: "evidence", subjectId: evidenceId })
  })
  const stray = await writeBlob("stray")
  expect(await reopen()).toEqual([{ kind: "quarantined-blobs", count: 1 }])
  expect(readdirSync(join(made.folder, "quarantine"))).toEqual([stray.id])
  expect(existsSync(blobPath)).toBe(true)
  expect(await reopen()).toEqual([])
})

test("an honest vault verifies in every part", async () => {
  await addEvidence("honest")
  const progress: number[] = []
  const verdict = await vault.verify({ onProgress: (done) => progress.push(done) })
  expect(verdict.checks.map(({ name, passed, faults }) => [name, passed, faults])).toEqual(
    ["headers", "database", "blobs", "audit-chain", "audit-rows"].map((name) => [name, true, []]),
  )
  expect(verdict).toMatchObject({ passed: true })
  expect(verdict.checks.every(({ looked }) => looked > 0)).toBe(true)
  expect(progress).toEqual([1])
})

test("verification names a missing and a damaged blob and a damaged header", async () => {
  const gone = await addEvidence("gone")
  const flipped = await addEvidence("flipped")
  rmSync(gone.blobPath)
  const bytes = readFileSync(flipped.blobPath)
  writeFileSync(
    flipped.blobPath,
    bytes.map((byte, index) => (index === 5000 ? byte ^ 1 : byte)),
  )
  writeFileSync(
    join(made.folder, "header.b"),
    readFileSync(join(made.folder, "header.a")).map((byte) => byte ^ 1),
  )
  const { passed, checks } = await vault.verify()
  expect(passed).toBe(false)
  const faults = Object.fromEntries(checks.map((check) => [check.name, check.faults.toSorted()]))
  expect(faults["headers"]).toEqual(["header-damaged header.b"])
  expect(faults["blobs"]).toEqual(
    [`blob-missing evidence ${gone.evidenceId}`, `blob-damaged evidence ${flipped.evidenceId}`].toSorted(),
  )
})

test("a header changed without its key opens for reading only, and says so", async () => {
  addCase("Readable")
  await vault.close()
  const honest = readFileSync(join(made.folder, "header.a"))
  const openFlipped = async (offset: number) => {
    for (const name of ["header.a", "header.b"]) {
      writeFileSync(
        join(made.folder, name),
        honest.map((byte, index) => (index === offset ? byte ^ 1 : byte)),
      )
    }
    return made.reopen().catch(() => null)
  }
  // One of the first three of eight slots is unused, since two are in use: a change there stops nobody from opening.
  const opened =
    (await openFlipped(90)) ?? (await openFlipped(90 + slotBytes)) ?? (await openFlipped(90 + 2 * slotBytes))
  vault = opened!.vault
  expect(opened?.notices).toEqual([{ kind: "header-mac-failed", count: 1 }])
  expect([vault.readOnly, vault.info().readOnly, titles()]).toEqual([true, true, ["Readable"]])
  expect(() => addCase("Not written")).toThrow(fault("vault-read-only"))
  await expect(vault.changePassphrase(made.passphrase, "other words 99")).rejects.toThrow(fault("vault-read-only"))
  expect((await vault.verify()).checks[0]).toMatchObject({ name: "headers", passed: false })
})

test("a chain whose end cannot be read opens for reading only, and says so", async () => {
  addCase("Readable")
  await vault.close()
  const { keys } = await unlockHeader(made.folder, { kind: "passphrase", passphrase: made.passphrase })
  const db = openDatabase(join(made.folder, "vault.db"), keys.databaseKey, { create: false })
  db.run(sql`UPDATE audit_entries SET body = json_set(body, '$.version', 9) WHERE position = 2`)
  db.close()
  const notices = await reopen()
  expect(notices.map((notice) => notice.kind)).toEqual(["audit-broken"])
  expect([vault.readOnly, titles()]).toEqual([true, ["Readable"]])
  expect(() => addCase("Not written")).toThrow(fault("vault-read-only"))
})
