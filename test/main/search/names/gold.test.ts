import { expect, test } from "vitest"
import { type GoldFigures, measureGold } from "../../../support/gold-names.ts"

/** Floors are what was measured when they were written (bench/README.md). Failures say numbers, never a name. */

const sumOf = ({ forms }: GoldFigures, key: "block" | "blockBlocked" | "queue" | "queueFound"): number =>
  [...forms.values()].reduce((sum, figures) => sum + figures[key], 0)

const figuresOf = (file: string) => {
  const figures = measureGold(file)
  return {
    blocked: sumOf(figures, "blockBlocked"),
    ofBlock: sumOf(figures, "block"),
    queued: sumOf(figures, "queueFound"),
    ofQueue: sumOf(figures, "queue"),
    alarms: figures.decoys.blocking,
  }
}

test("of the gold names all that must block do, and no decoy", () => {
  const { blocked, ofBlock, queued, ofQueue, alarms } = figuresOf("names.json")
  expect({ ofBlock, ofQueue, missed: ofBlock - blocked, alarms }).toEqual({
    ofBlock: 1022,
    ofQueue: 716,
    missed: 0,
    alarms: 0,
  })
  expect(queued).toBeGreaterThanOrEqual(695)
}, 120_000)

test("of the sealed gold names no fewer are found than were measured", () => {
  const { blocked, ofBlock, queued, ofQueue, alarms } = figuresOf("names-sealed.json")
  expect({ ofBlock, ofQueue }).toEqual({ ofBlock: 672, ofQueue: 423 })
  expect(blocked).toBeGreaterThanOrEqual(663)
  expect(queued).toBeGreaterThanOrEqual(406)
  expect(alarms).toBeLessThanOrEqual(1)
}, 120_000)
