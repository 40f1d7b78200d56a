import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { openVault } from "../../../main/vault/open-vault.ts"
import { sql } from "../../../main/vault/sql.ts"
import type { HolderSecret } from "../../../shared/contract/holder.ts"
import type { HolderId } from "../../../shared/model/ids.ts"
import { addCase } from "../../support/evidence.ts"
import { disposeTestVault, makeTestVault, testPassphrase, type TestVault } from "../../support/vault.ts"

const theirs = "river marble 91 lantern Шымкент"
const own: HolderSecret = { kind: "passphrase", passphrase: testPassphrase }
const second: HolderSecret = { kind: "passphrase", passphrase: theirs }

let made: TestVault
beforeEach(async () => {
  made = await makeTestVault("holders")
})
afterEach(() => disposeTestVault(made))

const headers = () => ["header.a", "header.b"].map((name) => readFileSync(join(made.folder, name)))
const put = (name: string, bytes: Uint8Array) => writeFileSync(join(made.folder, name), bytes)
const add = (label = "Aigerim", passphrase = theirs) => made.vault.addHolder({ secret: own, label, passphrase })

/** Opens as whoever this secret belongs to, and closes again. */
const as = async <T>(
  secret: HolderSecret,
  work: (vault: TestVault["vault"], notices: readonly string[]) => T | Promise<T>,
): Promise<T> => {
  const { folder, clock, random, stateFolder } = made
  const opened = await openVault({ folder, secret, clock, random, stateFolder })
  try {
    return await work(
      opened.vault,
      opened.notices.map(({ kind }) => kind),
    )
  } finally {
    await opened.vault.close()
  }
}

describe("a further person", () => {
  test("opens with a passphrase of their own, and signs what they do with a key of their own", async () => {
    const id = await add()
    const first = made.vault.keys.holderId
    addCase(made.vault, "By the first")
    await made.vault.close()
    await as(second, async (vault) => {
      expect(vault.keys.holderId).toBe(id)
      expect(vault.info()).toMatchObject({ holders: 2, holder: { id, label: "Aigerim" } })
      addCase(vault, "By the second")
      const { entries } = vault.auditLog({ offset: 0, limit: 10 })
      expect(entries.map(({ verb, holderId, holder }) => [verb, holderId, holder])).toEqual([
        ["case.added", id, "Aigerim"],
        ["case.added", first, ""],
        ["vault.header-recorded", first, ""],
        ["holder.added", first, ""],
        ["vault.created", first, ""],
      ])
      expect(await vault.auditVerify()).toMatchObject({ passed: true, faults: [] })
    })
    await as(own, async (vault) => expect(await vault.auditVerify()).toMatchObject({ passed: true }))
  })

  test("a signature of one under the name of another is found", async () => {
    const id = await add()
    const otherSigner = await made.vault.writeAs(second, (tx) => tx.holderId)
    expect(otherSigner).toBe(id)
    await made.vault.writeAs(second, (tx) => {
      tx.insert("cases", { id: "7e2b6f0c-8a0d-4c6f-9a53-0d7f5c1c2a11", title: "Theirs" })
      tx.append({ verb: "case.added", subjectKind: "case", subjectId: "7e2b6f0c-8a0d-4c6f-9a53-0d7f5c1c2a11" })
    })
    expect(await made.vault.auditVerify()).toMatchObject({ passed: true })
    // As if the first holder had written the second one's public key over with their own.
    made.vault.write((tx) => {
      const mine = tx.one(sql`SELECT signing_key FROM holders WHERE id = ${made.vault.keys.holderId}`)?.["signing_key"]
      tx.update("holders", id, { signing_key: mine as Uint8Array })
      tx.append({ verb: "holder.renamed", subjectKind: "holder", subjectId: id })
    })
    expect((await made.vault.auditVerify()).faults).toEqual(["entry-signature 4"])
  })

  test("nothing is added without the acting person's own secret", async () => {
    const before = headers()
    const wrong: HolderSecret = { kind: "passphrase", passphrase: "not it" }
    const added = made.vault.addHolder({ secret: wrong, label: "X", passphrase: theirs })
    await expect(added).rejects.toMatchObject({ code: "wrong-passphrase" })
    expect(headers()).toEqual(before)
    await add()
    const byAnother = made.vault.addHolder({ secret: second, label: "X", passphrase: "third one" })
    await expect(byAnother).rejects.toMatchObject({ code: "holder-other" })
    await expect(made.vault.changePassphrase(theirs, "taken over")).rejects.toMatchObject({ code: "holder-other" })
  })

  test("nobody gets a passphrase that opens the vault already: they would act as somebody else", async () => {
    await expect(add("Twin", testPassphrase)).rejects.toMatchObject({ code: "passphrase-taken" })
    await add()
    await expect(made.vault.changePassphrase(testPassphrase, theirs)).rejects.toMatchObject({
      code: "passphrase-taken",
    })
  })

  test("the eighth place is the last", async () => {
    for (let number = 1; number <= 6; number++) await add(`N${number}`, `${theirs} ${number}`)
    const before = headers()
    await expect(add("One too many", `${theirs} 7`)).rejects.toMatchObject({ code: "slots-full" })
    expect(headers()).toEqual(before)
    expect(made.vault.info()).toMatchObject({ holders: 7, slots: { length: 8 } })
  })
})

describe("taking somebody out", () => {
  test("their passphrase opens no longer, what they signed still holds, and their name stays", async () => {
    const id = await add()
    await made.vault.writeAs(second, (tx) => tx.append({ verb: "case.seen", subjectKind: "case", subjectId: id }))
    await made.vault.removeHolder({ secret: own, holderId: id })
    expect(made.vault.info()).toMatchObject({ holders: 1, slots: ["passphrase", "recovery-code"] })
    expect(await made.vault.auditVerify()).toMatchObject({ passed: true })
    expect(made.vault.read((tx) => tx.one(sql`SELECT label, removed_on FROM holders WHERE id = ${id}`))).toMatchObject({
      label: "Aigerim",
      removed_on: expect.any(String) as string,
    })
    await made.vault.close()
    await expect(as(second, () => undefined)).rejects.toMatchObject({ code: "wrong-passphrase" })
  })

  test("nobody takes themself out, so the last one stays", async () => {
    const removed = made.vault.removeHolder({ secret: own, holderId: made.vault.keys.holderId })
    await expect(removed).rejects.toMatchObject({ code: "holder-self" })
    const unknown = made.vault.removeHolder({ secret: own, holderId: crypto.randomUUID() as HolderId })
    await expect(unknown).rejects.toMatchObject({ code: "not-found" })
  })

  test("an older header that would bring them back is refused, and a stale copy does not let them in", async () => {
    const id = await add()
    const old = headers()
    await made.vault.removeHolder({ secret: own, holderId: id })
    await made.vault.close()
    put("header.b", old[1]!)
    await expect(as(second, () => undefined)).rejects.toMatchObject({ code: "wrong-passphrase" })
    for (const [index, name] of ["header.a", "header.b"].entries()) put(name, old[index]!)
    await expect(as(second, () => undefined)).rejects.toMatchObject({ code: "header-stale" })
  })

  test("with the first person their recovery code goes, and whoever stays makes a new one", async () => {
    await add()
    const first = made.vault.keys.holderId
    await made.vault.close()
    const code = await as(second, async (vault) => {
      await vault.removeHolder({ secret: second, holderId: first })
      expect(vault.info().slots).toEqual(["passphrase"])
      return vault.renewRecoveryCode(second)
    })
    const byOld: HolderSecret = { kind: "recovery-code", code: made.recoveryCode }
    await expect(as(byOld, () => undefined)).rejects.toMatchObject({ code: "wrong-passphrase" })
    await as({ kind: "recovery-code", code }, (vault) => expect(vault.info().holder.label).toBe("Aigerim"))
  })
})

describe("killed in between", () => {
  test("after the first header copy: the change counts", async () => {
    const before = headers()
    await add()
    await made.vault.close()
    put("header.b", before[1]!)
    await as(second, (vault, notices) => {
      expect(notices).toContain("header-copy-repaired")
      expect(vault.info().holders).toBe(2)
    })
  })

  test("after both copies and before the database: whoever opens writes down what the header says", async () => {
    const { folder } = made
    const files = ["vault.db"]
    const saved = async () => {
      await made.vault.close()
      return files.map((name) => readFileSync(join(folder, name)))
    }
    const before = await saved()
    const id = await as(own, (vault) => vault.addHolder({ secret: own, label: "Aigerim", passphrase: theirs }))
    for (const [index, name] of files.entries()) writeFileSync(join(folder, name), before[index]!)
    await as(own, (vault) => {
      expect(vault.headerHolders()).toContain(id)
      expect(vault.auditLog({ offset: 0, limit: 1 }).entries[0]?.verb).toBe("vault.header-recorded")
    })
    await as(second, async (vault) => {
      expect(vault.info().holder).toEqual({ id, label: "Aigerim" })
      expect(vault.auditLog({ offset: 0, limit: 1 }).entries[0]).toMatchObject({
        verb: "holder.recorded",
        holderId: id,
      })
      expect(await vault.auditVerify()).toMatchObject({ passed: true })
    })
    const withBoth = readFileSync(join(folder, "vault.db"))
    await as(own, (vault) => vault.removeHolder({ secret: own, holderId: id }))
    writeFileSync(join(folder, "vault.db"), withBoth)
    await as(own, (vault) => {
      const row = vault.read((tx) => tx.one(sql`SELECT removed_on FROM holders WHERE id = ${id}`))
      expect(row?.["removed_on"]).not.toBeNull()
    })
  })
})
