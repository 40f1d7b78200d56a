import { basename, dirname } from "node:path"
import { RedactionOptions } from "../../../shared/model/redaction.ts"
import type { Command, OptionSpec } from "../command.ts"
import type { Given } from "../given.ts"
import { facts, table } from "../print.ts"
import { termsOf } from "../text-file.ts"

export const redactionOptions: Readonly<Record<string, OptionSpec>> = {
  dpi: { takes: "N", help: "how finely the pages are drawn, 96 to 400 (default 150)" },
  colour: { takes: null, help: "keep colours" },
  strict: { takes: null, help: "cover whole lines, so that the length of a word says nothing" },
}

export const redactionOf = (given: Given) => {
  const dpi = given.number("dpi", 96)
  const rasterDpi = dpi === undefined ? {} : { rasterDpi: dpi }
  return RedactionOptions.partial().parse({ ...rasterDpi, colour: given.flag("colour"), strict: given.flag("strict") })
}

const file: Command = {
  name: "redact file",
  summary: "cover words in a PDF or image and prove the result, without a vault and without a person's review",
  operands: ["IN"],
  options: {
    terms: { takes: "FILE", required: true, help: "the words to cover, UTF-8, one a line; - for standard input" },
    to: { takes: "OUT.pdf", required: true, help: "the new file; never overwritten" },
    ...redactionOptions,
  },
  examples: ["redact file protocol.pdf --terms names.txt --to protocol-redacted.pdf"],
  vault: "none",
  run: async (work, given) => {
    const to = work.absolute(given.required("to"))
    const terms = termsOf(await work.secrets.lines(given.required("terms")))
    const result = await work.longCall("redaction.file", {
      file: work.offer(given.operand(0)),
      terms,
      target: work.offer(dirname(to)),
      name: basename(to),
      options: redactionOf(given),
    })
    const written = work.pathOf(result.file)
    const checks = result.report.checks.map((one) => [
      one.name,
      one.by,
      one.passed ? "clean" : "FAILED",
      one.looked,
      one.hits,
    ])
    return {
      result: { ...result, file: written },
      lines: [
        ...facts([
          ["Written", written],
          ["Pages", result.pages],
          ["Places covered", result.boxes],
        ]),
        ...table(["CHECK", "BY", "RESULT", "LOOKED AT", "HITS"], checks, "Nothing was checked."),
        ...(result.boxes === 0 ? ["None of these words was found, so nothing is covered. Other forms of a name?"] : []),
        "Nobody has reviewed it: look at every page before it leaves your hands.",
      ],
    }
  },
}

export const redactCommands: readonly Command[] = [file]
