import type { Output } from "../../../shared/contract/contract.ts"
import { Fault, isFault } from "../../../shared/faults.ts"
import type { GivenArea, RedactionBox, RedactionPlan } from "../../../shared/model/redaction.ts"
import { clearanceReasons, redactionReasons } from "../../../shared/model/redaction.ts"
import type { Command, Ended, OptionSpec } from "../command.ts"
import { boxesOf } from "../box-file.ts"
import { findEvidence } from "../find.ts"
import { type Given, UsageError } from "../given.ts"
import { caseOption } from "../listing.ts"
import { rectOf } from "../place.ts"
import { table } from "../print.ts"
import { patternOption, patternsOf } from "./redact.ts"
import { termsOf } from "../text-file.ts"
import type { Work } from "../work.ts"

/** Review without the window: the same plan, box by box and page by page. */

const subjectOptions: Readonly<Record<string, OptionSpec>> = {
  ...caseOption,
  audience: { takes: "TEXT", required: true, help: "for whom; each audience has its own plan" },
}

const subjectOf = async (work: Work, given: Given) => ({
  evidenceId: (await findEvidence(work, given, given.operand(0))).id,
  audience: given.required("audience"),
})

const place = ({ rect }: RedactionBox): string =>
  [rect.x, rect.y, rect.width, rect.height].map((value) => Math.round(value)).join(",")

const decisionOf = ({ clearances }: RedactionPlan, box: RedactionBox): string =>
  clearances.find(({ boxId }) => boxId === box.id)?.reason ?? box.decision

const shown = (plan: RedactionPlan): Ended => {
  const undecided = plan.boxes.filter((box) => box.decision === "proposed").length
  return {
    result: plan,
    lines: [
      ...table(
        ["BOX", "PAGE", "DECISION", "FOUND", "LABEL", "PLACE"],
        plan.boxes.map((box) => [box.id, box.page, decisionOf(plan, box), box.found, box.label, place(box)]),
        "No box yet.",
      ),
      `${undecided} to decide · ${plan.acceptedPages.length} of ${plan.pageCount} pages accepted`,
    ],
  }
}

const show: Command = {
  name: "redact show",
  summary: "the plan of one item for one audience: boxes, decisions, accepted pages",
  operands: ["EVIDENCE"],
  options: subjectOptions,
  examples: ['redact show E-003 --audience "UN body" --vault ~/matters'],
  vault: "option",
  run: async (work, given) => shown(await work.call("redaction.show", await subjectOf(work, given))),
}

const propose: Command = {
  name: "redact propose",
  summary: "look for protected people and further words on every page; a person decides what is found",
  operands: ["EVIDENCE"],
  options: {
    ...subjectOptions,
    terms: { takes: "FILE", help: "more words to look for, UTF-8, one a line" },
    ...patternOption,
  },
  examples: ['redact propose E-003 --audience "UN body" --terms names.txt --vault ~/matters'],
  vault: "option",
  run: async (work, given) => {
    const file = given.text("terms")
    const terms = file === undefined ? [] : termsOf(await work.secrets.lines(file))
    const patterns = patternsOf(given)
    return shown(await work.longCall("redaction.propose", { ...(await subjectOf(work, given)), terms, patterns }))
  },
}

const wholeNumber = (given: Given, option: string): number => {
  const number = given.number(option, 1)
  if (number === undefined) throw new UsageError(`--${option} is missing.`)
  return number
}

const cover: Command = {
  name: "redact cover",
  summary: "draw a box by hand, or cover what a file of boxes says: lines, pages, polygons, regions across pages",
  operands: ["EVIDENCE"],
  options: {
    ...subjectOptions,
    page: { takes: "N", help: "from 1" },
    rect: { takes: "X,Y,W,H", help: "in points from the page's top left" },
    boxes: { takes: "F.json", help: "instead of --page and --rect: boxes as documented; - for standard input" },
    reason: { takes: "WORD", help: redactionReasons.join(", "), oneOf: redactionReasons },
    label: { takes: "TEXT", help: "drawn inside the box; never the covered name" },
  },
  examples: [
    'redact cover E-003 --audience "UN body" --page 2 --rect 72,144,120,16 --vault ~/matters',
    'redact cover E-003 --audience "UN body" --boxes letterhead.json --vault ~/matters',
  ],
  vault: "option",
  run: async (work, given) => {
    const file = given.text("boxes")
    if (file !== undefined) return await coverAll(work, given, boxesOf((await work.secrets.lines(file)).join("\n")))
    const reason = redactionReasons.find((one) => one === given.text("reason"))
    const box: Output<"redaction.addBox"> = await work.call("redaction.addBox", {
      ...(await subjectOf(work, given)),
      page: wholeNumber(given, "page"),
      rect: rectOf(given.required("rect")),
      reason: reason ?? "other",
      label: given.text("label") ?? "",
    })
    return { result: box, lines: [box.id] }
  },
}

/** One after another; the first that cannot be covered is named by its number, and those before it stay. */
const coverAll = async (work: Work, given: Given, areas: readonly GivenArea[]): Promise<Ended> => {
  const subject = await subjectOf(work, given)
  for (const [index, area] of areas.entries())
    try {
      await work.call("redaction.cover", { ...subject, ...area })
    } catch (error) {
      if (isFault(error) && error.code === "bad-input") throw new Fault("bad-input", { kind: "box", index: index + 1 })
      throw error
    }
  return shown(await work.call("redaction.show", subject))
}

const decide: Command = {
  name: "redact decide",
  summary: "accept or dismiss what was proposed; accepted boxes are burned in",
  operands: ["EVIDENCE", "accept|dismiss", "[BOX...]"],
  options: { ...subjectOptions, all: { takes: null, help: "every box that is still undecided" } },
  examples: [
    'redact decide E-003 accept --all --audience "UN body" --vault ~/matters',
    'redact decide E-003 dismiss 7c1f… --audience "UN body" --vault ~/matters',
  ],
  vault: "option",
  run: async (work, given) => {
    const subject = await subjectOf(work, given)
    const word = given.operand(1)
    if (word !== "accept" && word !== "dismiss") throw new UsageError("Say accept or dismiss.")
    const plan = await work.call("redaction.show", subject)
    const named = new Set(given.operands.slice(2))
    const chosen = plan.boxes.filter((box) => (given.flag("all") ? box.decision === "proposed" : named.has(box.id)))
    if (!given.flag("all") && chosen.length < named.size) throw new Fault("not-found", { noun: "box" })
    if (chosen.length === 0) throw new Fault("nothing-chosen")
    const decision = word === "accept" ? "accepted" : "dismissed"
    return shown(await work.call("redaction.decide", { ...subject, boxIds: chosen.map((box) => box.id), decision }))
  },
}

const chosenBoxes = async (work: Work, given: Given, names: readonly string[]) => {
  const subject = await subjectOf(work, given)
  const plan = await work.call("redaction.show", subject)
  const chosen = plan.boxes.filter((box) => names.includes(box.id))
  if (chosen.length < new Set(names).size) throw new Fault("not-found", { noun: "box" })
  return { subject, boxIds: chosen.map((box) => box.id) }
}

const clear: Command = {
  name: "redact clear",
  summary: "say that a name found in one place is somebody else's; there, and nowhere else, it may stay readable",
  operands: ["EVIDENCE", "BOX..."],
  options: {
    ...subjectOptions,
    reason: { takes: "WORD", help: clearanceReasons.join(", "), oneOf: clearanceReasons },
    note: { takes: "TEXT", help: "who it is, for those who look later; stays in the vault" },
  },
  examples: ['redact clear E-003 7c1f… --note "the judge of the same name" --audience "UN body" --vault ~/matters'],
  vault: "option",
  run: async (work, given) => {
    const reason = clearanceReasons.find((one) => one === given.text("reason")) ?? "another-person"
    const { subject, boxIds } = await chosenBoxes(work, given, given.operands.slice(1))
    return shown(await work.call("redaction.clear", { ...subject, boxIds, reason, note: given.text("note") ?? "" }))
  },
}

const unclear: Command = {
  name: "redact unclear",
  summary: "take clearances back: the boxes wait for a decision again",
  operands: ["EVIDENCE", "BOX..."],
  options: subjectOptions,
  examples: ['redact unclear E-003 7c1f… --audience "UN body" --vault ~/matters'],
  vault: "option",
  run: async (work, given) => {
    const { subject, boxIds } = await chosenBoxes(work, given, given.operands.slice(1))
    return shown(await work.call("redaction.unclear", { ...subject, boxIds }))
  },
}

const accept: Command = {
  name: "redact accept",
  summary: "say that you have looked at a page, and that it may leave as it is",
  operands: ["EVIDENCE"],
  options: {
    ...subjectOptions,
    page: { takes: "N", many: true, help: "from 1; may be given again" },
    "all-pages": { takes: null, help: "every page: only where you have looked at every page" },
  },
  examples: ['redact accept E-003 --page 1 --page 2 --audience "UN body" --vault ~/matters'],
  vault: "option",
  run: async (work, given) => {
    const subject = await subjectOf(work, given)
    let plan = await work.call("redaction.show", subject)
    const every = Array.from({ length: plan.pageCount }, (_, index) => index + 1)
    const pages = given.flag("all-pages") ? every : given.all("page").map(Number)
    if (pages.length === 0) throw new UsageError("Say which pages: --page N, or --all-pages.")
    if (pages.some((page) => !every.includes(page))) throw new UsageError(`There are pages 1 to ${plan.pageCount}.`)
    for (const page of pages) plan = await work.call("redaction.acceptPage", { ...subject, page, accepted: true })
    return shown(plan)
  },
}

const hidden: Command = {
  name: "redact hidden",
  summary: "what an office file, mail, chat or web page holds and its pages do not show: it does not leave",
  operands: ["EVIDENCE"],
  options: { ...caseOption, texts: { takes: null, help: "show the words, too" } },
  examples: ["redact hidden E-003 --vault ~/matters"],
  vault: "option",
  run: async (work, given) => {
    const { id } = await findEvidence(work, given, given.operand(0))
    const result = await work.longCall("redaction.hidden", { evidenceId: id, texts: given.flag("texts") })
    const rows = result.parts.flatMap(({ kind, count, texts }) => [[kind, count], ...texts.map((text) => ["", text])])
    const none = "It holds nothing that its pages do not show."
    return { result, lines: table(["NOT SHOWN, NOT LEAVING", ""], rows, none) }
  },
}

export const reviewCommands: readonly Command[] = [propose, show, cover, decide, clear, unclear, accept, hidden]
