import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { systemRandom } from "../../../main/crypto/random.ts"
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
