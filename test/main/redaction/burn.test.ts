import { fc, test as property } from "@fast-check/vitest"
import { expect, test } from "vitest"
import { blockPrints, differingBlocks, placesOf } from "../../../main/redaction/blocks.ts"
import { burnBoxes } from "../../../main/redaction/burn.ts"
import { labelled } from "../../../main/redaction/render.ts"
import type { PixelRect } from "../../../shared/geometry.ts"

const size = { width: 50, height: 40, components: 1 }
const box = fc.record({
  x: fc.integer({ min: -30, max: 60 }),
  y: fc.integer({ min: -30, max: 60 }),
  width: fc.integer({ min: 0, max: 40 }),
  height: fc.integer({ min: 0, max: 40 }),
})
const white = () => new Uint8Array(size.width * size.height).fill(255)

property.prop([fc.array(box, { maxLength: 4 })])("exactly the pixels inside a box are black", (boxes) => {
  const samples = white()
  burnBoxes(samples, size, boxes)
  const expected = white().map((_, at) => {
    const [x, y] = [at % size.width, Math.floor(at / size.width)]
    return boxes.some((one) => x >= one.x && x < one.x + one.width && y >= one.y && y < one.y + one.height) ? 0 : 255
  })
  expect(Buffer.from(samples).equals(expected)).toBe(true)
})

test("burning colour covers all its parts", () => {
  const samples = new Uint8Array(12).fill(200)
  burnBoxes(samples, { width: 2, height: 2, components: 3 }, [{ x: 1, y: 0, width: 1, height: 1 }])
  expect([...samples]).toEqual([200, 200, 200, 0, 0, 0, 200, 200, 200, 200, 200, 200])
})

test("a pixel changed outside the boxes is seen, and one inside is not", () => {
  const boxes = [{ x: 0, y: 0, width: 16, height: 16 }]
  const places = placesOf(size, boxes)
  const prints = (changed: number) => {
    const samples = white()
    samples[changed] = 254
    return blockPrints({ samples, ...size })
  }
  const clean = blockPrints({ samples: white(), ...size })
  expect(differingBlocks(clean, prints(size.width * 20 + 30), places, "outside").differing).toBe(1)
  expect(differingBlocks(clean, prints(5), places, "outside").differing).toBe(0)
  expect(differingBlocks(clean, prints(5), places, "inside").differing).toBe(1)
})

test("a picture of another size differs everywhere", () => {
  const small = blockPrints({ samples: new Uint8Array(16), width: 4, height: 4, components: 1 })
  const large = blockPrints({ samples: white(), ...size })
  expect(differingBlocks(small, large, placesOf(size, []), "outside").differing).toBe(12)
})

test("boxes that lie over one another carry one label, and neighbours each their own", () => {
  const boxAt = (x: number, width: number, label: string) => ({
    rect: { x, y: 0, width, height: 20 } as PixelRect,
    label,
  })
  const drawn = labelled([
    boxAt(0, 50, "Person 7"),
    boxAt(10, 80, "Person 7"),
    boxAt(85, 60, "Person 3"),
    boxAt(0, 300, ""),
  ])
  expect(drawn.map(({ rect }) => rect.x)).toEqual([10, 85])
})
