import type { FaultCode } from "../../shared/faults.ts"
import type { Given } from "./given.ts"
import type { Work } from "./work.ts"

/** One option of a command, written `--name VALUE`, or `--name` alone where it takes nothing. */
export interface OptionSpec {
  /** What stands behind it, as shown in help; null: nothing. */
  readonly takes: string | null
  readonly help: string
  readonly required?: true
  /** May be given again and again. */
  readonly many?: true
  /** The words it accepts, where they are a closed set; also for completion. */
  readonly oneOf?: readonly string[]
}

/** What a command gives back. */
export interface Ended {
  /** Printed as `result` under --json. */
  readonly result: unknown
  /** Printed otherwise, one line each. */
  readonly lines: readonly string[]
  /** Done, but not well: some files failed, a check did not hold. Printed with the result; decides the exit code. */
  readonly failure?: { readonly code: FaultCode; readonly detail?: Readonly<Record<string, string | number | boolean>> }
}

export interface Command {
  /** Such as "case add". */
  readonly name: string
  readonly summary: string
  /** Operands in order, as shown in help; "[X]" may be left out, "X..." may repeat. */
  readonly operands: readonly string[]
  readonly options: Readonly<Record<string, OptionSpec>>
  /** Without the program's name. */
  readonly examples: readonly string[]
  /** Which vault is opened first: that of --vault, that of the first operand, or none. */
  readonly vault: "option" | "operand" | "none"
  run(work: Work, given: Given): Promise<Ended>
}

/** Options that every command takes. */
export const commonOptions: Readonly<Record<string, OptionSpec>> = {
  json: { takes: null, help: "print exactly one JSON object on standard output" },
  help: { takes: null, help: "show how this command is written" },
}

/** Options of commands that open a vault. */
const vaultOptions: Readonly<Record<string, OptionSpec>> = {
  "passphrase-file": { takes: "FILE", help: "read the passphrase from a file, or from standard input with -" },
  "recovery-code-file": { takes: "FILE", help: "open with the recovery code from a file, or - for standard input" },
}

const vaultOption: Readonly<Record<string, OptionSpec>> = {
  vault: { takes: "DIR", required: true, help: "the vault's folder" },
}

/** All options of a command, common ones included. */
export const optionsOf = (command: Command): Readonly<Record<string, OptionSpec>> => ({
  ...command.options,
  ...(command.vault === "option" ? vaultOption : {}),
  ...(command.vault === "none" ? {} : vaultOptions),
  ...commonOptions,
})
