/** What the shell does for the page. Failures cross as codes, as they do from the engine. */
import { writeFile } from "node:fs/promises"
import { join } from "node:path"
import type { Reply } from "../../../shared/contract/call.ts"
import { Fault, isFault } from "../../../shared/faults.ts"
import type { EngineLink } from "../engine-link.ts"
import { revealPath } from "../reveal.ts"
import type { FromPage } from "./bridge-wire.ts"
import type { FolderDialog } from "./folder-dialog.ts"
import type { BrowserWindow } from "./window.ts"

export interface ActionParts {
  readonly engine: EngineLink
  readonly window: BrowserWindow
  readonly chooseFolder: FolderDialog
  lock(): void
}

const saveText = async (name: string, text: string, chooseFolder: FolderDialog): Promise<boolean> => {
  const folder = await chooseFolder("target-folder")
  if (folder === undefined) return false
  // Subtle: the page suggests the name; it must not lead out of the chosen folder.
  const plainName = name.replace(/[/\\\0]/g, "_").replace(/^\.+/, "_")
  try {
    await writeFile(join(folder, plainName), text, { flag: "wx", mode: 0o600 })
  } catch (error) {
    const exists = (error as NodeJS.ErrnoException).code === "EEXIST"
    throw new Fault(exists ? "target-exists" : "io-error", { name: plainName }, error)
  }
  return true
}

const act = async (message: Exclude<FromPage, { kind: "call" }>, parts: ActionParts): Promise<unknown> => {
  switch (message.kind) {
    case "offer":
      return parts.engine.offer(await parts.window.heldPaths(message.id, message.count))
    case "pickFolder": {
      const folder = await parts.chooseFolder(message.pick)
      return folder === undefined ? [] : parts.engine.offer([folder])
    }
    case "reveal":
      return revealPath(await parts.engine.resolve(message.token))
    case "saveText":
      return saveText(message.name, message.text, parts.chooseFolder)
    case "lock":
      parts.lock()
      return null
  }
}

const reply = async (message: FromPage, parts: ActionParts): Promise<Reply<unknown>> => {
  try {
    if (message.kind === "call") return await parts.engine.call(message.name, message.input)
    return { ok: true, result: await act(message, parts) }
  } catch (error) {
    if (isFault(error)) return { ok: false, fault: { code: error.code, detail: error.detail } }
    return { ok: false, fault: { code: "internal", detail: {} } }
  }
}

/** Answers every message of the page, and passes the engine's events on. */
export const actForPage = (parts: ActionParts): void => {
  parts.window.onMessage((message) => {
    void reply(message, parts).then((answer) => parts.window.post({ kind: "reply", id: message.id, reply: answer }))
  })
  parts.engine.onEvent((event) => parts.window.post({ kind: "event", event }))
}
