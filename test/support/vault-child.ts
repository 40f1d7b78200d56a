/*
 * A process to be killed: `write FOLDER STATE` opens the vault and writes records with blobs until it is ended,
 * naming each one on stdout after it was told that it is kept; `create FOLDER STATE` makes a vault; `holders FOLDER
 * STATE` lets people in and takes them out again, naming each passphrase once it opens and once it no longer does.
 */
import { writeSync } from "node:fs"
import { systemRandom, randomUuid } from "../../main/crypto/random.ts"
import { systemClock } from "../../main/engine/clock.ts"
import { append } from "../../main/vault/audit.ts"
import { createVault } from "../../main/vault/create-vault.ts"
import { openVault } from "../../main/vault/open-vault.ts"
import type { Vault } from "../../main/vault/vault.ts"
import { addEvidence } from "./evidence.ts"
import { cheapKdf, testPassphrase } from "./vault.ts"

const [command, folder = "", stateFolder = ""] = process.argv.slice(2)
const shared = { folder, stateFolder, clock: systemClock, random: systemRandom }
const say = (line: string) => writeSync(1, `${line}\n`)

const writeForever = async (vault: Vault): Promise<never> => {
  const caseId = randomUuid(systemRandom)
  vault.write((tx) => {
    tx.insert("cases", { id: caseId, title: "Killed at any moment" })
    append(tx, { verb: "case.added", subjectKind: "case", subjectId: caseId })
  })
  for (let number = 1; ; number += 1) {
    const sizeBytes = (number * 7919) % 200_000
    const { evidenceId } = await addEvidence(vault, { caseId, number, content: Buffer.alloc(sizeBytes + 1, number) })
    say(evidenceId)
  }
}

const comeAndGo = async (vault: Vault): Promise<never> => {
  const secret = { kind: "passphrase", passphrase: testPassphrase } as const
  const run = randomUuid(systemRandom)
  for (let number = 1; ; number += 1) {
    const passphrase = `${run} ${number}`
    const holderId = await vault.addHolder({ secret, label: passphrase, passphrase })
    say(`in ${passphrase}`)
    await vault.removeHolder({ secret, holderId })
    say(`out ${passphrase}`)
  }
}

if (command === "create") {
  say("creating")
  const { vault } = await createVault({ ...shared, passphrase: testPassphrase, kdf: cheapKdf })
  say("created")
  await vault.close()
} else {
  const { vault } = await openVault({ ...shared, secret: { kind: "passphrase", passphrase: testPassphrase } })
  await (command === "holders" ? comeAndGo(vault) : writeForever(vault))
}
