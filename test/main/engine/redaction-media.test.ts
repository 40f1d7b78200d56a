import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { systemRandom } from "../../../main/crypto/random.ts"
import type { CaseId, EvidenceId } from "../../../shared/model/ids.ts"
import { makeTestEngine } from "../../support/engine.ts"
import { makeTestPool } from "../../support/parser-pool.ts"
import { makeRecording, tone } from "../../support/recordings.ts"

const made = makeTestEngine({ random: systemRandom, parsers: makeTestPool({ size: 1 }) })
const { engine, run, folder } = made
const out = join(folder, "out")

beforeAll(async () => {
  mkdirSync(out)
  const words = ["-f", "lavfi", "-i", tone(5), "-map", "1:a", "-c:a", "libopus", "-metadata", "title=Смирнова"]
  writeFileSync(join(folder, "voice.ogg"), await makeRecording([...words, "-f", "ogg"]))
})
afterAll(() => made.dispose())

const given = (name: string) => ({
  file: engine.offer(join(folder, "voice.ogg")),
  terms: [] as string[],
  target: engine.offer(out),
  name,
})

test("a recording is redacted without a vault: spans, no tags, and it says that nobody has listened", async () => {
  const spans = [{ startMs: 1000, endMs: 2000, action: "mute" as const }]
  const result = await run("redaction.file", { ...given("a.m4a"), media: { spans } })
  expect(result).toMatchObject({
    pages: 0,
    boxes: 1,
    media: { pictures: 0, sounds: 1, tracksLeftOut: 0 },
    reviewed: false,
    report: { passed: true, reviewed: false },
  })
  expect(readFileSync(engine.resolve(result.file)).includes("Смирнов")).toBe(false)
})

test("a span outside the recording leaves no file", async () => {
  const spans = [{ startMs: 90_000, endMs: 91_000, action: "cut" as const }]
  const reply = await engine.call("redaction.file", { ...given("late.m4a"), media: { spans } })
  expect(reply).toMatchObject({ ok: false, fault: { code: "bad-input" } })
  expect(readdirSync(out)).not.toContain("late.m4a")
})

const audience = "UN body"
const subject = () => ({ evidenceId, audience })
let evidenceId: EvidenceId
let filmId: EvidenceId
let caseId: CaseId

test("a vault's recording has a plan: what is marked is listed, what is dropped is named, any change is heard again", async () => {
  const film = [
    "-f",
    "lavfi",
    "-i",
    "testsrc2=s=160x120:r=10:d=3",
    "-f",
    "lavfi",
    "-i",
    tone(3),
    "-map",
    "1:v",
    "-map",
    "2:a",
  ]
  writeFileSync(join(folder, "film.mp4"), await makeRecording([...film, "-c:v", "libx264", "-c:a", "aac", "-f", "mp4"]))
  await made.createVault()
  caseId = (await run("case.add", { title: "Обыск" })).id
  const files = ["voice.ogg", "film.mp4"].map((name) => engine.offer(join(folder, name)))
  await run("evidence.import", { caseId, files })
  const { rows } = await run("evidence.list", { caseId })
  evidenceId = rows.find(({ kind }) => kind === "audio")!.id
  filmId = rows.find(({ kind }) => kind === "video")!.id
  expect(await run("media.show", subject())).toMatchObject({ spans: [], droppedTracks: [], accepted: false })
  const span = await run("media.addSpan", { ...subject(), startMs: 1000, endMs: 2000, action: "mute" })
  expect((await run("media.accept", { ...subject(), accepted: true })).accepted).toBe(true)
  expect((await run("media.removeSpan", { ...subject(), spanId: span.id })).accepted).toBe(false)
  const dropped = await run("media.keepTrack", { ...subject(), track: 0, kept: false })
  expect(dropped.droppedTracks).toEqual([0])
  expect(await engine.call("media.accept", { ...subject(), accepted: true })).toMatchObject({
    fault: { code: "nothing-chosen" },
  })
  expect((await run("media.keepTrack", { ...subject(), track: 0, kept: true })).droppedTracks).toEqual([])
  const late = { ...subject(), startMs: 90_000, endMs: 91_000, action: "mute" }
  expect(await engine.call("media.addSpan", late)).toMatchObject({ fault: { code: "bad-input" } })
  expect((await run("audit.verify", {})).passed).toBe(true)
})

test("a picture of a film becomes an item of its own, bound to the film", async () => {
  const still = await run("evidence.keepStill", { id: filmId, atMs: 1500 })
  const item = await run("evidence.show", { id: still.id })
  expect(item).toMatchObject({ kind: "image", mediaType: "image/png", caseId })
  expect(item.originalName).toMatch(/^E-00\d at 0-01-500\.png$/)
  expect((await run("redaction.show", { evidenceId: still.id, audience })).pageCount).toBe(1)
  expect((await run("evidence.keepStill", { id: filmId, atMs: 1500 })).id).toBe(still.id)
  const after = await engine.call("evidence.keepStill", { id: filmId, atMs: 60_000 })
  expect(after).toMatchObject({ fault: { code: "bad-input" } })
  const sound = await engine.call("evidence.keepStill", { id: evidenceId, atMs: 0 })
  expect(sound).toMatchObject({ fault: { code: "kind-unsupported" } })
})

test("an accepted recording leaves with the dossier, one that nobody released stays back", async () => {
  const incidentId = (await run("incident.add", { caseId, title: "Обыск", dates: "2017-03-04" })).id
  for (const id of [evidenceId, filmId])
    await run("link.add", { evidenceId: id, place: { kind: "whole" }, target: { kind: "incident", id: incidentId } })
  await run("media.addSpan", { ...subject(), startMs: 1000, endMs: 2000, action: "mute", reason: "protected-person" })
  await run("media.accept", { ...subject(), accepted: true })
  const options = { title: "Bundle", audience, datedOn: "2026-11-23", incidentIds: [incidentId] }
  const check = await run("dossier.check", { caseId, options })
  expect(check.annexes).toMatchObject([{ evidenceId, recording: true, ready: true }])
  expect(check.keptBack).toHaveLength(1)
  const { result } = await run("dossier.build", { caseId, target: engine.offer(out), folderName: "bag", options })
  expect(result.verdict.passed).toBe(true)
  expect(result.annexes).toMatchObject([{ file: "annexes/annex-01.m4a", pages: 0, boxes: 1, title: "Sound" }])
  const file = readFileSync(join(out, "bag", "data", "annexes", "annex-01.m4a"))
  expect(file.includes("Смирнов")).toBe(false)
  expect(result.proofs.find((proof) => proof.file.endsWith("m4a"))?.report).toMatchObject({
    passed: true,
    reviewed: true,
  })
})
