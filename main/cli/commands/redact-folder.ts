import { basename, dirname } from "node:path"
import type { Output } from "../../../shared/contract/contract.ts"
import type { FaultCode } from "../../../shared/faults.ts"
import type { Command, Ended } from "../command.ts"
import { table } from "../print.ts"
import { termsOf } from "../text-file.ts"
import { facesOf, patternOption, patternsOf, pictureOptions, redactionOf, redactionOptions } from "./redact.ts"

type Outcomes = Output<"redaction.folder">["outcomes"]

/** What remains weighs more than what could not be read. */
const failureOf = (outcomes: Outcomes): FaultCode | undefined => {
  const faults = outcomes.flatMap(({ fault }) => (fault === null ? [] : [fault]))
  const remains = faults.find((fault) => fault === "redaction-leak" || fault === "redaction-unproven")
  return remains ?? (faults.length > 0 ? "some-not-redacted" : undefined)
}

const ended = (result: Output<"redaction.folder">, folder: string): Ended => {
  const { outcomes } = result
  const done = outcomes.filter(({ fault }) => fault === null).length
  const code = failureOf(outcomes)
  return {
    result: { ...result, folder, redacted: done, failed: outcomes.length - done },
    lines: [
      ...table(
        ["NO.", "ORIGINAL", "COPY", "PAGES", "COVERED", "RESULT"],
        outcomes.map(({ number, source, file, pages, boxes, fault }) => [
          ...[number, source, file ?? "", pages, boxes],
          fault ?? "proven",
        ]),
        "No file.",
      ),
      `${done} of ${outcomes.length} files redacted into ${folder}`,
      "Nobody has reviewed them: look at every page before it leaves your hands.",
    ],
    ...(code === undefined ? {} : { failure: { code, detail: { failed: outcomes.length - done } } }),
  }
}

export const redactFolder: Command = {
  name: "redact folder",
  summary: "cover words and identifiers in every file of a folder, without a vault and without a review",
  operands: ["IN"],
  options: {
    terms: { takes: "FILE", help: "the words to cover, UTF-8, one a line; - for standard input" },
    ...patternOption,
    to: { takes: "OUT", required: true, help: "a new or empty folder; copies are numbered and called UNREVIEWED" },
    "keep-names": { takes: null, help: "copies keep the names of files and folders, but for those that name somebody" },
    "key-list": { takes: "FILE", help: "also write which number was which file; not into OUT" },
    ...redactionOptions,
    ...pictureOptions,
  },
  examples: ["redact folder statements --terms names.txt --patterns phone,iin --to statements-redacted --json"],
  vault: "none",
  run: async (work, given) => {
    const list = given.text("terms")
    const keyFile = given.text("key-list")
    const keyPath = keyFile === undefined ? undefined : work.absolute(keyFile)
    const folder = work.absolute(given.required("to"))
    const result = await work.longCall("redaction.folder", {
      folder: work.offer(given.operand(0)),
      terms: list === undefined ? [] : termsOf(await work.secrets.lines(list)),
      patterns: patternsOf(given),
      target: work.offer(folder),
      keepNames: given.flag("keep-names"),
      keyList: keyPath === undefined ? null : { folder: work.offer(dirname(keyPath)), name: basename(keyPath) },
      options: redactionOf(given),
      ...facesOf(given),
      allPages: given.flag("all-pages"),
    })
    return ended(result, folder)
  },
}
