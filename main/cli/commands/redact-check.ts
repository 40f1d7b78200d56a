import type { Output } from "../../../shared/contract/contract.ts"
import type { CheckJudgement } from "../../../shared/model/redaction.ts"
import type { Command } from "../command.ts"
import { facts, table } from "../print.ts"
import { termsOf } from "../text-file.ts"

type Report = Output<"redaction.check">

const resultOf = ({ hits, fault }: CheckJudgement): string => {
  if (fault !== null) return `NOT CHECKED (${fault})`
  return hits > 0 ? "FOUND" : "clean"
}

/** All judges of the file itself; of what is inside it only those that are not clean. */
const rowsOf = ({ judgements }: Report): (string | number)[][] =>
  judgements
    .filter(({ part, hits, fault }) => part === "" || hits > 0 || fault !== null)
    .map((one) => [one.part, one.name, one.by, resultOf(one), one.looked, one.hits, one.pages.slice(0, 8).join(" ")])

const verdictOf = ({ clean, judgements }: Report): string => {
  if (clean) return "Nothing of it was found. What software cannot see has to be looked for by a person."
  const found = judgements.some(({ hits }) => hits > 0)
  return found
    ? "Something remains: this file must not leave."
    : "Not everything could be checked: do not rely on this file."
}

/** Whether the file holds something, or only could not be judged, decides which fault is told. */
const failureOf = ({ clean, judgements }: Report) => {
  if (clean) return {}
  const names = (wanted: (one: CheckJudgement) => boolean): string =>
    [...new Set(judgements.filter(wanted).map(({ name }) => name))].join(", ")
  const found = names(({ hits }) => hits > 0)
  const failure =
    found !== ""
      ? ({ code: "redaction-leak", detail: { checks: found } } as const)
      : ({ code: "redaction-unproven", detail: { checks: names(({ fault }) => fault !== null) } } as const)
  return { failure }
}

export const redactCheck: Command = {
  name: "redact check",
  summary: "judge any file, whoever made it: does one of these words, or text under a box, remain in it?",
  operands: ["FILE"],
  options: {
    terms: {
      takes: "FILE",
      required: true,
      help: "the words that must be gone, UTF-8, one a line; - for standard input",
    },
  },
  examples: ["redact check annex-3.pdf --terms names.txt", "redact check bundle.zip --terms names.txt --json"],
  vault: "none",
  run: async (work, given) => {
    const terms = termsOf(await work.secrets.lines(given.required("terms")))
    const report = await work.longCall("redaction.check", { file: work.offer(given.operand(0)), terms })
    return {
      result: report,
      lines: [
        ...facts([
          ["Files inside", report.parts.length - 1],
          ["Forms searched for", report.needles],
        ]),
        ...table(
          ["PART", "CHECK", "BY", "RESULT", "LOOKED AT", "HITS", "PAGES"],
          rowsOf(report),
          "Nothing was checked.",
        ),
        verdictOf(report),
      ],
      ...failureOf(report),
    }
  },
}
