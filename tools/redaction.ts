/**
 * The long proofs of redaction, which `./check` takes samples of.
 *
 *   npm run redaction:all    every hiding place × every form of the name × every way to leave, every planted name in every
 *                            form, and the comparison with other tools on all cases
 *   npm run redaction:fuzz   20,000 damaged files (or as many as are given: npm run redaction:fuzz -- 500)
 */
import { spawn } from "node:child_process"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

const root = join(dirname(fileURLToPath(import.meta.url)), "..")
const [kind, count = "20000"] = process.argv.slice(2)
const vitest = join(root, "node_modules", "vitest", "vitest.mjs")

const run = (files: readonly string[], environment: Readonly<Record<string, string>>): void => {
  const child = spawn(process.execPath, [vitest, "run", ...files], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, ...environment },
  })
  child.on("exit", (code) => {
    process.exitCode = code ?? 1
  })
}

if (kind === "all") run(["test/hiding-places", "--exclude", "**/fuzz.test.ts"], { SAQTA_REDACTION: "all" })
else if (kind === "fuzz") run(["test/hiding-places/fuzz.test.ts"], { SAQTA_FUZZ: count })
else {
  console.error("node tools/redaction.ts all | fuzz [COUNT]")
  process.exitCode = 2
}
