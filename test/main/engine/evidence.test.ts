import { createHash } from "node:crypto"
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, expect, test } from "vitest"
import { systemRandom } from "../../../main/crypto/random.ts"
import type { Evidence } from "../../../shared/model/evidence.ts"
import type { CaseId } from "../../../shared/model/ids.ts"
import { makeTestEngine, testPassphrase } from "../../support/engine.ts"
import { makeTestPool } from "../../support/parser-pool.ts"

const demo = fileURLToPath(new URL("../../../demo/files", import.meta.url))
const made = makeTestEngine({ random: systemRandom, parsers: makeTestPool({ size: 2 }) })
const { engine, run, events, folder } = made
let caseId: CaseId
let byName: Map<string, Evidence>

const allRead = async (): Promise<void> => {
  for (;;) {
    const { jobs } = await run("job.list", {})
    if (jobs.every(({ kind, state }) => kind !== "read" || state === "done")) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

const fault = async (name: string, input: unknown): Promise<string> => {
  const reply = await engine.call(name, input)
  return reply.ok ? "ok" : reply.fault.code
}

const item = (part: string): Evidence => {
  const found = [...byName.values()].find(({ title }) => title.includes(part))
  if (found === undefined) throw new Error(part)
  return found
}

beforeAll(async () => {
  await made.createVault()
  caseId = (await run("case.add", { title: "Обыск" })).id
  writeFileSync(join(folder, "broken.pdf"), "%PDF-1.7\nnothing of what follows is a PDF")
  const files = [engine.offer(demo), engine.offer(join(folder, "broken.pdf"))]
  await run("evidence.import", { caseId, files, provenance: { receivedFrom: "Ерлан" } })
  await allRead()
  const { rows } = await run("evidence.list", { caseId })
  byName = new Map(rows.map((row) => [row.title, row]))
})
afterAll(() => made.dispose())

test("the job of an import tells its numbers, and a repeated import finds nothing new", async () => {
  const names = readdirSync(demo)
  const { jobs } = await run("job.list", {})
  expect(jobs.find(({ kind }) => kind === "import")).toMatchObject({
    state: "done",
    outcome: { imported: names.length + 1 },
  })
  const { outcomes } = await run("evidence.import", { caseId, files: [engine.offer(demo)] })
  expect(new Set(outcomes.map(({ outcome }) => outcome))).toEqual(new Set(["duplicate"]))
  expect(events).toContainEqual({ kind: "records.changed", noun: "evidence", caseId })
})

test("all that can be read was read: pages, facts, durations, and a broken file says that it is", () => {
  expect(item("Протокол обыска")).toMatchObject({ kind: "pdf", pageCount: 2, reading: { state: "read" } })
  expect(item("IMG_2041").metadata).toHaveProperty("GPS position")
  expect(item(".m4a").durationMs).toBeGreaterThan(1000)
  expect(item("broken")).toMatchObject({ kind: "pdf", reading: { state: "failed", fault: "file-broken" } })
})

test("pages of a PDF, a picture, a letter and an office file are shown", async () => {
  for (const part of ["Акт", "IMG_2041", ".eml", ".docx", ".xlsx", "chat"]) {
    const { id } = item(part)
    const [{ width } = { width: 0 }] = (await run("evidence.pages", { id })).pages
    const image = await run("evidence.pageImage", { id, page: 1, dpi: 72 })
    expect(Buffer.from(image.png.subarray(1, 4)).toString()).toBe("PNG")
    expect(Math.abs(image.width - width)).toBeLessThanOrEqual(2)
  }
})

test("a page keeps its words with their places, of the file or of OCR", async () => {
  const said = await run("evidence.pageText", { id: item("Акт").id, page: 1 })
  expect(said.source).toBe("file")
  const seen = await run("evidence.pageText", { id: item("Протокол обыска").id, page: 1 })
  expect(seen).toMatchObject({ source: "ocr", text: expect.stringContaining("ОБЫСКА") })
  expect(seen.words.find(({ text }) => text === "ОБЫСКА")?.rect[2]).toBeGreaterThan(10)
})

test("a page that is not there, and a kind without pages, are refused", async () => {
  expect(await fault("evidence.pageImage", { id: item("Акт").id, page: 99, dpi: 72 })).toBe("bad-input")
  expect(await fault("evidence.pages", { id: item(".m4a").id })).toBe("kind-unsupported")
  expect(await fault("evidence.pages", { id: item("broken").id })).toBe("file-broken")
})

test("words are found in files and in scans, with the place to jump to", async () => {
  const scan = await run("evidence.find", { caseId, query: "обыск" })
  const hit = scan.hits.find(({ evidenceId }) => evidenceId === item("Протокол обыска").id)
  expect(hit?.place).toMatchObject({ kind: "page", page: 1, quote: expect.stringMatching(/обыск/i) })
  expect(hit?.place.kind === "page" && hit.place.rects.length).toBe(1)
  const chat = await run("evidence.find", { caseId, query: "задержали" })
  const place = chat.hits.find(({ evidenceId }) => evidenceId === item("chat").id)?.place
  if (place?.kind !== "text") throw new Error("a text has text places")
  const { text } = await run("evidence.text", { id: item("chat").id })
  expect(text.slice(place.start, place.end)).toBe(place.quote)
  expect((await run("evidence.find", { caseId, query: "нигденетакого" })).hits).toEqual([])
})

test("audio comes by ranges, and only audio and video do", async () => {
  const { id, sizeBytes } = item(".m4a")
  const original = readFileSync(join(demo, "voice-note.m4a"))
  const part = await run("evidence.range", { id, start: 1000, end: 70_000 })
  expect(Buffer.compare(part.bytes, original.subarray(1000, 70_000))).toBe(0)
  expect(part).toMatchObject({ sizeBytes, mediaType: "audio/mp4" })
  expect(await fault("evidence.range", { id, start: sizeBytes, end: sizeBytes + 1 })).toBe("bad-input")
  expect(await fault("evidence.range", { id: item("chat").id, start: 0, end: 1 })).toBe("kind-unsupported")
})

test("an original leaves as it came, is logged before and after, and replaces nothing", async () => {
  const target = join(folder, "out")
  mkdirSync(target)
  const { id, sha256 } = item("Жалоба")
  const written = await run("evidence.export", { id, target: engine.offer(target) })
  const bytes = readFileSync(join(target, written.name))
  expect(createHash("sha256").update(bytes).digest("hex")).toBe(sha256)
  const { entries } = await run("evidence.custody", { id })
  expect(entries.map(({ verb, to }) => [verb, to])).toEqual([
    ["received", ""],
    ["exported", "Жалоба.docx"],
  ]) // prettier-ignore
  const log = await run("audit.log", { subjectId: id })
  expect(log.entries.map(({ verb }) => verb)).toEqual([
    "evidence.exported",
    "evidence.export-begun",
    "evidence.received",
  ])
  expect(await fault("evidence.export", { id, target: engine.offer(target) })).toBe("target-exists")
  expect(readdirSync(target)).toEqual([written.name])
})

test("what a person says of an item is kept, and the file's own facts are not theirs to change", async () => {
  const { id } = item("screenshot")
  const updated = await run("evidence.update", { id, patch: { title: "Переписка", graphic: true } })
  expect(updated).toMatchObject({ title: "Переписка", graphic: true, originalName: "screenshot.png" })
  expect(await fault("evidence.update", { id, patch: { sha256: "0".repeat(64) } })).toBe("bad-input")
})

test("what was not read when the vault closed is read after it opens again", async () => {
  const names = ["one.txt", "two.txt", "three.txt"]
  for (const name of names) writeFileSync(join(folder, name), `late ${name}`)
  await run("evidence.import", { caseId, files: names.map((name) => engine.offer(join(folder, name))) })
  await run("job.pause", { paused: true })
  await run("vault.lock", {})
  const secret = { kind: "passphrase" as const, passphrase: testPassphrase }
  const { notices } = await run("vault.unlock", { folder: engine.offer(join(folder, "vaults", "vault")), secret })
  expect(notices).toContainEqual({ kind: "interrupted-work-resumed", count: expect.any(Number) })
  await allRead()
  expect((await run("evidence.find", { caseId, query: "late" })).hits).toHaveLength(3)
})

test("the audit chain holds after all of this", async () => {
  expect(await run("audit.verify", {})).toMatchObject({ passed: true })
})
