import { type ChildProcess, spawn } from "node:child_process"
import type { Readable } from "node:stream"

export interface Display {
  /** For the environment variable DISPLAY. */
  readonly name: string
  close(): void
}

/** A screen in memory (Xvfb) that listens on no port; it picks a free number itself. */
export const openDisplay = (width = 1600, height = 1000): Promise<Display> =>
  new Promise((resolve, reject) => {
    const args = ["-displayfd", "3", "-screen", "0", `${width}x${height}x24`, "-nolisten", "tcp"]
    const child: ChildProcess = spawn("Xvfb", args, { stdio: ["ignore", "ignore", "ignore", "pipe"] })
    child.once("error", reject)
    child.once("exit", () => reject(new Error("Xvfb did not start")))
    const numbers = child.stdio[3] as Readable
    let text = ""
    numbers.on("data", (part: Buffer) => {
      text += part.toString()
      if (text.endsWith("\n")) resolve({ name: `:${text.trim()}`, close: () => void child.kill() })
    })
  })
