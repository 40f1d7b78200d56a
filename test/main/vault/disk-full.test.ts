import { execFileSync } from "node:child_process"
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { systemRandom } from "../../../main/crypto/random.ts"
import { append } from "../../../main/vault/audit.ts"
import { createVault } from "../../../main/vault/create-vault.ts"
import { openVault } from "../../../main/vault/open-vault.ts"
import { sql } from "../../../main/vault/sql.ts"
import type { Vault } from "../../../main/vault/vault.ts"
import { isFault } from "../../../shared/faults.ts"
import { addCase, addEvidence } from "../../support/evidence.ts"
import { addTestCase, makeTestRecords, steppingClock } from "../../support/records.ts"
import { cheapKdf, testPassphrase } from "../../support/vault.ts"

const full = expect.objectContaining({ code: "disk-full" })
const sizeMiB = 20

let root = ""
let disk = ""
let mounted = false

/** A small disk of its own where the system lets us mount one. */
const mount = (): boolean => {
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${sizeMiB}m`, "none", disk], { stdio: "ignore" })
    return true
  } catch {
    return false
  }
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "saqta-full-"))
  disk = join(root, "disk")
  mkdirSync(disk)
  mounted = mount()
})
afterEach(() => {
  if (mounted) execFileSync("umount", [disk])
  rmSync(root, { recursive: true })
})

test("a database that can grow no more says that the disk is full, keeps what was acknowledged and goes on", () => {
  const vault = makeTestRecords()
  const id = addTestCase(vault, "Kept")
  const pages = vault.db.pragma("page_count")[0]?.["page_count"] as number
  vault.db.pragma(`max_page_count = ${pages + 4}`)
  const write = (summary: string) =>
    vault.records.write((tx) => {
      tx.update("cases", id, { summary })
      append(tx, { verb: "case.changed", subjectKind: "case", subjectId: id })
    })
  expect(() => write("x".repeat(200_000))).toThrow(full)
  expect(vault.records.read((tx) => tx.one(sql`SELECT title, summary FROM cases`))).toEqual({
    title: "Kept",
    summary: "",
  })
  write("short")
  expect(vault.records.read((tx) => tx.one(sql`SELECT summary FROM cases`))).toEqual({ summary: "short" })
  vault.db.close()
  vault.dispose()
})

/** Writes until the disk is full, or a few where there is no small disk; gives what was acknowledged. */
const fill = async (vault: Vault): Promise<{ kept: string[]; fault: unknown }> => {
  const caseId = addCase(vault, "Small disk")
  const kept: string[] = []
  for (let number = 1; number < (mounted ? 1000 : 4); number += 1) {
    try {
      const content = systemRandom(number % 2 === 0 ? 300_000 : 5000)
      kept.push((await addEvidence(vault, { caseId, number, content })).evidenceId)
    } catch (error) {
      return { kept, fault: error }
    }
  }
  return { kept, fault: null }
}

test("on a full disk a write fails clearly, the vault closes cleanly, and all that was acknowledged is there", async () => {
  const [folder, stateFolder] = [join(disk, "vault"), join(root, "state")]
  const [clock, random] = [steppingClock(), systemRandom]
  const { vault } = await createVault({ folder, stateFolder, clock, random, passphrase: testPassphrase, kdf: cheapKdf })
  const { kept, fault } = await fill(vault)
  expect(fault).toEqual(mounted ? full : null)
  expect(kept.length).toBeGreaterThan(0)
  if (mounted) fillUp(join(disk, "other"))
  await vault.close()
  expect(existsSync(join(folder, "vault.db-wal"))).toBe(false)
  rmSync(join(disk, "other"), { force: true })
  const secret = { kind: "passphrase" as const, passphrase: testPassphrase }
  const again = await openVault({ folder, stateFolder, clock, random, secret })
  const rows = again.vault.read((tx) => tx.all(sql`SELECT id FROM evidence`)).map((row) => row["id"])
  expect(rows.toSorted()).toEqual(kept.toSorted())
  expect(await again.vault.verify()).toMatchObject({ passed: true })
  await again.vault.close()
})

/** Takes the last byte that the disk has. */
const fillUp = (path: string): void => {
  for (let bytes = 1024 * 1024; bytes >= 512; ) {
    try {
      writeFileSync(path, Buffer.alloc(bytes), { flag: "a" })
    } catch (error) {
      if (isFault(error)) throw error
      bytes /= 2
    }
  }
}
