/* Faces from the page to the proof. All of them are drawn by code, and nobody's. */
import { afterAll, beforeAll, expect, test } from "vitest"
import { pageRect } from "../../../../shared/geometry.ts"
import { RedactionOptions } from "../../../../shared/model/redaction.ts"
import type { DecidedFaces } from "../../../../main/redaction/faces/placed-faces.ts"
import { needlesOfTerms } from "../../../../main/redaction/needles.ts"
import { makePageCache } from "../../../../main/redaction/page-cache.ts"
import { proposeBoxes } from "../../../../main/redaction/propose.ts"
import type { FaceLeft } from "../../../../main/redaction/prove.ts"
import { redactDocument } from "../../../../main/redaction/redact-document.ts"
import type { ParserPool } from "../../../../main/workers/pool.ts"
import { type DrawnFace, featuresOf, jpegOfFaces } from "../../../support/faces.ts"
import { makeTestPool } from "../../../support/parser-pool.ts"

let pool: ParserPool
/** Its network's weights are not what they should be, as on a damaged disk. */
let damaged: ParserPool
beforeAll(() => {
  pool = makeTestPool()
  damaged = makeTestPool({
    binary: (name, read) => (name === "faces-model" ? Promise.resolve(new Uint8Array(16)) : read(name)),
  })
})
afterAll(async () => {
  await pool.close()
  await damaged.close()
})

const needles = needlesOfTerms(["Смирнова"])
const options = RedactionOptions.parse({})
const faces: readonly DrawnFace[] = ([0, 1, 2, 3] as const).map((turn) => ({
  x: 100 + 200 * turn,
  y: 110,
  half: 90,
  turn,
}))
const drawn = jpegOfFaces(800, 220, faces)
/** A JPEG that says no resolution is shown at 96 dots an inch. */
const points = 72 / 96
const inPoints = (face: DrawnFace) => {
  const { x, y, width, height } = featuresOf(face)
  return pageRect(x * points, y * points, width * points, height * points)
}
const [first = pageRect(0, 0, 1, 1), ...others] = faces.map(inPoints)
const propose = (parsers: ParserPool) =>
  proposeBoxes(parsers, {
    ...{ document: { key: "drawn", mediaType: "image/jpeg", bytes: drawn }, needles, pageCount: 1 },
    cache: makePageCache(),
  })

test("upright, lying and upside-down faces are proposed, each with one box over eyes, nose and mouth", async () => {
  const proposed = (await propose(pool)).filter(({ form }) => form === "face")
  expect(proposed.map(({ label, found, key }) => [label, found, key])).toEqual(faces.map(() => ["FACE", "", ""]))
  for (const { x, y, width, height } of [first, ...others])
    expect(
      proposed.filter(({ rect }) => {
        const [right, bottom] = [rect.x + rect.width, rect.y + rect.height]
        return (
          rect.x <= x + 0.1 * width &&
          rect.y <= y + 0.1 * height &&
          right >= x + 0.9 * width &&
          bottom >= y + 0.9 * height
        )
      }),
    ).toHaveLength(1)
}, 60_000)

test("where faces cannot be looked for, the whole page waits for a person", async () => {
  const proposals = await propose(damaged)
  expect(proposals).toMatchObject([{ page: 1, form: "unsearched", rect: { x: 0, y: 0, width: 600, height: 165 } }])
}, 60_000)

const one = jpegOfFaces(300, 220, [{ x: 150, y: 110, half: 100 }])
/** Hair and chin too. */
const place = inPoints({ x: 150, y: 110, half: 160 })
const reviewed = async (parsers: ParserPool, decided: DecidedFaces, boxes: readonly { rect: typeof place }[] = []) => {
  const left: FaceLeft[] = []
  const { report } = await redactDocument(parsers, {
    ...{ bytes: one, mediaType: "image/jpeg", needles, options, reviewed: true, cache: makePageCache() },
    boxes: boxes.map(({ rect }) => ({ page: 1, label: "", rect })),
    faces: decided,
    onFacesLeft: (faces) => left.push(...faces),
  }).catch((error: unknown) => ({ report: error as { code: string; detail: object } }))
  return { report, left }
}
const undecided: DecidedFaces = { kept: [], lookedAt: [] }

test("a face on a saved page that nobody decided on refuses the copy, and its place is told", async () => {
  const { report, left } = await reviewed(pool, undecided)
  expect(report).toMatchObject({ code: "redaction-leak", detail: { checks: "faces" } })
  expect(left).toMatchObject([{ page: 1 }])
}, 60_000)

test("a face that a person left to be seen, or covered, does not refuse it", async () => {
  const passed = {
    passed: true,
    checks: expect.arrayContaining([expect.objectContaining({ name: "faces", looked: 1, hits: 0 })]) as unknown,
  }
  expect((await reviewed(pool, { kept: [{ page: 1, rect: place }], lookedAt: [] })).report).toMatchObject(passed)
  expect((await reviewed(pool, undecided, [{ rect: place }])).report).toMatchObject(passed)
}, 60_000)

test("a proof that cannot look for faces makes no file, unless a person looked at that page instead", async () => {
  expect((await reviewed(damaged, undecided)).report).toMatchObject({ code: "redaction-unproven" })
  const { report } = await reviewed(damaged, { kept: [], lookedAt: [1] })
  expect(report).toMatchObject({
    passed: true,
    checks: expect.arrayContaining([expect.objectContaining({ name: "faces", looked: 0 })]) as unknown,
  })
}, 60_000)
