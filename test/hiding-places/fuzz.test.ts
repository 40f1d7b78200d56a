/**
 * Files that hide a name, damaged: what comes is a clean copy or a clear fault, never a leak, a hang or a half file.
 * A few in `./check`; `npm run redaction:fuzz` takes 20,000, or as many as SAQTA_FUZZ says.
 */
import { afterAll, beforeAll, expect, test } from "vitest"
import { isFault } from "../../shared/faults.ts"
import { RedactionOptions } from "../../shared/model/redaction.ts"
import { isClean } from "../../main/redaction/check/report.ts"
import { makePageCache } from "../../main/redaction/page-cache.ts"
import { redactDocument } from "../../main/redaction/redact-document.ts"
import type { ParserPool } from "../../main/workers/pool.ts"
import { makeTestPool } from "../support/parser-pool.ts"
import { cases as text } from "./01-text.cases.ts"
import { cases as fonts } from "./02-fonts.cases.ts"
import { cases as structure } from "./03-structure.cases.ts"
import { cases as graphics } from "./04-graphics.cases.ts"
import { cases as documents } from "./05-document.cases.ts"
import { cases as annotations } from "./06-annotations.cases.ts"
import { formsOf, hiddenNames } from "./hiding-case.ts"
import { damaged } from "./mutate.ts"
import { toolsFor } from "./prove-cases.ts"

const count = Number(process.env["SAQTA_FUZZ"] ?? "16")
const from = Number(process.env["SAQTA_FUZZ_FROM"] ?? "0")
const inOneTest = 8
const seeds = [text, fonts, structure, graphics, documents, annotations].flat()

/** What a damaged file may be refused with. A parser that runs out of time is killed, and there is no file. */
const refusals = new Set([
  ...["file-broken", "file-encrypted", "file-too-large", "cannot-redact-kind", "kind-unsupported"],
  ...["redaction-leak", "redaction-unproven", "parser-crashed", "parser-timeout", "parser-memory"],
])

let pool: ParserPool
beforeAll(() => {
  pool = makeTestPool()
})
afterAll(() => pool.close())

const outcome = async (seed: number): Promise<string> => {
  const one = seeds[(seed * 37) % seeds.length]
  if (one === undefined) return "none"
  const forms = formsOf(one)
  const hidden = hiddenNames[forms[seed % forms.length] ?? "latin"]
  const tools = toolsFor(pool, hidden)
  const bytes = damaged((await one.make(hidden)).bytes, seed)
  try {
    const options = RedactionOptions.parse({ rasterDpi: 120 })
    const { pdf } = await redactDocument(pool, {
      ...{ bytes, mediaType: "application/pdf", needles: tools.needles, options },
      ...{ boxes: "find", reviewed: false, cache: makePageCache() },
    })
    const report = await tools.check({ name: "annex.pdf", bytes: pdf })
    const unclean = report.judgements.filter((judgement) => !isClean(judgement))
    return unclean.length === 0 ? "clean" : `LEAK in ${one.name}, seed ${seed}: ${JSON.stringify(unclean)}`
  } catch (error) {
    if (isFault(error) && refusals.has(error.code)) return "refused"
    return `STRANGE in ${one.name}, seed ${seed}: ${String(error)}`
  }
}

for (let first = 0; first < count; first += inOneTest)
  test(`damaged files ${first + 1} to ${Math.min(count, first + inOneTest)}`, async () => {
    for (let at = first; at < Math.min(count, first + inOneTest); at += 1)
      expect(["clean", "refused"]).toContain(await outcome(from + at))
  }, 600_000)
