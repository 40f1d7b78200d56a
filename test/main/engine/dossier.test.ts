import { execFileSync } from "node:child_process"
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { systemRandom } from "../../../main/crypto/random.ts"
import type { Input } from "../../../shared/contract/contract.ts"
import type { CaseId, EvidenceId, IncidentId } from "../../../shared/model/ids.ts"
import { makeTestEngine } from "../../support/engine.ts"
import { makeTestPool } from "../../support/parser-pool.ts"
import { makeStrip } from "../../support/redaction-files.ts"

const made = makeTestEngine({ random: systemRandom, parsers: makeTestPool({ size: 2 }) })
const { engine, run, folder } = made
const out = join(folder, "out")
const audience = "UN OHCHR"
let caseId: CaseId
let incidentId: IncidentId
let evidenceId: EvidenceId

beforeAll(async () => {
  mkdirSync(out)
  const strip = await makeStrip({ lines: ["Вечером Смирнова ушла домой", "Все соседи уже спали"] })
  writeFileSync(join(folder, "смирнова показания.pdf"), strip)
  await made.createVault()
  caseId = (await run("case.add", { title: "Обыск" })).id
  const names = [{ text: "Смирнова Елена" }]
  const actorId = (await run("actor.add", { caseId, names, protected: true })).id
  incidentId = (
    await run("incident.add", {
      caseId,
      title: "Обыск у Смирновой",
      dates: "2017-03-04",
      narrative: "К Смирновой пришли в семь утра.",
    })
  ).id
  await run("involvement.add", { incidentId, actorId, role: "victim" })
  await run("evidence.import", { caseId, files: [engine.offer(join(folder, "смирнова показания.pdf"))] })
  evidenceId = (await run("evidence.list", { caseId })).rows[0]!.id
  while (["waiting", "reading"].includes((await run("evidence.show", { id: evidenceId })).reading.state))
    await new Promise((resolve) => setTimeout(resolve, 50))
  await run("link.add", {
    evidenceId,
    place: { kind: "page", page: 1, rects: [], quote: "Смирнова ушла домой" },
    target: { kind: "incident", id: incidentId },
  })
})
afterAll(() => made.dispose())

const options = () => ({ title: "Дело", audience, datedOn: "2026-11-23", incidentIds: [incidentId] })
const build = (folderName: string, more: Partial<Input<"dossier.build">["options"]> = {}) =>
  run("dossier.build", { caseId, target: engine.offer(out), folderName, options: { ...options(), ...more } })
const filesOf = (name: string): Map<string, Buffer> => {
  const root = join(out, name)
  const paths = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((path) =>
    statSync(join(root, path)).isFile(),
  )
  return new Map(paths.sort().map((path) => [path, readFileSync(join(root, path))]))
}

const subject = () => ({ evidenceId, audience })
const review = async (decision: "accepted" | "dismissed") => {
  const { boxes, pageCount } = await run("redaction.propose", subject())
  await run("redaction.decide", { ...subject(), boxIds: boxes.map((box) => box.id), decision })
  for (let page = 1; page <= pageCount; page += 1)
    await run("redaction.acceptPage", { ...subject(), page, accepted: true })
}

test("nothing leaves that nobody has reviewed", async () => {
  expect((await run("dossier.check", { caseId, options: options() })).ready).toBe(false)
  await expect(build("a")).rejects.toMatchObject({ code: "not-reviewed" })
  expect(readdirSync(out)).toEqual([])
})

test("a proposal that was dismissed still cannot leave: the proof finds the name, and there is no file", async () => {
  await review("dismissed")
  await expect(build("a")).rejects.toMatchObject({ code: "redaction-leak" })
  expect(readdirSync(out)).toEqual([])
})

test("a reviewed dossier leaves whole, and the same inputs give the same bytes but for the signature", async () => {
  await review("accepted")
  const { result } = await build("a")
  expect(result.verdict.passed).toBe(true)
  await build("b")
  const [first, second] = [filesOf("a"), filesOf("b")]
  expect([...first.keys()]).toEqual([...second.keys()])
  const differing = [...first].filter(([path, bytes]) => !bytes.equals(second.get(path)!)).map(([path]) => path)
  expect(differing).toEqual(["signature.json"])
})

test("what left stands in the log, in the item's custody and among the case's dossiers", async () => {
  const { dossiers } = await run("dossier.list", { caseId })
  expect(dossiers.map((dossier) => [dossier.title, dossier.audience, dossier.annexes])).toEqual([
    ["Дело", audience, 1],
    ["Дело", audience, 1],
  ])
  const { entries } = await run("evidence.custody", { id: evidenceId })
  expect(entries.filter((entry) => entry.verb === "copied" && entry.to === audience)).toHaveLength(2)
  expect((await run("audit.log", {})).entries.filter((entry) => entry.verb === "dossier.built")).toHaveLength(2)
})

test("an existing folder is never overwritten", async () => {
  const before = filesOf("a")
  await expect(build("a")).rejects.toMatchObject({ code: "target-exists" })
  expect(filesOf("a")).toEqual(before)
})

test.each([
  ["the audience", "redaction-leak", { audience: "К Смирновой" }],
  ["a further term that stands on a page", "not-reviewed", { terms: ["соседи"] }],
])("a name in %s blocks the release", async (_, code, more) => {
  if ("audience" in more) {
    const other = { evidenceId, audience: more.audience }
    const { boxes } = await run("redaction.propose", other)
    await run("redaction.decide", { ...other, boxIds: boxes.map((box) => box.id), decision: "accepted" })
    await run("redaction.acceptPage", { ...other, page: 1, accepted: true })
  }
  await expect(build("c", more)).rejects.toMatchObject({ code })
  expect(existsSync(join(out, "c"))).toBe(false)
  expect(readdirSync(out).sort()).toEqual(["a", "b"])
})

test("names are replaced in every case of the language", () => {
  const text = execFileSync("pdftotext", [join(out, "a", "data", "dossier.pdf"), "-"], {
    encoding: "utf8",
  })
  expect(text).toMatch(/Обыск у Person \d+/)
  expect(text).not.toMatch(/Смирнов/)
})

test("a title that somebody gave may leave; a file's own name never does", () => {
  const shown = () => JSON.parse(filesOf("a").get("data/dossier.json")!.toString()) as { annexes: { title: string }[] }
  expect(shown().annexes[0]!.title).toBe("Document")
})

test("two audiences get other pseudonyms of the same shape, and no shared number joins them", async () => {
  const first = await run("pseudonym.list", { caseId, audience })
  const second = await run("pseudonym.list", { caseId, audience: "Press" })
  expect(first.pseudonyms[0]!.text).toMatch(/^Person \d+$/)
  expect(second.pseudonyms[0]!.text).toMatch(/^Person \d+$/)
  expect(first.pseudonyms[0]!.actorId).toBe(second.pseudonyms[0]!.actorId)
})

test("a dossier verifies without a vault", async () => {
  const verdict = await run("dossier.verify", { folder: engine.offer(join(out, "a")) })
  expect(verdict).toMatchObject({ passed: true, signerVerified: false })
})

test("a namesake that a reviewer cleared leaves, in that place only, and is counted", async () => {
  const subject = { evidenceId, audience: "Court" }
  const { boxes } = await run("redaction.propose", subject)
  await run("redaction.clear", { ...subject, boxIds: boxes.map((box) => box.id), note: "the judge" })
  await run("redaction.acceptPage", { ...subject, page: 1, accepted: true })
  await build("n", { audience: "Court" })
  const files = filesOf("n")
  const proof = JSON.parse(files.get("data/proof.json")!.toString()) as { files: { report: { cleared: number } }[] }
  expect(proof.files.map(({ report }) => report.cleared)).toEqual([0, 1])
  rmSync(join(out, "n"), { recursive: true })
  await run("redaction.unclear", { ...subject, boxIds: boxes.map((box) => box.id) })
  await expect(build("n", { audience: "Court" })).rejects.toMatchObject({ code: "not-reviewed" })
})

test("the folder's own name leaves too: no protected name in it, and no way out of the chosen folder", async () => {
  await expect(build("К Смирновой")).rejects.toMatchObject({
    code: "redaction-leak",
    detail: { checks: "folder-name" },
  })
  await expect(build("../c")).rejects.toMatchObject({ code: "bad-input" })
  expect(readdirSync(out).sort()).toEqual(["a", "b"])
})

test("the proof says what was searched, by whom and how well, for machines and for people, and names nobody", () => {
  const [machine, people] = ["data/proof.json", "data/proof.txt"].map((path) => filesOf("a").get(path)!.toString())
  expect(JSON.parse(machine!)).toMatchObject({
    lookedAtBy: "reviewer",
    ocrMisses: {
      wordsInHundred: [expect.any(Number), expect.any(Number)],
      measuredOn: expect.stringMatching(/^\d{4}-/),
    },
    searched: { what: expect.any(Array), forms: expect.any(Array) },
  })
  expect(people).toContain("second-ocr: nothing found")
  expect(`${machine}${people}`).not.toMatch(/Смирнов|Елен/u)
})

test("the proof that leaves does not count whom the vault protects", () =>
  expect(filesOf("a").get("data/proof.json")!.toString()).not.toContain("needles"))
