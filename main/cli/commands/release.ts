import type { HolderSecret } from "../../../shared/contract/holder.ts"
import type { Command, OptionSpec } from "../command.ts"
import { chosenCase } from "../find.ts"
import { type Given, UsageError } from "../given.ts"
import { printable, table } from "../print.ts"
import type { Work } from "../work.ts"
import { bundleOptions, optionsOf } from "./dossier.ts"

/** A second person confirms before anything leaves: for whom that is asked for, and confirming. */

const otherOption: Readonly<Record<string, OptionSpec>> = {
  "second-passphrase-file": { takes: "FILE", help: "the second person's own passphrase; - for standard input" },
}

const otherSecret = async (work: Work, given: Given): Promise<HolderSecret | null> => {
  const file = given.text("second-passphrase-file")
  return file === undefined ? null : { kind: "passphrase", passphrase: await work.secrets.fromFile(file) }
}

const forWhom: Readonly<Record<string, OptionSpec>> = {
  audience: { takes: "TEXT", help: "only for this audience" },
  everybody: { takes: null, help: "for the whole vault" },
}

const audienceOf = (given: Given): string | null => {
  const audience = given.text("audience")
  if ((audience === undefined) === !given.flag("everybody")) throw new UsageError("Give --audience or --everybody.")
  return audience ?? null
}

const rules: Command = {
  name: "release rules",
  summary: "for whom nothing leaves before a second person has confirmed it",
  operands: [],
  options: {},
  examples: ["release rules --vault ~/matters"],
  vault: "option",
  run: async (work) => {
    const result = await work.call("release.rules", {})
    const rows = [...(result.wholeVault ? [["everybody"]] : []), ...result.audiences.map((one) => [printable(one)])]
    return { result, lines: table(["A SECOND PERSON CONFIRMS FOR"], rows, "Nobody: one person may release.") }
  },
}

const require: Command = {
  name: "release require",
  summary: "let nothing leave any more, for one audience or for everybody, that a second person has not confirmed",
  operands: [],
  options: forWhom,
  examples: ['release require --audience "UN body" --vault ~/matters'],
  vault: "option",
  run: async (work, given) => {
    await work.call("release.require", { audience: audienceOf(given) })
    return { result: {}, lines: ["Done. See who opens the vault with: saqta vault holder list"] }
  },
}

const lift: Command = {
  name: "release lift",
  summary: "let one person release again; takes a second person's passphrase, as long as there is one",
  operands: [],
  options: { ...forWhom, ...otherOption },
  examples: ["release lift --everybody --second-passphrase-file theirs.txt --vault ~/matters"],
  vault: "option",
  run: async (work, given) => {
    await work.call("release.lift", { audience: audienceOf(given), secret: await otherSecret(work, given) })
    return { result: {}, lines: ["Done."] }
  },
}

const confirm: Command = {
  name: "dossier confirm",
  summary: "confirm exactly what would leave now, as a second person who has reviewed none of it",
  operands: [],
  options: { ...bundleOptions, ...otherOption },
  examples: [
    'dossier confirm --title "The search" --audience "UN body" --incident "The office is searched" --second-passphrase-file theirs.txt --vault ~/matters',
  ],
  vault: "option",
  run: async (work, given) => {
    const { id: caseId } = await chosenCase(work, given)
    const options = await optionsOf(work, given)
    await work.call("job.pause", { paused: false })
    const result = await work.longCall("dossier.confirm", { caseId, options, secret: await otherSecret(work, given) })
    return { result, lines: [`Confirmed by ${printable(result.confirmedBy) || "(no name)"}.`] }
  },
}

export const releaseCommands: readonly Command[] = [confirm, rules, require, lift]
