/** Runs cases: control, copy, checker. One form of the name each in `./check`, everything in `npm run redaction:all`. */
import { afterAll, beforeAll, expect, test } from "vitest"
import { RedactionOptions } from "../../shared/model/redaction.ts"
import { checkFile } from "../../main/redaction/check/check-file.ts"
import { isClean } from "../../main/redaction/check/report.ts"
import { foldedText } from "../../main/search/names/fold.ts"
import { needlesOfTerms } from "../../main/redaction/needles.ts"
import { redactDocument } from "../../main/redaction/redact-document.ts"
import type { ParserPool } from "../../main/workers/pool.ts"
import { makeTestPool } from "../support/parser-pool.ts"
import { type CaseTools, formsOf, type Hidden, type HidingCase, hiddenNames, quickFormOf } from "./hiding-case.ts"

/** How copies leave: each changes pixels, boxes or both. */
const exportKinds = {
  plain: {},
  strict: { strict: true },
  colour: { colour: true },
  fine: { rasterDpi: 220 },
} as const
type ExportKind = keyof typeof exportKinds

export const everything = process.env["SAQTA_REDACTION"] === "all"
const caseTimeoutMs = 300_000

const mediaTypeOf = async (pool: ParserPool, bytes: Uint8Array): Promise<string> =>
  (await pool.run("sniff", { head: bytes.subarray(0, 65_536), tail: bytes.subarray(-65_536) })).mediaType

/** Subtle: parsers keep documents by their key, and all cases of a file share the pool. */
let copies = 0

/** What a case works with, for one name and one way to leave. */
export const toolsFor = (pool: ParserPool, hidden: Hidden, kind: ExportKind = "plain"): CaseTools => {
  const needles = needlesOfTerms(hidden.terms, "", "inflected")
  const options = RedactionOptions.parse(exportKinds[kind])
  return {
    pool,
    options,
    needles,
    check: ({ name, bytes }) => checkFile(pool, { name, bytes, needles }),
    redact: async ({ bytes }) => {
      const mediaType = await mediaTypeOf(pool, bytes)
      const { pdf } = await redactDocument(pool, {
        ...{ bytes, mediaType, needles, options },
        boxes: "find",
        reviewed: false,
      })
      return { name: "annex-1.pdf", bytes: pdf }
    },
    textOf: async ({ bytes }) => {
      const document = { key: `copy ${copies++}`, mediaType: await mediaTypeOf(pool, bytes), bytes }
      return (await pool.run("text", { document })).text
    },
  }
}

const prove = async (pool: ParserPool, one: HidingCase, hidden: Hidden, kind: ExportKind): Promise<void> => {
  const tools = toolsFor(pool, hidden, kind)
  const file = await one.make(hidden)
  // The control is the same file whatever way the copy leaves.
  if (kind === "plain") {
    const control = await tools.check(file)
    // Faults do not count: a control that no judge can open would prove nothing.
    const tripped = control.judgements.filter(({ hits }) => hits > 0)
    expect(tripped, "the control must trip at least one check").not.toEqual([])
  }
  const copy = await (one.redact === undefined ? tools.redact(file) : one.redact(file, hidden, tools))
  const report = await tools.check(copy)
  expect(report.judgements.filter((judgement) => !isClean(judgement))).toEqual([])
  expect(report.clean).toBe(true)
  if (one.keeps !== null) expect(foldedText(await tools.textOf(copy))).toContain(foldedText(one.keeps))
  await one.also?.(copy, hidden, tools)
}

/** Registers a test for each case. */
export const proveCases = (cases: readonly HidingCase[]): void => {
  let pool: ParserPool
  beforeAll(() => {
    pool = makeTestPool()
  })
  afterAll(() => pool.close())
  for (const [at, one] of cases.entries()) {
    const forms = everything ? formsOf(one) : [quickFormOf(one, at)]
    const kinds: readonly ExportKind[] = everything ? (Object.keys(exportKinds) as ExportKind[]) : ["plain"]
    for (const form of forms)
      for (const kind of kinds)
        test(
          `place ${one.place}, ${one.name} (${one.writer}): ${form}, ${kind}`,
          () => prove(pool, one, hiddenNames[form], kind),
          caseTimeoutMs,
        )
  }
}
