import { execFileSync } from "node:child_process"
import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, expect, test } from "vitest"
import { systemRandom } from "../../../main/crypto/random.ts"
import { systemClock } from "../../../main/engine/clock.ts"
import { createEngine } from "../../../main/engine/engine.ts"
import { runCli } from "../../../main/cli/run.ts"
import { storyActors } from "../../../demo/story.ts"
import { bagitFolder, veraPdfJar } from "../../../tools/judges.ts"
import { testKdf } from "../../support/engine.ts"
import { makeTestPool } from "../../support/parser-pool.ts"

/** The whole job once, with real parsers, as `saqta demo` does it; every test below looks at what came of it. */
const folder = mkdtempSync(join(tmpdir(), "saqta-demo-"))
const demoFiles = fileURLToPath(new URL("../../../demo/files", import.meta.url))

const run = async (words: readonly string[]) => {
  let [out, err] = ["", ""]
  const code = await runCli(words, {
    makeEngine: () =>
      createEngine({
        clock: systemClock,
        random: systemRandom,
        parsers: makeTestPool({ size: 2 }),
        stateFolder: join(folder, "state"),
        kdf: testKdf,
        emit: () => undefined,
        log: (line) => void (err += line),
      }),
    cwd: folder,
    version: "0.0.0",
    today: "2026-11-23",
    folders: { home: folder, demo: demoFiles },
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    watched: false,
    columns: 80,
    ask: undefined,
    readStdin: () => Promise.resolve(new Uint8Array()),
  })
  return {
    code,
    out,
    err,
    json: JSON.parse(out) as { ok: boolean; result: Record<string, never>; fault?: { code: string } },
  }
}

let made: Awaited<ReturnType<typeof run>>
beforeAll(async () => {
  made = await run(["demo", "--json"])
}, 280_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const dossier = join(folder, "Saqta demo", "Dossier")
const filesBelow = (path: string): string[] =>
  readdirSync(path, { recursive: true, encoding: "utf8" })
    .map((name) => join(path, name))
    .filter((name) => statSync(name).isFile())

const protectedNames = Object.values(storyActors)
  .filter((actor) => actor.protected === true)
  .flatMap((actor) => actor.names.map((name) => name.text))
const surnames = ["Сейтқали", "Seitkali", "Жақсылық", "Жаксылык", "Zhaksylyk", "Дану "]

test("the demo makes a vault and a dossier, and says so in one object", () => {
  expect(made.err).not.toContain("[")
  expect(made).toMatchObject({
    code: 0,
    json: { ok: true, result: { evidence: 12, incidents: 3, people: 5, links: 10 } },
  })
  expect(existsSync(join(folder, "Saqta demo", "READ ME.txt"))).toBe(true)
})

test("pdftotext reads no protected name in any page of the dossier, and reads the kept words", () => {
  const texts = filesBelow(dossier)
    .filter((path) => path.endsWith(".pdf"))
    .map((path) => execFileSync("pdftotext", [path, "-"], { encoding: "utf8" }))
  const all = texts.join("\n")
  expect([...protectedNames, ...surnames].filter((name) => all.includes(name))).toEqual([])
  expect(all).toContain("Актобе")
  expect(all).toContain("тізімдемесіз")
})

test("the same search finds the names in the originals", () => {
  const statement = execFileSync("pdftotext", [join(demoFiles, "Түсініктеме.pdf"), "-"], { encoding: "utf8" })
  expect(statement).toContain("Жақсылық")
})

test("no file or name of the dossier holds a protected name, an original's name or its hash", () => {
  const originals = readdirSync(demoFiles)
  const hashes = originals.map((name) =>
    execFileSync("sha256sum", [join(demoFiles, name)], { encoding: "utf8" }).slice(0, 64),
  )
  for (const path of filesBelow(dossier)) {
    const bytes = path + readFileSync(path).toString("utf8")
    for (const needle of [...protectedNames, ...surnames, ...originals, ...hashes])
      expect(bytes.includes(needle)).toBe(false)
  }
})

test("every statement cites its annex and page", () => {
  const text = execFileSync("pdftotext", [join(dossier, "data", "dossier.pdf"), "-"], { encoding: "utf8" })
  expect(text.match(/Annex \d+, p\. \d+/g)?.length).toBeGreaterThanOrEqual(4)
})

test("annexes carry continuous page numbers", () => {
  const { annexes, pages } = JSON.parse(readFileSync(join(dossier, "data", "dossier.json"), "utf8")) as {
    pages: number
    annexes: { file: string; firstPage: number; pages: number }[]
  }
  let next = annexes[0]!.firstPage
  for (const annex of annexes) {
    expect(annex.firstPage).toBe(next)
    const text = execFileSync("pdftotext", [join(dossier, "data", annex.file), "-"], { encoding: "utf8" })
    for (let page = 0; page < annex.pages; page += 1) expect(text).toMatch(new RegExp(`(^|\\s)${next + page}(\\s|$)`))
    next += annex.pages
  }
  expect(next - 1).toBe(pages)
})

test("veraPDF, bagit and sha256sum accept what left", () => {
  const said = execFileSync(
    "java",
    ["-cp", veraPdfJar, "org.verapdf.apps.GreenfieldCliWrapper", "-f", "2b", join(dossier, "data", "dossier.pdf")],
    { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] },
  )
  expect(said).toContain('isCompliant="true"')
  execFileSync("python3", ["-c", "import bagit,sys; bagit.Bag(sys.argv[1]).validate()", dossier], {
    env: { PATH: process.env["PATH"], PYTHONPATH: bagitFolder },
    stdio: "ignore",
  })
  execFileSync("sha256sum", ["--quiet", "-c", "manifest-sha256.txt"], { cwd: dossier })
})

test("the dossier verifies without vault and passphrase; one changed byte is exit 3", async () => {
  expect(await run(["dossier", "verify", dossier, "--json"])).toMatchObject({ code: 0, json: { ok: true } })
  appendFileSync(join(dossier, "data", "proof.json"), " ")
  expect(await run(["dossier", "verify", dossier, "--json"])).toMatchObject({
    code: 3,
    json: { ok: false, fault: { code: "verification-failed" } },
  })
})

test("neither vault nor state folder holds a name, a title or a hash in the clear", () => {
  const places = [join(folder, "Saqta demo", "Vault"), join(folder, "state")]
  const needles = [...protectedNames, "Newsroom", "Протокол", "chat.txt"].flatMap((text) => [
    Buffer.from(text, "utf8"),
    Buffer.from(text, "utf16le"),
    Buffer.from(Buffer.from(text, "utf8").toString("hex")),
    Buffer.from(Buffer.from(text, "utf8").toString("base64").replace(/=+$/, "").slice(0, -1)),
  ])
  const found = places
    .filter((place) => existsSync(place))
    .flatMap(filesBelow)
    .filter((path) => {
      const bytes = Buffer.concat([Buffer.from(path), readFileSync(path)])
      return needles.some((needle) => bytes.includes(needle))
    })
  expect(found).toEqual([])
})
