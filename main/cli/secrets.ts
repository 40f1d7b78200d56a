import { readFile } from "node:fs/promises"
import { Fault } from "../../shared/faults.ts"
import { UsageError } from "./given.ts"
import { decodeLines } from "./text-file.ts"

/** Where passphrases come from: a person, a file, or standard input. Never an argument, never the environment. */
export interface Secrets {
  /** From the file where one is given, else asked for. */
  passphrase(file: string | undefined): Promise<string>
  /** As `passphrase`, asked for twice. */
  newPassphrase(file: string | undefined, label?: string): Promise<string>
  /** The one line of a file; "-" is standard input. */
  fromFile(file: string): Promise<string>
  /** Every line of a file; "-" is standard input. */
  lines(file: string): Promise<readonly string[]>
}

export interface SecretParts {
  /** Asks on the terminal without showing what is typed; undefined where there is none. */
  readonly ask: ((prompt: string) => Promise<string>) | undefined
  readonly readStdin: () => Promise<Uint8Array>
  readonly absolute: (path: string) => string
}

/** @throws Fault "not-found", "file-unreadable" */
const readWhole = async (path: string): Promise<Uint8Array> => {
  try {
    return await readFile(path)
  } catch (error) {
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT"
    throw new Fault(missing ? "not-found" : "file-unreadable", { kind: "file" }, error)
  }
}

/** @throws Fault "terms-unreadable" where it is not UTF-8 */
const readTextLines = async (parts: Omit<SecretParts, "ask">, file: string): Promise<readonly string[]> =>
  decodeLines(file === "-" ? await parts.readStdin() : await readWhole(parts.absolute(file)))

export const createSecrets = (parts: SecretParts): Secrets => {
  const ask = (prompt: string): Promise<string> => {
    if (parts.ask === undefined) {
      throw new UsageError(
        "There is no terminal to ask for the passphrase on: use --passphrase-file FILE, or - for standard input.",
      )
    }
    return parts.ask(prompt)
  }
  const fromFile = async (file: string): Promise<string> => {
    const [secret, ...more] = (await readTextLines(parts, file)).filter((line) => line !== "")
    if (secret === undefined || more.length > 0) throw new Fault("bad-input", { field: "passphrase-file" })
    return secret
  }
  return {
    fromFile,
    lines: (file) => readTextLines(parts, file),
    passphrase: (file) => (file === undefined ? ask("Passphrase: ") : fromFile(file)),
    newPassphrase: async (file, label = "New passphrase") => {
      if (file !== undefined) return fromFile(file)
      const first = await ask(`${label}: `)
      if ((await ask(`${label}, again: `)) !== first) throw new UsageError("The two did not match. Nothing was done.")
      return first
    },
  }
}
