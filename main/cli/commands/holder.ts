import type { Output } from "../../../shared/contract/contract.ts"
import { Fault } from "../../../shared/faults.ts"
import type { Holder, HolderSecret } from "../../../shared/contract/holder.ts"
import type { Command, Ended } from "../command.ts"
import type { Given } from "../given.ts"
import { facts, printable, table } from "../print.ts"
import type { Work } from "../work.ts"

/** Who opens the vault. Changing that needs the secret of whoever works in it, which has just been given to open it. */

const noteOnCopies =
  "Copies of the vault that were made before still open as they did then: nothing in this vault can change that."

const ownSecret = async (work: Work, given: Given): Promise<HolderSecret> => {
  const file = given.text("recovery-code-file")
  if (file !== undefined) return { kind: "recovery-code", code: await work.secrets.fromFile(file) }
  return { kind: "passphrase", passphrase: await work.secrets.passphrase(given.text("passphrase-file")) }
}

const nameOf = ({ label, acting }: Pick<Holder, "label" | "acting">): string =>
  `${label === "" ? "(no name)" : printable(label)}${acting ? ", you" : ""}`

const listLines = ({ holders, freePlaces }: Output<"holder.list">): string[] => [
  ...table(
    ["NAME", "SINCE", "TAKEN OUT", "ID"],
    holders.map((one) => [nameOf(one), one.since ?? "never opened it", one.removedAt ?? "", one.id]),
    "Nobody.",
  ),
  `${freePlaces} of 8 places are free; a passphrase takes one, a recovery code another.`,
]

const list: Command = {
  name: "vault holder list",
  summary: "who opens the vault, and who once did",
  operands: ["DIR"],
  options: {},
  examples: ["vault holder list ~/matters"],
  vault: "operand",
  run: async (work): Promise<Ended> => {
    const result = await work.call("holder.list", {})
    return { result, lines: listLines(result) }
  },
}

const add: Command = {
  name: "vault holder add",
  summary: "let a further person open the vault, with a passphrase and a signature of their own",
  operands: ["DIR"],
  options: {
    name: { takes: "TEXT", required: true, help: "what they are called in the log" },
    "new-passphrase-file": { takes: "FILE", help: "read their passphrase from a file" },
  },
  examples: ['vault holder add ~/matters --name "Aigerim"'],
  vault: "operand",
  run: async (work, given): Promise<Ended> => {
    const secret = await ownSecret(work, given)
    const passphrase = await work.secrets.newPassphrase(given.text("new-passphrase-file"), "Their passphrase")
    const result = await work.call("holder.add", { secret, label: given.required("name"), passphrase })
    return { result, lines: facts([["Added", given.required("name")]]) }
  },
}

const rename: Command = {
  name: "vault holder rename",
  summary: "say what you are called in the log",
  operands: ["DIR", "NAME"],
  options: {},
  examples: ['vault holder rename ~/matters "Daniyar"'],
  vault: "operand",
  run: async (work, given): Promise<Ended> => {
    await work.call("holder.rename", { label: given.operand(1) })
    return { result: {}, lines: ["Done."] }
  },
}

const find = async (work: Work, wanted: string): Promise<Holder> => {
  const { holders } = await work.call("holder.list", {})
  const found = holders.filter(({ id, label, removedAt }) => removedAt === null && (id === wanted || label === wanted))
  const [holder] = found
  if (holder === undefined) throw new Fault("not-found", { kind: "holder" })
  if (found.length > 1) throw new Fault("ambiguous", { kind: "holder" })
  return holder
}

const remove: Command = {
  name: "vault holder remove",
  summary: "take a person out: their secrets no longer open this vault; copies made before still open",
  operands: ["DIR", "PERSON"],
  options: {},
  examples: ['vault holder remove ~/matters "Aigerim"'],
  vault: "operand",
  run: async (work, given): Promise<Ended> => {
    const { id } = await find(work, given.operand(1))
    const result = await work.call("holder.remove", { secret: await ownSecret(work, given), id })
    const code = "Nobody has a recovery code now. Make one with: saqta vault recovery-code"
    return { result: { id, ...result }, lines: [noteOnCopies, ...(result.recoveryCodeRemains ? [] : [code])] }
  },
}

const recoveryCode: Command = {
  name: "vault recovery-code",
  summary: "make a new recovery code for yourself and print it, once; your old one no longer opens the vault",
  operands: ["DIR"],
  options: {},
  examples: ["vault recovery-code ~/matters"],
  vault: "operand",
  run: async (work, given): Promise<Ended> => {
    const result = await work.call("holder.renewCode", { secret: await ownSecret(work, given) })
    return { result, lines: [...facts([["Recovery code", result.recoveryCode]]), noteOnCopies] }
  },
}

export const holderCommands: readonly Command[] = [list, add, rename, remove, recoveryCode]
