import { basename, dirname } from "node:path"
import type { Output } from "../../../shared/contract/contract.ts"
import { type MediaChoice, spanActions } from "../../../shared/model/media.ts"
import { type PatternName, patternNames, RedactionOptions } from "../../../shared/model/redaction.ts"
import { ocrMissRate } from "../../../shared/ocr-miss-rate.ts"
import type { Command, OptionSpec } from "../command.ts"
import { type Given, UsageError } from "../given.ts"
import { boxesOf } from "../box-file.ts"
import { spanOf } from "../place.ts"
import { doubtLines, facts, table } from "../print.ts"
import { redactCheck } from "./redact-check.ts"
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

export const pictureOptions: Readonly<Record<string, OptionSpec>> = {
  faces: {
    takes: "WORD",
    help: "cover (default): all faces that are found in pictures; keep: do not look for them",
    oneOf: ["cover", "keep"],
  },
  "all-pages": { takes: null, help: "of a TIFF: every picture in it, not only the first" },
}

export const facesOf = (given: Given): { faces?: "cover" | "keep" } => {
  const word = given.text("faces")
  return word === "cover" || word === "keep" ? { faces: word } : {}
}

const recordingOptions: Readonly<Record<string, OptionSpec>> = {
  mute: { takes: "START-END", many: true, help: "of a recording: silence from 0:01 to 0:05; may be given again" },
  black: { takes: "START-END", many: true, help: "of a film: no picture in this span; may be given again" },
  cut: { takes: "START-END", many: true, help: "of a recording: take this span out; may be given again" },
  "drop-track": { takes: "N", many: true, help: "leave out a track of sound or pictures, counted from 0" },
}

const mediaOf = (given: Given): MediaChoice => ({
  spans: spanActions.flatMap((action) => given.all(action).map((text) => ({ ...spanOf(action, text), action }))),
  droppedTracks: given.all("drop-track").map((text) => {
    if (!/^\d{1,3}$/.test(text)) throw new UsageError("--drop-track is a number from 0.")
    return Number(text)
  }),
})

type Result = Output<"redaction.file">

const wasCovered = ({ media, pages, boxes }: Result): [string, string | number][] =>
  media === null
    ? [
        ["Pages", pages],
        ["Places covered", boxes],
      ]
    : [
        ["Left in it", `${media.sounds} of sound, ${media.pictures} of pictures; no tags, chapters, subtitles, covers`],
        ["Tracks left out", media.tracksLeftOut],
        ["Spans taken out", boxes],
      ]

const notShown = ({ renderedBy, hidden }: Result): string[] => {
  if (renderedBy === "itself") return []
  const how = renderedBy === "browser" ? "a browser's engine, without scripts and network" : "plain typesetting"
  const kinds = hidden.map(({ kind, count }) => [kind, count])
  return [
    `Pages made by ${how}.`,
    ...table(["NOT SHOWN, NOT LEAVING", "HOW OFTEN"], kinds, "The file holds nothing that its pages do not show."),
  ]
}

const advice = ({ media, boxes, picturesLeftOut }: Result): string[] => {
  if (media !== null)
    return [
      "Nothing looks for names, voices or faces in a recording: listen to all of it, and look, before it leaves your hands.",
    ]
  return [
    ...(picturesLeftOut > 0
      ? [`Further pictures in this file did not leave: ${picturesLeftOut}. --all-pages takes those of a TIFF along.`]
      : []),
    ...(boxes === 0 ? ["Nothing of this was found, so nothing is covered. Other forms of a name?"] : []),
    `Letters in pictures are read by machine, which misses ${ocrMissRate.cleanWords} words in a hundred on clean pages and ${ocrMissRate.scannedWords} on poor scans (measured ${ocrMissRate.measuredOn}).`,
    "Nobody has reviewed it: look at every page before it leaves your hands.",
  ]
}

export const patternOption: Readonly<Record<string, OptionSpec>> = {
  patterns: { takes: "LIST", help: `identifiers by their form: all, or some of ${patternNames.join(",")}` },
}

/** "phone,iin" or "all". @throws UsageError */
export const patternsOf = (given: Given): PatternName[] => {
  const words = (given.text("patterns") ?? "").split(",").flatMap((word) => (word.trim() === "" ? [] : [word.trim()]))
  const unknown = words.find((word) => word !== "all" && !patternNames.some((name) => name === word))
  if (unknown !== undefined) throw new UsageError(`--patterns takes all, or some of ${patternNames.join(",")}.`)
  return patternNames.filter((name) => words.includes("all") || words.includes(name))
}

const file: Command = {
  name: "redact file",
  summary:
    "cover words in a file, or mute and cut a recording, and prove the result, without a vault and without a review",
  operands: ["IN"],
  options: {
    terms: { takes: "FILE", help: "the words to cover, UTF-8, one a line; - for standard input" },
    ...patternOption,
    "as-text": {
      takes: null,
      help: "of an office file, mail, chat or web page: only its words, as text, names replaced",
    },
    boxes: { takes: "F.json", help: "areas to cover besides, as documented; - for standard input" },
    to: {
      takes: "OUT",
      required: true,
      help: "the new file, PDF or, of a recording, MP4; never overwritten; a folder with / at its end: redacted.UNREVIEWED.pdf in it",
    },
    ...redactionOptions,
    ...pictureOptions,
    ...recordingOptions,
  },
  examples: [
    "redact file protocol.pdf --terms names.txt --to protocol-redacted.pdf",
    "redact file protocol.pdf --patterns phone,iin,address --to protocol-redacted.pdf",
    "redact file photo.jpg --faces cover --to photo-redacted.pdf",
    "redact file call.ogg --mute 0:01-0:05 --cut 1:10-1:32.5 --to call-redacted.m4a",
  ],
  vault: "none",
  run: async (work, given) => {
    const target = given.required("to")
    // No name was given: then the copy says itself that nobody has looked, and nothing of what the original is called.
    const to = work.absolute(/[\\/]$/u.test(target) ? `${target}redacted.UNREVIEWED.pdf` : target)
    const list = given.text("terms")
    const patterns = patternsOf(given)
    const boxFile = given.text("boxes")
    const areas = boxFile === undefined ? [] : boxesOf((await work.secrets.lines(boxFile)).join("\n"))
    const terms = list === undefined ? [] : termsOf(await work.secrets.lines(list))
    const result = await work.longCall("redaction.file", {
      file: work.offer(given.operand(0)),
      terms,
      patterns,
      areas,
      target: work.offer(dirname(to)),
      name: basename(to),
      options: redactionOf(given),
      ...facesOf(given),
      allPages: given.flag("all-pages"),
      asText: given.flag("as-text"),
      media: mediaOf(given),
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
        ...facts([["Written", written], ...wasCovered(result)]),
        ...table(["CHECK", "BY", "RESULT", "LOOKED AT", "HITS"], checks, "Nothing was checked."),
        ...doubtLines(basename(written), result.report.pagesWithDoubts),
        ...notShown(result),
        ...advice(result),
      ],
    }
  },
}

export const redactCommands: readonly Command[] = [file, redactCheck]
