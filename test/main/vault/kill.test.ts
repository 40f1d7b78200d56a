import { spawn } from "node:child_process"
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import { afterEach, beforeEach, expect, test } from "vitest"
import { systemRandom } from "../../../main/crypto/random.ts"
import { systemClock } from "../../../main/engine/clock.ts"
import { unlockHeader } from "../../../main/vault/keyring.ts"
import { openVault } from "../../../main/vault/open-vault.ts"
import { sql } from "../../../main/vault/sql.ts"
import { isFault } from "../../../shared/faults.ts"
import { disposeTestVault, makeTestVault, testPassphrase, type TestVault } from "../../support/vault.ts"

const child = join(import.meta.dirname, "../../support/vault-child.ts")
const expectedNotices = ["quarantined-blobs"]

/** Runs the child, kills it some time after its first line, and gives the whole lines that it had written. */
const killed = async (command: string, folder: string, stateFolder: string, afterMs: number): Promise<string[]> => {
  const running = spawn(process.execPath, [child, command, folder, stateFolder], {
    stdio: ["ignore", "pipe", "inherit"],
  })
  let output = ""
  const first = new Promise<void>((resolve) => {
    running.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString("utf8")
      resolve()
    })
  })
  const ended = new Promise((resolve) => running.on("close", resolve))
  await Promise.race([first, ended])
  await wait(afterMs)
  running.kill("SIGKILL")
  await ended
  return output.split("\n").slice(0, -1)
}

let made: TestVault
beforeEach(async () => {
  made = await makeTestVault("kill")
  await made.vault.close()
})
afterEach(() => disposeTestVault(made))

const openHere = (folder: string, stateFolder: string) =>
  openVault({
    folder,
    stateFolder,
    clock: systemClock,
    random: systemRandom,
    secret: { kind: "passphrase", passphrase: testPassphrase },
  })

test("whatever was acknowledged before a kill is there after it, whole, and nothing is half there", async () => {
  const acknowledged = new Set<string>()
  for (let kill = 0; kill < 10; kill += 1) {
    const lines = await killed(
      "write",
      made.folder,
      made.stateFolder,
      (kill * kill * 3 + (systemRandom(1)[0] ?? 0)) % 300,
    )
    expect(lines.length).toBeGreaterThan(0)
    for (const id of lines) acknowledged.add(id)
    const { vault, notices } = await openHere(made.folder, made.stateFolder)
    try {
      expect(notices.filter(({ kind }) => !expectedNotices.includes(kind))).toEqual([])
      const rows = vault.read((tx) =>
        tx.all(
          sql`SELECT e.id, count(c.id) AS custody FROM evidence e LEFT JOIN custody c ON c.evidence_id = e.id GROUP BY e.id`,
        ),
      )
      const there = new Set(rows.map((row) => row["id"] as string))
      expect([...acknowledged].filter((id) => !there.has(id))).toEqual([])
      expect(rows.every((row) => row["custody"] === 1)).toBe(true)
      const leftovers = readdirSync(join(made.folder, "blobs"), { recursive: true, encoding: "utf8" })
      expect(leftovers.filter((name) => name.length > 1)).toHaveLength(rows.length)
      expect((await vault.verify()).checks.flatMap((check) => check.faults)).toEqual([])
    } finally {
      await vault.close()
    }
  }
})

test("people let in and taken out: whoever was told so opens or does not, and the chain holds", async () => {
  for (const afterMs of [90, 260, 430]) {
    const lines = await killed("holders", made.folder, made.stateFolder, afterMs)
    const last = lines.at(-1) ?? ""
    const passphrase = last.replace(/^(in|out) /, "")
    const { vault } = await openHere(made.folder, made.stateFolder)
    expect((await vault.verify()).checks.flatMap((check) => check.faults)).toEqual([])
    const { folder } = made
    await vault.close()
    const secret = { kind: "passphrase", passphrase } as const
    const opened = await unlockHeader(folder, secret).catch((error: unknown) => error)
    // Told "in": it opens, unless the taking out that followed was already under way. Told "out": never again.
    if (last.startsWith("out ")) expect(opened).toMatchObject({ code: "wrong-passphrase" })
    else expect(isFault(opened) ? opened.code : "open").toMatch(/^(open|wrong-passphrase)$/)
  }
})

test("a killed creation leaves no vault or a whole one", async () => {
  const root = mkdtempSync(join(tmpdir(), "saqta-kill-"))
  const stateFolder = join(root, "state")
  mkdirSync(stateFolder)
  let whole = 0
  for (const [index, afterMs] of [0, 120, 220, 280, 2000].entries()) {
    const folder = join(root, `vault-${index}`)
    await killed("create", folder, stateFolder, afterMs)
    if (!existsSync(folder)) continue
    const { vault } = await openHere(folder, stateFolder)
    expect(await vault.verify()).toMatchObject({ passed: true })
    await vault.close()
    whole += 1
  }
  expect(whole).toBeGreaterThan(0)
  rmSync(root, { recursive: true })
})
