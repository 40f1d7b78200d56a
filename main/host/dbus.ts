/**
 * The one door to D-Bus: hears, and says nothing. Linux desktops tell there that the machine goes to sleep and that the
 * screen is locked; no browser passes the latter on. Heard through `dbus-monitor`, which comes with D-Bus itself.
 */
import { spawn } from "node:child_process"

export type DesktopSignal = "sleep" | "screen-locked"

interface Rule {
  readonly bus: "--system" | "--session"
  readonly interface: string
  readonly member: string
  readonly signal: DesktopSignal
  /** Whether the signal counts only with the argument `true` (its counterpart says `false`). */
  readonly onlyIfTrue: boolean
}

const rules: readonly Rule[] = [
  {
    bus: "--system",
    interface: "org.freedesktop.login1.Manager",
    member: "PrepareForSleep",
    signal: "sleep",
    onlyIfTrue: true,
  },
  {
    bus: "--system",
    interface: "org.freedesktop.login1.Session",
    member: "Lock",
    signal: "screen-locked",
    onlyIfTrue: false,
  },
  ...["org.gnome.ScreenSaver", "org.freedesktop.ScreenSaver", "org.cinnamon.ScreenSaver", "org.mate.ScreenSaver"].map(
    (name): Rule => ({
      bus: "--session",
      interface: name,
      member: "ActiveChanged",
      signal: "screen-locked",
      onlyIfTrue: true,
    }),
  ),
]

const matchRule = ({ interface: name, member }: Rule): string => `type='signal',interface='${name}',member='${member}'`

/**
 * Reads what `dbus-monitor` prints: a line that begins with "signal" and names interface and member, then one indented
 * line for each argument. Calls `hear` for every signal that counts.
 */
export const makeSignalReader = (hear: (signal: DesktopSignal) => void): ((line: string) => void) => {
  let waiting: Rule | undefined
  return (line) => {
    if (line.startsWith("signal ")) {
      const name = /interface=([^;]+);/.exec(line)?.[1]
      const member = /member=(\S+)/.exec(line)?.[1]
      const rule = rules.find((one) => one.interface === name && one.member === member)
      waiting = rule?.onlyIfTrue === true ? rule : undefined
      if (rule?.onlyIfTrue === false) hear(rule.signal)
    } else if (/^\s+boolean true$/.test(line) && waiting !== undefined) {
      hear(waiting.signal)
      waiting = undefined
    } else if (!/^\s/.test(line)) waiting = undefined
  }
}

const splitLines = (onLine: (line: string) => void): ((part: Buffer) => void) => {
  let rest = ""
  return (part) => {
    const lines = (rest + part.toString("utf8")).split("\n")
    rest = lines.pop() ?? ""
    lines.forEach(onLine)
  }
}

export interface DesktopParts {
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly hear: (signal: DesktopSignal) => void
  /** The listening program; tests take another. */
  readonly program?: string
}

/** Listens on both buses until the returned function is called; silently not at all where there is no D-Bus. */
export const watchDesktop = ({ environment, hear, program = "dbus-monitor" }: DesktopParts): (() => void) => {
  const children = (["--system", "--session"] as const).map((bus) => {
    const matches = rules.filter((rule) => rule.bus === bus).map(matchRule)
    const child = spawn(program, [bus, ...matches], { env: { ...environment }, stdio: ["ignore", "pipe", "ignore"] })
    child.once("error", () => undefined)
    child.stdout.on("data", splitLines(makeSignalReader(hear)))
    return child
  })
  return () => children.forEach((child) => void child.kill())
}
