import { basename, dirname } from "node:path"
import type { Output } from "../../../shared/contract/contract.ts"
import { isFault } from "../../../shared/faults.ts"
import { EvidenceId } from "../../../shared/model/ids.ts"
import type { Command, Ended } from "../command.ts"
import { facts, printable, size, table } from "../print.ts"
import type { Work } from "../work.ts"

type Info = Output<"vault.info">

const infoLines = (info: Info): string[] =>
  facts([
    ["Vault", info.folderName],
    ["Id", info.vaultId],
    ["Made", info.createdAt],
    ["Opens with", info.slots.join(", ")],
    ["People who open it", info.holders],
    ["You are", info.holder.label],
    ["Key", `Argon2id, ${info.kdf.memoryMiB} MiB, ${info.kdf.passes} passes, ${info.kdf.lanes} lanes`],
    ["Cases", info.cases],
    ["Evidence", `${info.evidence} (${size(info.evidenceBytes)})`],
    ["Audit log", `${info.audit.entries} entries, head ${info.audit.head}`],
    ["Read only", info.readOnly ? "yes: a check failed when it was opened" : ""],
  ])

const create: Command = {
  name: "vault create",
  summary: "make a new vault and print its recovery code, once",
  operands: ["DIR"],
  options: {
    "passphrase-file": { takes: "FILE", help: "read the passphrase from a file, or from standard input with -" },
  },
  examples: ["vault create ~/matters", "vault create ~/matters --passphrase-file - < passphrase.txt"],
  vault: "none",
  run: async (work, given): Promise<Ended> => {
    const folder = work.absolute(given.operand(0))
    const passphrase = await work.secrets.newPassphrase(given.text("passphrase-file"))
    const parent = work.offer(dirname(folder))
    const made = await work.call("vault.create", { parent, folderName: basename(folder), passphrase })
    const path = work.pathOf(made.folder)
    return {
      result: { id: made.info.vaultId, folder: path, recoveryCode: made.recoveryCode, info: made.info },
      lines: [
        ...facts([
          ["Made", path],
          ["Recovery code", made.recoveryCode],
        ]),
        "Write the recovery code down and keep it away from this computer: it is not shown again, and without it nobody",
        "can open the vault when the passphrase is lost.",
      ],
    }
  },
}

const info: Command = {
  name: "vault info",
  summary: "say what a vault is and how much it holds",
  operands: ["DIR"],
  options: {},
  examples: ["vault info ~/matters", "vault info ~/matters --json --passphrase-file passphrase.txt"],
  vault: "operand",
  run: async (work): Promise<Ended> => {
    const result = await work.call("vault.info", {})
    return { result: { id: result.vaultId, ...result }, lines: infoLines(result) }
  },
}

/** "blob-missing evidence ID" with the number and title that a person knows the item by. */
const named = async (work: Work, fault: string): Promise<string> => {
  const id = / evidence (\S+)$/.exec(fault)?.[1]
  const parsed = EvidenceId.safeParse(id)
  if (!parsed.success) return fault
  try {
    const { reference, title } = await work.call("evidence.show", { id: parsed.data })
    return `${fault}  ${reference}  ${printable(title)}`
  } catch (error) {
    if (!isFault(error)) throw error
    return fault
  }
}

const verify: Command = {
  name: "vault verify",
  summary: "read everything and check it: headers, database, every sealed file, every record (exit 3 where damaged)",
  operands: ["DIR"],
  options: {},
  examples: ["vault verify ~/matters"],
  vault: "operand",
  run: async (work): Promise<Ended> => {
    const result = await work.longCall("vault.verify", {})
    const rows = result.checks.map((one) => [
      one.name,
      one.passed ? "holds" : "FAILED",
      one.looked,
      one.faults.length === 0 ? "" : one.faults.length,
    ])
    const faults = result.checks.flatMap((one) => one.faults)
    return {
      result,
      lines: [
        ...table(["CHECK", "RESULT", "LOOKED AT", "FAULTS"], rows, "Nothing was checked."),
        ...(await Promise.all(faults.map((fault) => named(work, fault)))),
        result.passed ? "Everything holds." : "This vault is damaged or was changed from outside.",
      ],
      ...(result.passed ? {} : { failure: { code: "verification-failed" } as const }),
    }
  },
}

const passphrase: Command = {
  name: "vault passphrase",
  summary: "change the passphrase; old copies of the vault still open with the old one",
  operands: ["DIR"],
  options: { "new-passphrase-file": { takes: "FILE", help: "read the new passphrase from a file" } },
  examples: ["vault passphrase ~/matters"],
  vault: "operand",
  run: async (work, given): Promise<Ended> => {
    const current = await work.secrets.passphrase(given.text("passphrase-file"))
    const next = await work.secrets.newPassphrase(given.text("new-passphrase-file"))
    await work.call("vault.changePassphrase", { current, next })
    return { result: {}, lines: ["The passphrase was changed. Copies made before still open with the old one."] }
  },
}

export const vaultCommands: readonly Command[] = [create, info, verify, passphrase]
