import { type Command, type OptionSpec, optionsOf } from "./command.ts"

/** The command was written wrongly: exit 2. The message never repeats a value, which may be a secret. */
export class UsageError extends Error {}

/** What was given to one command. */
export interface Given {
  readonly operands: readonly string[]
  /** @throws UsageError where it was not given */
  operand(index: number): string
  text(option: string): string | undefined
  /** @throws UsageError where it was not given */
  required(option: string): string
  all(option: string): readonly string[]
  flag(option: string): boolean
  /** @throws UsageError where it is no whole number from `least` */
  number(option: string, least: number): number | undefined
}

type Values = ReadonlyMap<string, readonly string[]>

const secretHint =
  "A passphrase is never given as an argument, where other programs can see it: leave it out to be asked, or use --passphrase-file."

const unknownOption = (name: string): UsageError =>
  new UsageError(/^(pass|pw|secret|key|recovery-code$)/.test(name) ? secretHint : `There is no option --${name} here.`)

const checkValue = (name: string, spec: OptionSpec, value: string): string => {
  if (spec.oneOf !== undefined && !spec.oneOf.includes(value)) {
    throw new UsageError(`--${name} is one of: ${spec.oneOf.join(", ")}.`)
  }
  return value
}

interface Word {
  readonly name: string
  /** What stood behind "=", if anything did. */
  readonly value: string | undefined
}

const optionWord = (word: string): Word | undefined => {
  if (word === "-h") return { name: "help", value: undefined }
  const match = /^--([^=]+)(?:=(.*))?$/s.exec(word)
  return match === null ? undefined : { name: match[1] ?? "", value: match[2] }
}

const split = (words: readonly string[], options: Readonly<Record<string, OptionSpec>>) => {
  const values = new Map<string, string[]>()
  const operands: string[] = []
  const queue = [...words]
  for (let word = queue.shift(); word !== undefined; word = queue.shift()) {
    if (word === "--") {
      operands.push(...queue.splice(0))
      break
    }
    const option = optionWord(word)
    if (option === undefined) {
      operands.push(word)
      continue
    }
    const spec = Object.hasOwn(options, option.name) ? options[option.name] : undefined
    if (spec === undefined) throw unknownOption(option.name)
    if (spec.takes === null && option.value !== undefined) throw new UsageError(`--${option.name} takes no value.`)
    const value = spec.takes === null ? "" : (option.value ?? queue.shift())
    if (value === undefined) throw new UsageError(`--${option.name} needs ${spec.takes ?? "a value"}.`)
    const before = values.get(option.name) ?? []
    if (before.length > 0 && spec.many !== true && spec.takes !== null) {
      throw new UsageError(`--${option.name} was given twice.`)
    }
    values.set(option.name, [...before, checkValue(option.name, spec, value)])
  }
  return { values, operands }
}

const checkOperands = (command: Command, operands: readonly string[]): void => {
  const least = command.operands.filter((name) => !name.startsWith("[")).length
  const most = command.operands.some((name) => name.includes("..."))
    ? Number.POSITIVE_INFINITY
    : command.operands.length
  const missing = command.operands[operands.length]
  if (operands.length < least) throw new UsageError(`${missing ?? "An operand"} is missing.`)
  if (operands.length > most) throw new UsageError("There is a word too many.")
}

const accessors = (operands: readonly string[], values: Values): Given => {
  const all = (option: string): readonly string[] => values.get(option) ?? []
  const text = (option: string): string | undefined => all(option)[0]
  return {
    operands,
    operand: (index) => {
      const operand = operands[index]
      if (operand === undefined) throw new UsageError("An operand is missing.")
      return operand
    },
    text,
    required: (option) => {
      const value = text(option)
      if (value === undefined) throw new UsageError(`--${option} is needed.`)
      return value
    },
    all,
    flag: (option) => values.has(option),
    number: (option, least) => {
      const value = text(option)
      if (value === undefined) return undefined
      if (!/^\d{1,9}$/.test(value) || Number(value) < least) {
        throw new UsageError(`--${option} is a whole number, ${least} or more.`)
      }
      return Number(value)
    },
  }
}

/** Reads the words behind a command's name. With --help nothing else is asked for. @throws UsageError */
export const readWords = (command: Command, words: readonly string[]): Given => {
  const options = optionsOf(command)
  const { values, operands } = split(words, options)
  if (!values.has("help")) {
    checkOperands(command, operands)
    for (const [name, spec] of Object.entries(options)) {
      if (spec.required === true && !values.has(name)) throw new UsageError(`--${name} ${spec.takes ?? ""} is needed.`)
    }
  }
  return accessors(operands, values)
}
