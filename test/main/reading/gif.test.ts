import { expect, test } from "vitest"
import { gifFrames } from "../../../main/reading/gif.ts"
import { gifOf, greyOfLines } from "../../support/picture-files.ts"

test("every picture of an animation is a file of its own, the same as if it had been alone", async () => {
  const frames = [await greyOfLines(["one"]), await greyOfLines(["two"]), await greyOfLines(["three"])]
  expect(gifFrames(gifOf(frames))).toEqual(frames.map((frame) => gifOf([frame])))
})

test("one that is cut off, or holds nothing, is left as it is", async () => {
  const whole = gifOf([await greyOfLines(["one"])])
  expect(gifFrames(whole.subarray(0, 13))).toEqual([whole.subarray(0, 13)])
  expect(gifFrames(new Uint8Array())).toEqual([new Uint8Array()])
  const cut = gifFrames(whole.subarray(0, whole.length - 300))
  expect(cut).toHaveLength(1)
})
