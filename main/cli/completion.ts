import { type Command, optionsOf } from "./command.ts"

export const shells = ["bash", "zsh", "fish"] as const
export type Shell = (typeof shells)[number]

interface Group {
  readonly noun: string
  readonly verbs: readonly Command[]
}

const groupsOf = (commands: readonly Command[]): Group[] => {
  const nouns = [...new Set(commands.map((command) => command.name.split(" ")[0] ?? ""))]
  return nouns.map((noun) => ({ noun, verbs: commands.filter((command) => command.name.startsWith(`${noun} `)) }))
}

/** Commands of one word, such as `timeline`. */
const alone = (commands: readonly Command[]): Command[] => commands.filter((command) => !command.name.includes(" "))

const verbOf = (command: Command): string => command.name.split(" ")[1] ?? ""

/** Commands by their first two words: what is typed behind `vault holder` depends on a third. */
const byTwoWords = (commands: readonly Command[]): [string, readonly Command[]][] => {
  const twoWords = ({ name }: Command): string => name.split(" ").slice(0, 2).join(" ")
  const names = [...new Set(commands.map(twoWords))]
  return names.map((name) => [name, commands.filter((command) => twoWords(command) === name)])
}

const thirdWords = (commands: readonly Command[]): string[] => commands.flatMap(({ name }) => name.split(" ")[2] ?? [])

const flagsOf = (command: Command): string[] => Object.keys(optionsOf(command)).map((name) => `--${name}`)

const bash = (commands: readonly Command[]): string[] => {
  const groups = groupsOf(commands)
  const nouns = [...groups.map((group) => group.noun), "help", "completion"].join(" ")
  const closed = commands.flatMap((command) =>
    Object.entries(optionsOf(command))
      .filter(([, spec]) => spec.oneOf !== undefined)
      .map(([name, spec]) => `    "${command.name} --${name}") words="${(spec.oneOf ?? []).join(" ")}" ;;`),
  )
  return [
    "_saqta() {",
    '  local current="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}" words=""',
    '  case "${COMP_WORDS[1]} ${COMP_WORDS[2]} $previous" in',
    ...closed,
    "  esac",
    '  if [ -n "$words" ]; then :',
    `  elif [ "$COMP_CWORD" -eq 1 ]; then words="${nouns}"`,
    '  elif [ "$COMP_CWORD" -eq 2 ]; then case "${COMP_WORDS[1]}" in',
    ...groups.map(({ noun, verbs }) => `    ${noun}) words="${[...new Set(verbs.map(verbOf))].join(" ")}" ;;`),
    `    completion) words="${shells.join(" ")}" ;;`,
    "  esac",
    `  elif [ "$COMP_CWORD" -eq 3 ] && [[ "$current" != -* ]]; then case "\${COMP_WORDS[1]} \${COMP_WORDS[2]}" in`,
    ...byTwoWords(commands)
      .map(([name, group]) => [name, thirdWords(group)] as const)
      .filter(([, words]) => words.length > 0)
      .map(([name, words]) => `    "${name}") words="${words.join(" ")}" ;;`),
    "  esac",
    '  elif [[ "$current" == -* ]]; then case "${COMP_WORDS[1]} ${COMP_WORDS[2]}" in',
    ...byTwoWords(commands).map(([name, group]) => {
      const written = name.includes(" ") ? `"${name}"` : `"${name} "*`
      return `    ${written}) words="${[...new Set(group.flatMap(flagsOf))].join(" ")}" ;;`
    }),
    "  esac",
    "  fi",
    '  COMPREPLY=($(compgen -W "$words" -- "$current"))',
    "}",
    "complete -o default -F _saqta saqta",
  ]
}

const fishQuoted = (text: string): string => `'${text.replace(/[\\']/g, "\\$&")}'`

const fishOptions = (command: Command, seen: string): string[] =>
  Object.entries(optionsOf(command)).map(([name, spec]) => {
    const values = spec.takes === null ? "" : spec.oneOf === undefined ? " -r -F" : ` -x -a '${spec.oneOf.join(" ")}'`
    return `complete -c saqta -n ${seen} -l ${name}${values} -d ${fishQuoted(spec.help)}`
  })

const fish = (commands: readonly Command[]): string[] => [
  "complete -c saqta -f",
  ...groupsOf(commands).map(({ noun }) => `complete -c saqta -n __fish_use_subcommand -a ${noun}`),
  "complete -c saqta -n __fish_use_subcommand -a 'help completion'",
  `complete -c saqta -n '__fish_seen_subcommand_from completion' -a '${shells.join(" ")}'`,
  ...groupsOf(commands).flatMap(({ noun, verbs }) => [
    ...verbs.map(
      (command) =>
        `complete -c saqta -n '__fish_seen_subcommand_from ${noun}' -a ${verbOf(command)} -d ${fishQuoted(command.summary)}`,
    ),
    ...verbs.flatMap((command) =>
      fishOptions(command, `'__fish_seen_subcommand_from ${noun}; and __fish_seen_subcommand_from ${verbOf(command)}'`),
    ),
  ]),
  ...byTwoWords(commands)
    .filter(([, group]) => thirdWords(group).length > 0)
    .map(([name, group]) => {
      const seen = `'__fish_seen_subcommand_from ${name.split(" ")[1] ?? ""}'`
      return `complete -c saqta -n ${seen} -a '${thirdWords(group).join(" ")}'`
    }),
  ...alone(commands).flatMap((command) => fishOptions(command, `'__fish_seen_subcommand_from ${command.name}'`)),
]

/** A script for the shell; zsh reads bash's through its own compatibility layer. */
export const completionScript = (shell: Shell, commands: readonly Command[]): string[] => {
  switch (shell) {
    case "bash":
      return bash(commands)
    case "zsh":
      return ["autoload -U +X bashcompinit && bashcompinit", ...bash(commands)]
    case "fish":
      return fish(commands)
  }
}
