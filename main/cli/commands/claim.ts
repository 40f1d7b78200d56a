import type { Ground } from "../../../shared/contract/claim.ts"
import { gradedKinds } from "../../../shared/contract/grade.ts"
import type { Input } from "../../../shared/contract/contract.ts"
import type { Command } from "../command.ts"
import { chosenCase } from "../find.ts"
import { type Given, UsageError } from "../given.ts"
import { caseOption, countLine } from "../listing.ts"
import { table } from "../print.ts"
import { whereOf, whereOption } from "../where.ts"
import { findRecord } from "../record-fields.ts"
import type { Work } from "../work.ts"

const markWords = {
  "no-source": "no source",
  "low-grades": "only low grades",
  ungraded: "not graded",
} as const

const board: Command = {
  name: "claim board",
  summary: "list the claims of a case, unverified first, and what each lacks",
  operands: [],
  options: { ...caseOption, ...whereOption },
  examples: ["claim board --where verification=unverified,possible --vault ~/matters"],
  vault: "option",
  run: async (work, given) => {
    const { id: caseId } = await chosenCase(work, given)
    const filter = await whereOf({ work, given, caseId }, ["claim"])
    const result = await work.call("claim.board", { caseId, filter })
    const rows = result.claims.map((one) => [
      one.verification,
      one.title,
      `${one.supporting} for, ${one.contradicting} against`,
      one.marks.map((mark) => markWords[mark]).join(", "),
      one.id,
    ])
    const lines = table(["VERIFIED", "CLAIM", "GROUNDS", "LACKS", "ID"], rows, "There are no claims here.")
    return { result, lines: [...lines, ...countLine(rows.length, rows.length, result.all)] }
  },
}

const sides = { for: "Supporting", against: "Contradicting", beside: "Mentioning" } as const

const groundLine = ({ on, source, reliability, credibility, why }: Ground): string =>
  `  ${reliability.code || "–"}${credibility.code || "–"}  ${[on?.title ?? "nothing named", source, why].filter((part) => part !== "").join(" · ")}`

const show: Command = {
  name: "claim show",
  summary: "show what supports a claim and what contradicts it, with grades",
  operands: ["CLAIM"],
  options: caseOption,
  examples: ['claim show "Held in the same cell for nine days" --vault ~/matters'],
  vault: "option",
  run: async (work, given) => {
    const { id: caseId } = await chosenCase(work, given)
    const { id } = await findRecord({ work, given, caseId }, ["claim"], given.operand(0))
    const result = await work.call("claim.show", { id })
    const lines = (["for", "against", "beside"] as const).flatMap((side) => {
      const grounds = result.grounds.filter((ground) => ground.side === side)
      return grounds.length === 0 && side === "beside" ? [] : [`${sides[side]}:`, ...grounds.map(groundLine)]
    })
    return { result, lines: [`${result.claim.title} (${result.claim.verification})`, ...lines] }
  },
}

const source = async (work: Work, given: Given) => {
  const kind = gradedKinds.find((one) => one === given.operand(0))
  if (kind === undefined) throw new UsageError(`The kind is one of: ${gradedKinds.join(", ")}.`)
  const { id: caseId } = await chosenCase(work, given)
  const { id } = await findRecord({ work, given, caseId }, [kind], given.operand(1))
  return { kind, id }
}

const impact: Command = {
  name: "grade impact",
  summary: "show all that rests on a source, directly and through claims, and what has left that used it",
  operands: ["KIND", "RECORD"],
  options: caseOption,
  examples: ['grade impact actor "Serik Testov" --vault ~/matters'],
  vault: "option",
  run: async (work, given) => {
    const result = await work.call("grade.impact", await source(work, given))
    const rows = result.resting.map((one) => [
      String(one.steps),
      one.kind,
      one.title,
      `through ${one.through.kind} ${one.through.title}`,
      one.graded ? `${one.reliability || "–"}${one.credibility || "–"}` : "",
      one.id,
    ])
    const lines = table(["STEPS", "KIND", "", "", "GRADE", "ID"], rows, "Nothing rests on it.")
    const left = [...result.dossiers, ...result.filed].map(({ title, audience }) => `Has left: ${title} (${audience})`)
    return { result, lines: [...lines, ...left] }
  },
}

const change: Command = {
  name: "grade change",
  summary: "grade a source anew, with the reason, and with it what is chosen of what rests on it",
  operands: ["KIND", "RECORD"],
  options: {
    ...caseOption,
    reliability: { takes: "A-F", help: "of the source; empty takes it back" },
    credibility: { takes: "1-6", help: "of the information; empty takes it back" },
    reason: { takes: "TEXT", help: "why; stays with every grade that is changed" },
    apply: { takes: "ID", help: "grade this one alike; see `grade impact`; may be given again", many: true },
    all: { takes: null, help: "grade alike everything graded that rests on it" },
  },
  examples: ['grade change actor "Serik Testov" --reliability E --reason "was planted" --all --vault ~/matters'],
  vault: "option",
  run: async (work, given) => {
    const ref = await source(work, given)
    const resting = given.flag("all") ? (await work.call("grade.impact", ref)).resting : []
    const [reliability, credibility] = [given.text("reliability"), given.text("credibility")]
    const input = {
      ...ref,
      ...(reliability === undefined ? {} : { reliability }),
      ...(credibility === undefined ? {} : { credibility }),
      reason: given.text("reason") ?? "",
      apply: [...given.all("apply"), ...resting.filter(({ graded }) => graded).map(({ id }) => id)],
    } as Input<"grade.change">
    const result = await work.call("grade.change", input)
    const marked = result.dossiers + result.filed
    return { result, lines: [`${result.changed} graded anew; ${marked} that have left are marked.`] }
  },
}

export const claimCommands: readonly Command[] = [board, show, impact, change]
