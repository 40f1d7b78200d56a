/** Redacting on a full disk, ended with force, and of pages that no page can be: a clear fault, and never a part of a file. */
import { execFileSync, spawn } from "node:child_process"
import { once } from "node:events"
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, expect, test } from "vitest"
import { makeTestCli } from "../support/cli.ts"
import { plainPdf } from "../support/hostile-files.ts"
import { makeTestPool } from "../support/parser-pool.ts"

const launcher = fileURLToPath(new URL("../support/cli-launcher.ts", import.meta.url))
const pool = makeTestPool()
// Each run closes its engine, and the engine its parsers; these serve all runs.
const cli = makeTestCli({ ...pool, close: () => Promise.resolve() })
const { run, folder } = cli
const [input, list, place] = ["in.pdf", "words.txt", "place"].map((name) => join(folder, name)) as [
  string,
  string,
  string,
]
afterAll(async () => {
  await pool.close()
  cli.dispose()
})
beforeAll(() => {
  mkdirSync(place)
  writeFileSync(input, plainPdf("Sarsenova said it on Monday"))
  writeFileSync(list, "Sarsenova\n")
})
const words = (target: string): string[] => [
  "redact",
  "file",
  input,
  "--terms",
  list,
  "--to",
  target,
  "--dpi",
  "96",
  "--json",
]
/** The end of a PDF: whoever reads it knows that nothing is missing. */
const isWhole = (path: string): boolean => readFileSync(path).subarray(-8).toString("latin1").includes("%%EOF")

test("on a disk without a free byte there is a fault and no file", () => {
  const command = [process.execPath, launcher, join(folder, "state"), ...words(join(place, "out.pdf"))]
  const script = [
    `mount -t tmpfs -o size=4k tmpfs '${place}'`,
    `head -c 4096 /dev/zero > '${join(place, "other")}'`,
    `${command.map((word) => `'${word}'`).join(" ")} > '${join(folder, "said")}' 2>/dev/null`,
    "echo $?",
    `ls -A '${place}'`,
  ].join("\n")
  const said = execFileSync("unshare", ["--map-root-user", "--mount", "sh", "-c", script], { encoding: "utf8" })
  expect(said.trim().split("\n")).toEqual(["1", "other"])
  expect(JSON.parse(readFileSync(join(folder, "said"), "utf8")).fault.code).toBe("disk-full")
})

test("ended with force while it writes, it leaves a whole file or none under its name, and can be done again", async () => {
  const child = spawn(process.execPath, [launcher, join(folder, "state"), ...words(join(place, "out.pdf"))], {
    stdio: "ignore",
  })
  const ended = once(child, "exit")
  while (child.exitCode === null && readdirSync(place).length === 0) await new Promise((next) => setImmediate(next))
  child.kill("SIGKILL")
  await ended
  for (const name of readdirSync(place))
    if (name === "out.pdf") expect(isWhole(join(place, name))).toBe(true)
    else expect(name).toMatch(/^\.saqta-[0-9a-f]{16}\.partial$/u)
  rmSync(join(place, "out.pdf"), { force: true })
  const { code } = await run(words(join(place, "out.pdf")))
  expect([code, readdirSync(place), isWhole(join(place, "out.pdf"))]).toEqual([0, ["out.pdf"], true])
})

test.each(["0 0 0 0", "0 0 14400 14400", "10 10 10 400", "-400 -100 200 100", "400 100 0 0", "0 0 1 1"])(
  "a page of [%s] gives a whole file or a clear fault",
  async (box) => {
    rmSync(join(place, "out.pdf"), { force: true })
    writeFileSync(input, plainPdf("Sarsenova said it on Monday", { box }))
    const { code, json } = await run(words(join(place, "out.pdf")))
    if (code === 0) expect(isWhole(join(place, "out.pdf"))).toBe(true)
    else {
      expect(["file-broken", "file-too-large", "redaction-leak"]).toContain(json.fault.code)
      expect(readdirSync(place)).toEqual([])
    }
  },
)
