/* Turning a picture, and what was seen in it, there and back. */
import { fc, test } from "@fast-check/vitest"
import { expect } from "vitest"
import { merged, type Turn, turned, turnedBack, turns } from "../../../../main/redaction/faces/detect.ts"

const size = fc.integer({ min: 2, max: 9 })

test.prop([size, size, fc.constantFrom(...turns)])(
  "a point of the turned picture is mapped back to where it came from",
  (width, height, turn: Turn) => {
    const samples = Uint8Array.from({ length: width * height * 3 }, (_, at) => at)
    const picture = { width, height, samples }
    const other = turned(picture, turn)
    for (let y = 0; y < other.height; y += 1)
      for (let x = 0; x < other.width; x += 1) {
        const back = turnedBack({ x, y, width: 1, height: 1 }, picture, turn)
        expect(other.samples[(y * other.width + x) * 3]).toBe(samples[(back.y * width + back.x) * 3])
      }
  },
)

const seen = (score: number, x: number, y: number, side: number) => ({
  score,
  box: { x, y, width: side, height: side },
})

test("what is seen of one face in several turns becomes one box around all of it", () => {
  expect(merged([seen(0.4, 12, 8, 40), seen(0.9, 10, 10, 40), seen(0.5, 200, 10, 40)])).toEqual([
    { score: 0.9, box: { x: 10, y: 8, width: 42, height: 42 } },
    seen(0.5, 200, 10, 40),
  ])
})

test("a face within what is taken for a much larger one stays a face of its own", () => {
  expect(merged([seen(0.9, 50, 50, 20), seen(0.5, 0, 0, 200)])).toHaveLength(2)
})
