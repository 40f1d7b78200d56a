import { isTextKey, translate } from "../../shared/i18n/translate.ts"
import type { Output } from "../../shared/contract/contract.ts"
import { Fault, type FaultCode, type FaultDetail, isFault } from "../../shared/faults.ts"
import type { Language } from "../../shared/model/ids.ts"
import type { Engine } from "../engine/engine.ts"
import type { Command, Ended } from "./command.ts"
import { commands } from "./commands/all.ts"
import { completionScript, shells } from "./completion.ts"
import { type Given, readWords, UsageError } from "./given.ts"
import { commandHelp, overview } from "./help.ts"
import { createProgress } from "./progress.ts"
import { createSecrets } from "./secrets.ts"
import { createWork, type Folders, openVault, type Work } from "./work.ts"

/** What the command line runs in; an argument, so that tests can be a terminal. */
export interface CliParts {
  /** Made only when a command needs it; closed before the command line ends. */
  readonly makeEngine: () => Engine
  readonly cwd: string
  readonly version: string
  readonly today: string
  readonly folders: Folders
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Somebody watches standard error. */
  readonly watched: boolean
  readonly columns: number
  readonly ask: ((prompt: string) => Promise<string>) | undefined
  readonly readStdin: () => Promise<Uint8Array>
}

const exitCodes = { done: 0, fault: 1, usage: 2, damaged: 3 } as const

const damage: ReadonlySet<FaultCode> = new Set([
  "verification-failed",
  "redaction-leak",
  "redaction-unproven",
  "database-damaged",
  "header-damaged",
  "header-stale",
  "blob-missing",
  "blob-damaged",
  "audit-broken",
])

const exitCodeOf = (code: FaultCode): number => {
  if (code === "usage") return exitCodes.usage
  return damage.has(code) ? exitCodes.damaged : exitCodes.fault
}

interface Printer {
  done(ended: Ended): void
  failed(code: FaultCode, message: string, detail: FaultDetail, ended?: Ended): void
}

const printer = (parts: CliParts, json: boolean): Printer => {
  const object = (value: unknown): void => parts.out(`${JSON.stringify(value)}\n`)
  const text = (lines: readonly string[]): void => {
    if (lines.length > 0) parts.out(`${lines.join("\n")}\n`)
  }
  return {
    done: (ended) => (json ? object({ ok: true, result: ended.result }) : text(ended.lines)),
    failed: (code, message, detail, ended) => {
      const result = ended === undefined ? {} : { result: ended.result }
      if (json) {
        object({ ok: false, fault: { code, message, detail }, ...result })
        return
      }
      text(ended?.lines ?? [])
      const facts = Object.entries(detail).map(([name, value]) => `${name}: ${value}`)
      parts.err(`${[message, ...(facts.length > 0 ? [`(${facts.join(", ")})`] : [])].join(" ")} [${code}]\n`)
    },
  }
}

/** What a fault says, more closely where there are words for the kind of thing that it is about. */
const sentence = (language: Language, code: FaultCode, detail: FaultDetail = {}): string => {
  const closer = `fault.${code}.${String(detail["kind"])}`
  return translate(language, isTextKey(closer) ? closer : `fault.${code}`, detail)
}

const languageOf = async (engine: Engine): Promise<Language> => {
  const reply = await engine.call("settings.show", {})
  return reply.ok ? (reply.result as Output<"settings.show">).language : "en"
}

const workWith = (parts: CliParts, engine: Engine, language: Language, json: boolean): Work => {
  const progress = createProgress({
    say: parts.err,
    watched: parts.watched && !json,
    columns: parts.columns,
    sentence: (kind, count) => translate(language, `vault.notice.${kind}`, { count }),
    call: (name, input) => engine.call(name, input),
  })
  const work: Work = createWork({
    engine,
    cwd: parts.cwd,
    secrets: createSecrets({ ask: parts.ask, readStdin: parts.readStdin, absolute: (path) => work.absolute(path) }),
    progress,
    explain: (code) => sentence(language, code),
    today: parts.today,
    folders: parts.folders,
  })
  return work
}

const runCommand = async (parts: CliParts, command: Command, given: Given, print: Printer): Promise<number> => {
  const engine = parts.makeEngine()
  const language = await languageOf(engine)
  const failed = (code: FaultCode, detail: FaultDetail, ended?: Ended): number => {
    print.failed(code, sentence(language, code, detail), detail, ended)
    return exitCodeOf(code)
  }
  try {
    const work = workWith(parts, engine, language, given.flag("json"))
    if (command.vault === "option") await openVault(work, given.required("vault"), given)
    if (command.vault === "operand") await openVault(work, given.operand(0), given)
    const ended = await command.run(work, given)
    if (ended.failure !== undefined) return failed(ended.failure.code, ended.failure.detail ?? {}, ended)
    print.done(ended)
    return exitCodes.done
  } catch (error) {
    if (isFault(error)) return failed(error.code, error.detail)
    throw error
  } finally {
    await engine.close()
  }
}

/** The command whose name the words begin with, and the words behind it. */
const chooseCommand = (words: readonly string[]): { command: Command; rest: readonly string[] } | undefined => {
  for (const command of commands) {
    const name = command.name.split(" ")
    if (name.every((word, index) => words[index] === word)) return { command, rest: words.slice(name.length) }
  }
  return undefined
}

const told = (lines: readonly string[]): Ended => ({ result: { text: lines.join("\n") }, lines })

const helpFor = (words: readonly string[]): Ended => {
  const chosen = chooseCommand(words)
  if (chosen !== undefined) return told(commandHelp(chosen.command))
  const [noun] = words
  const group = commands.filter((command) => command.name.startsWith(`${noun ?? ""} `))
  return told(overview(group.length > 0 ? group : commands))
}

const completion = (word: string | undefined): Ended => {
  const shell = shells.find((one) => one === word)
  if (shell === undefined) throw new UsageError(`completion takes one of: ${shells.join(", ")}.`)
  return told(completionScript(shell, commands))
}

const unknown = (words: readonly string[]): UsageError => {
  const [noun = ""] = words
  const verbs = commands.filter((command) => command.name.startsWith(`${noun} `)).map((command) => command.name)
  if (verbs.length > 0) return new UsageError(`There are: ${verbs.join(", ")}.`)
  return new UsageError("There is no such command. See: saqta help")
}

/** What needs no engine: help, version, completion. */
const answerAtOnce = (words: readonly string[], version: string): Ended | undefined => {
  const plain = words.filter((word) => word !== "--json")
  const [first] = plain
  if (first === "help") return helpFor(plain.slice(1))
  if (first === "--help" || first === "-h") return helpFor([])
  if (first === "--version") return told([version])
  if (first === "completion" && !plain.includes("--help")) return completion(plain[1])
  return undefined
}

const asked = (words: readonly string[]): readonly string[] => {
  const end = words.indexOf("--")
  return end < 0 ? words : words.slice(0, end)
}

/** Runs one command and gives its exit code. Everything that can go wrong is printed, in one way. */
export const runCli = async (words: readonly string[], parts: CliParts): Promise<number> => {
  const print = printer(parts, asked(words).includes("--json"))
  try {
    const answer = answerAtOnce(words, parts.version)
    const chosen = chooseCommand(words)
    const wantsHelp = asked(words).some((word) => word === "--help" || word === "-h")
    if (answer !== undefined || wantsHelp) {
      print.done(answer ?? helpFor(words))
      return exitCodes.done
    }
    if (chosen === undefined) throw unknown(words)
    return await runCommand(parts, chosen.command, readWords(chosen.command, chosen.rest), print)
  } catch (error) {
    if (error instanceof UsageError) {
      print.failed("usage", error.message, {})
      return exitCodes.usage
    }
    const fault = isFault(error) ? error : new Fault("internal", {}, error)
    print.failed(fault.code, sentence("en", fault.code, fault.detail), fault.detail)
    return exitCodeOf(fault.code)
  }
}
