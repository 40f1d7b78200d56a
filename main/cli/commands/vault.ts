import { basename, dirname } from "node:path"
import type { Output } from "../../../shared/contract/contract.ts"
import type { Command, Ended } from "../command.ts"
import { facts, size, table } from "../print.ts"

type Info = Output<"vault.info">

const infoLines = (info: Info): string[] =>
  facts([
    ["Vault", info.folderName],
    ["Id", info.vaultId],
    ["Made", info.createdAt],
    ["Opens with", info.slots.join(", ")],
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
      one.faults.join("; "),
    ])
    return {
      result,
      lines: [
        ...table(["CHECK", "RESULT", "LOOKED AT", "FAULTS"], rows, "Nothing was checked."),
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
