import { expect, test } from "vitest"
import { sleptBetween } from "../../../main/host/sleep.ts"

test("sleep is what the wall clock ran more than the monotonic one", () => {
  expect(sleptBetween(3_605_000, 5_000)).toBe(3_600_000)
  expect(sleptBetween(5_000, 5_000)).toBe(0)
})
