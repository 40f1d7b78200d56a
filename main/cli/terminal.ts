import { closeSync, openSync } from "node:fs"
import { ReadStream } from "node:tty"
import { UsageError } from "./given.ts"

const interrupt = "\u0003"
const endOfInput = "\u0004"
const eraseKeys = new Set(["\u007f", "\b"])

/** Opens the terminal itself, so that a question can be answered while standard input is a file. */
const openTerminal = (platform: NodeJS.Platform): ReadStream | undefined => {
  try {
    const descriptor = openSync(platform === "win32" ? "\\\\.\\CONIN$" : "/dev/tty", "r+")
    try {
      return new ReadStream(descriptor)
    } catch (error) {
      closeSync(descriptor)
      throw error
    }
  } catch {
    return undefined
  }
}

const readHidden = (terminal: ReadStream): Promise<string> =>
  new Promise((resolve, reject) => {
    let typed: string[] = []
    terminal.setEncoding("utf8")
    terminal.on("error", reject)
    terminal.on("data", (chunk: string) => {
      for (const sign of chunk) {
        if (sign === "\r" || sign === "\n" || sign === endOfInput) {
          resolve(typed.join(""))
          return
        }
        if (sign === interrupt) {
          reject(new UsageError("Stopped. Nothing was done."))
          return
        }
        if (eraseKeys.has(sign)) typed = typed.slice(0, -1)
        else typed.push(sign)
      }
    })
  })

/** Asks on the terminal without showing what is typed. @throws UsageError where there is no terminal, or on Ctrl+C */
export const askHidden =
  (platform: NodeJS.Platform, say: (text: string) => void) =>
  async (prompt: string): Promise<string> => {
    const terminal = openTerminal(platform)
    if (terminal === undefined) {
      throw new UsageError(
        "There is no terminal to ask for the passphrase on: use --passphrase-file FILE, or - for standard input.",
      )
    }
    // Subtle: raw before the question is shown, or what is typed at once would appear.
    terminal.setRawMode(true)
    say(prompt)
    try {
      return await readHidden(terminal)
    } finally {
      terminal.setRawMode(false)
      terminal.destroy()
      say("\n")
    }
  }
