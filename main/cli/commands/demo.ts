import { mkdir, readdir, stat, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { type DemoResult, runDemo } from "../../../demo/demo.ts"
import { Fault } from "../../../shared/faults.ts"
import type { Command } from "../command.ts"
import { facts, table } from "../print.ts"
import type { Work } from "../work.ts"

const exists = async (path: string): Promise<boolean> => (await stat(path).catch(() => undefined)) !== undefined

/** "Saqta demo", else "Saqta demo 2" and on: an earlier demo is never touched. */
const freeFolder = async (wanted: string): Promise<string> => {
  for (let number = 1; number < 1000; number += 1) {
    const path = number === 1 ? wanted : `${wanted} ${number}`
    if (!(await exists(path))) return path
  }
  throw new Fault("target-exists", { name: wanted })
}

const notes = (result: DemoResult, work: Work): string =>
  [
    "This is Saqta's demo: invented people, example laws. Nothing real belongs in this vault, since its passphrase stands here.",
    "",
    `Vault       ${work.pathOf(result.vault)}`,
    `Passphrase  ${result.passphrase}`,
    `Recovery    ${result.recoveryCode}`,
    `Dossier     ${work.pathOf(result.dossier)}`,
    `Signed by   ${result.keyFingerprint}`,
    "",
    "The proposals to cover were accepted by a script. In real work a person looks at every page.",
    "",
  ].join("\n")

const linesOf = (result: DemoResult, work: Work, folder: string): string[] => [
  "",
  ...facts([
    ["Vault", work.pathOf(result.vault)],
    ["Passphrase", result.passphrase],
    ["Dossier", work.pathOf(result.dossier)],
    ["Notes", join(folder, "READ ME.txt")],
  ]),
  "",
  ...facts([
    ["Files", result.evidence],
    ["Incidents", result.incidents],
    ["People", `${result.people} (2 protected)`],
    ["Links", result.links],
    ["Annexes", `${result.annexes}, ${result.pages} pages in all`],
    ["Covered", `${result.boxes} places, accepted by a script and not by a person`],
    ["Proof", `${result.checks} checks of the saved files by other parsers, all passed`],
  ]),
  "",
  ...table(
    ["CHECK OF THE DOSSIER", "RESULT", "LOOKED AT"],
    result.verdict.checks.map((check) => [check.name, check.passed ? "holds" : "FAILED", check.looked]),
    "Nothing was checked.",
  ),
  "",
  "Open the window with ./saqta and choose that vault.",
]

export const demoCommand: Command = {
  name: "demo",
  summary: "make a vault with invented people and walk through the main job, from real files to a proven dossier",
  operands: [],
  options: { to: { takes: "DIR", help: "where (default: “Saqta demo” in your own folder)" } },
  examples: ["demo", "demo --to /tmp/try"],
  vault: "none",
  run: async (work, given) => {
    const to = given.text("to")
    const folder = await freeFolder(to === undefined ? join(work.folders.home, "Saqta demo") : work.absolute(to))
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const names = (await readdir(work.folders.demo)).sort()
    const result = await runDemo({
      call: async (name, input) => ({ ok: true, result: await work.call(name, input) }),
      target: work.offer(folder),
      files: names.map((name) => work.offer(join(work.folders.demo, name))),
      say: (line) => work.progress.say(line),
      pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    })
    await writeFile(join(folder, "READ ME.txt"), notes(result, work), { mode: 0o600 })
    const { vault, dossier, ...counts } = result
    return {
      result: { ...counts, folder, vault: work.pathOf(vault), dossier: work.pathOf(dossier) },
      lines: linesOf(result, work, folder),
    }
  },
}
