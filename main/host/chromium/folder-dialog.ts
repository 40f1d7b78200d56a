/**
 * Choosing a folder. A page cannot learn the path of an empty folder, so the desktop's own dialog is asked
 * (GNOME's zenity or KDE's kdialog). Where neither is there, the folder can still be dropped on the window.
 */
import { spawn } from "node:child_process"
import type { PickKind } from "../../../shared/contract/host.ts"

/** Undefined when dismissed. */
export type FolderDialog = (kind: PickKind) => Promise<string | undefined>

const dialogs: readonly (readonly [string, ...string[]])[] = [
  ["zenity", "--file-selection", "--directory"],
  ["kdialog", "--getexistingdirectory"],
  ["qarma", "--file-selection", "--directory"],
]

/** Runs one dialog: its path, "" when dismissed, undefined where the program is not there. */
const ask = (
  [program, ...args]: readonly [string, ...string[]],
  environment: NodeJS.ProcessEnv,
): Promise<string | undefined> =>
  new Promise((resolve) => {
    const child = spawn(program, args, { env: environment, stdio: ["ignore", "pipe", "ignore"] })
    const parts: Buffer[] = []
    child.stdout.on("data", (part: Buffer) => void parts.push(part))
    child.once("error", () => resolve(undefined))
    child.once("close", (code) => resolve(code === 0 ? Buffer.concat(parts).toString("utf8").replace(/\n$/, "") : ""))
  })

/** The desktop's folder dialog; dismissed where there is no such program. */
export const desktopFolderDialog =
  (environment: NodeJS.ProcessEnv): FolderDialog =>
  async () => {
    for (const dialog of dialogs) {
      const answer = await ask(dialog, environment)
      if (answer !== undefined) return answer === "" ? undefined : answer
    }
    return undefined
  }
