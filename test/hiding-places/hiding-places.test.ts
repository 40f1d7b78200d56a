import { readdirSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { expect, test } from "vitest"

const folder = dirname(fileURLToPath(import.meta.url))
const groups = readdirSync(folder).filter((name) => name.endsWith(".cases.ts"))

test("every group of cases has the test that runs it", () => {
  const tests = groups.map((name) => name.replace(".cases.ts", ".test.ts"))
  expect(readdirSync(folder)).toEqual(expect.arrayContaining(tests))
  expect(groups.every((name) => /^\d\d-[a-z-]+\.cases\.ts$/.test(name))).toBe(true)
})

test("cases stand for places 1 to 86", async () => {
  for (const name of groups) {
    const { cases } = (await import(join(folder, name))) as { cases: readonly { place: number; name: string }[] }
    expect([name, cases.filter(({ place }) => !(place >= 1 && place <= 86))]).toEqual([name, []])
  }
})
