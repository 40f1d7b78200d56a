import { afterEach, beforeEach, expect, test } from "vitest"
import type { HolderSecret } from "../../../shared/contract/holder.ts"
import { makeTestEngine, testPassphrase } from "../../support/engine.ts"

const secret: HolderSecret = { kind: "passphrase", passphrase: testPassphrase }
const theirs = "harbor saffron kettle mosaic tundra violin"

let made: ReturnType<typeof makeTestEngine>
beforeEach(async () => {
  made = makeTestEngine()
  await made.createVault()
})
afterEach(() => made.dispose())

test("who opens the vault, told apart by name, and who no longer does", async () => {
  const { run } = made
  await run("holder.rename", { label: "Daniyar" })
  const { id } = await run("holder.add", { secret, label: "Aigerim", passphrase: theirs })
  const again = run("holder.add", { secret, label: "daniyar", passphrase: `${theirs} again` })
  await expect(again).rejects.toMatchObject({ code: "name-taken" })
  expect(made.events.at(-1)).toEqual({ kind: "records.changed", noun: "holder", caseId: null })
  expect(await run("holder.remove", { secret, id })).toEqual({ recoveryCodeRemains: true })
  const { holders, freePlaces } = await run("holder.list", {})
  expect(holders).toMatchObject([
    { label: "Daniyar", acting: true },
    { label: "Aigerim", acting: false },
  ])
  expect(holders.map(({ removedAt }) => removedAt !== null)).toEqual([false, true])
  expect(freePlaces).toBe(6)
})

test("a label of many letters is kept whole in the database and as far as it fits in the slot", async () => {
  const label = "Ұлпан Қ.".repeat(7)
  const { id } = await made.run("holder.add", { secret, label, passphrase: theirs })
  const { holders } = await made.run("holder.list", {})
  expect(holders.find((one) => one.id === id)?.label).toBe(label)
})

test("a new recovery code is told once, for one's own secret only", async () => {
  const { recoveryCode } = await made.run("holder.renewCode", { secret })
  expect(recoveryCode).toMatch(/^([0-9A-Z]{5}-){7}[0-9A-Z]{5}$/)
  const wrong = made.run("holder.renewCode", { secret: { kind: "passphrase", passphrase: "not it" } })
  await expect(wrong).rejects.toMatchObject({ code: "wrong-passphrase" })
})
