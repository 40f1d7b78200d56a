import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { testKdf } from "../test/support/engine.ts"
import { testPassphrase } from "../test/support/vault.ts"
import { startEngine } from "./engine.ts"
import { round, secondsOf } from "./measure.ts"

/**
 * A CSV of so many rows taken in as incidents and as people, each in one act, and taken back. Needs the built app.
 * `node bench/table.ts [rows]`
 */
const [rowCount = "20000"] = process.argv.slice(2)
const rows = Number(rowCount)
const home = mkdtempSync(join(tmpdir(), "saqta-bench-"))
const vaults = join(home, "vaults")
mkdirSync(vaults)

const numbers = Array.from({ length: rows }, (_, index) => index)
const day = (index: number): string => `20${10 + (index % 10)}-0${1 + (index % 9)}-1${index % 10}`
const tables = {
  incident: [
    "Title,When,Where,What happened",
    ...numbers.map((n) => `Search ${n},${day(n)},Town ${n % 50},"They came, again."`),
  ],
  actor: [
    "Name,Phone,Born,Other names",
    ...numbers.map((n) => `Person ${n},+7 700 ${n},19${60 + (n % 40)},P ${n}; Q ${n}`),
  ],
} as const

const engine = startEngine(home, testKdf)
await engine.call("vault.create", {
  parent: await engine.offer(vaults),
  folderName: "bench",
  passphrase: testPassphrase,
})
const { id: caseId } = await engine.call("case.add", { title: "Bench" })
for (const kind of ["incident", "actor"] as const) {
  const path = join(home, `${kind}.csv`)
  writeFileSync(path, tables[kind].join("\n"))
  const asked = { file: await engine.offer(path), kind }
  const { columns } = await engine.call("exchange.previewTable", asked)
  let id = ""
  const importSeconds = await secondsOf(async () => {
    const done = await engine.call("exchange.importTable", { ...asked, caseId, columns })
    if (done.added !== rows) throw new Error(`${done.added} added`)
    id = done.id
  })
  const undoSeconds = await secondsOf(() => engine.call("exchange.undoImport", { id }))
  console.log(`| ${rows} ${kind}s from CSV | ${round(importSeconds)} s | taken back in ${round(undoSeconds)} s |`)
}
await engine.close()
rmSync(home, { recursive: true, force: true })
