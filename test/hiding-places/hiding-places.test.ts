import { readdirSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { expect, test } from "vitest"
import { formsOf, type HidingCase } from "./hiding-case.ts"
import { places } from "./places.ts"

const folder = dirname(fileURLToPath(import.meta.url))
const groups = readdirSync(folder).filter((name) => name.endsWith(".cases.ts"))
const casesIn = async (name: string): Promise<readonly HidingCase[]> =>
  ((await import(join(folder, name))) as { cases: readonly HidingCase[] }).cases
const names = places.flatMap(([, ofGroup]) => ofGroup)

test("every group of cases has the test that runs it", () => {
  const tests = groups.map((name) => name.replace(".cases.ts", ".test.ts"))
  expect(readdirSync(folder)).toEqual(expect.arrayContaining(tests))
  expect(groups.every((name) => /^\d\d-[a-z-]+\.cases\.ts$/.test(name))).toBe(true)
})

test("there are 86 places, and each has a case", async () => {
  expect(names).toHaveLength(86)
  const all = (await Promise.all(groups.map(casesIn))).flat()
  const covered = new Set(all.map(({ place }) => place))
  const bare = names.map((name, at) => `${at + 1} ${name}`).filter((_, at) => !covered.has(at + 1))
  expect(bare).toEqual([])
  expect(all.filter(({ place }) => !(place >= 1 && place <= 86))).toEqual([])
})

test("every case says who wrote its file and in which forms a name can stand there", async () => {
  for (const name of groups)
    for (const one of await casesIn(name))
      expect([one.name, one.writer.length > 0, formsOf(one).length > 0]).toEqual([one.name, true, true])
})
