import { type Command, commonOptions, optionsOf } from "./command.ts"

const indented = (pairs: readonly (readonly [string, string])[]): string[] => {
  const widest = Math.max(0, ...pairs.map(([left]) => left.length))
  return pairs.map(([left, right]) => `  ${left.padEnd(widest)}  ${right}`.trimEnd())
}

const optionLines = (options: ReturnType<typeof optionsOf>): string[] =>
  indented(
    Object.entries(options).map(([name, spec]) => [
      `--${name}${spec.takes === null ? "" : ` ${spec.takes}`}`,
      `${spec.help}${spec.required === true ? " (needed)" : ""}`,
    ]),
  )

/** How one command is written, with examples. */
export const commandHelp = (command: Command): string[] => [
  `saqta ${[command.name, ...command.operands, "[options]"].join(" ")}`,
  "",
  `  ${command.summary}`,
  "",
  "Options",
  ...optionLines(optionsOf(command)),
  "",
  "Examples",
  ...command.examples.map((example) => `  saqta ${example}`),
]

/** All commands, or those of one group. */
export const overview = (commands: readonly Command[]): string[] => [
  "saqta: an encrypted evidence vault. Without a command, the window opens.",
  "",
  "Commands",
  ...indented(commands.map((command) => [[command.name, ...command.operands].join(" "), command.summary])),
  ...indented([
    ["help [COMMAND]", "this, or how one command is written"],
    ["completion bash|zsh|fish", "a script that completes commands in your shell"],
  ]),
  "",
  "Every command takes",
  ...optionLines(commonOptions),
  "",
  "Passphrases are asked for, or read from a file; never an argument, never the environment.",
  "Exit codes: 0 done, 1 fault, 2 written wrongly, 3 damaged or failed verification.",
]
