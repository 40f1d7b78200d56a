import { expect, test } from "vitest"
import { makeTestPool } from "../support/parser-pool.ts"
import { cases, singleCases } from "./78-office-mail-web.cases.ts"
import { hiddenNames } from "./hiding-case.ts"
import { proveCases, toolsFor } from "./prove-cases.ts"

proveCases(cases)

test("every place by itself trips a check before it is redacted", async () => {
  const pool = makeTestPool()
  const silent: string[] = []
  for (const one of singleCases)
    for (const hidden of Object.values(hiddenNames)) {
      const { judgements } = await toolsFor(pool, hidden).check(await one.make(hidden))
      if (judgements.every(({ hits }) => hits === 0)) silent.push(`${one.name}, ${hidden.form}`)
    }
  await pool.close()
  expect(silent).toEqual([])
})
