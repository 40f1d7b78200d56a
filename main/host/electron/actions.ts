/** What the shell does for the page: dialogs and paths. */
import { BrowserWindow, dialog, type OpenDialogOptions, shell } from "electron"
import type { Reply } from "../../../shared/contract/call.ts"
import { type PickKind, pickKinds } from "../../../shared/contract/host.ts"
import { Fault, isFault } from "../../../shared/faults.ts"
import type { EngineLink } from "../engine-link.ts"
import { isRecord } from "../wire.ts"
import type { ShellAct } from "./wire.ts"

export interface ActParts {
  readonly window: BrowserWindow
  readonly engine: EngineLink
  lock(): void
}

const dialogProperties: Readonly<Record<PickKind, NonNullable<OpenDialogOptions["properties"]>>> = {
  files: ["openFile", "multiSelections", "dontAddToRecent"],
  folder: ["openDirectory", "dontAddToRecent"],
  vault: ["openDirectory", "dontAddToRecent"],
  "target-folder": ["openDirectory", "createDirectory", "dontAddToRecent"],
}

const isStrings = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === "string")

/** Parses what the preload sent: a page that broke out of its world can send anything. @throws Fault "bad-input" */
const parseAct = (value: unknown): ShellAct => {
  const message = isRecord(value) ? value : {}
  const { kind, pick, paths, token, name } = message
  if (kind === "lock") return { kind }
  if (kind === "pick" && (pickKinds as readonly unknown[]).includes(pick)) return { kind, pick: pick as PickKind }
  if (kind === "offer" && isStrings(paths)) return { kind, paths }
  if (kind === "reveal" && typeof token === "string") return { kind, token }
  if (kind === "saveTicket" && typeof name === "string") return { kind, name: name.replace(/[/\\\0]/g, "_") }
  throw new Fault("bad-input")
}

const pick = async (kind: PickKind, { window, engine }: ActParts): Promise<unknown> => {
  const answer = await dialog.showOpenDialog(window, { properties: dialogProperties[kind] })
  return answer.canceled || answer.filePaths.length === 0 ? [] : engine.offer(answer.filePaths)
}

const saveTicket = async (name: string, { window, engine }: ActParts): Promise<string | null> => {
  const answer = await dialog.showSaveDialog(window, { defaultPath: name, properties: ["dontAddToRecent"] })
  return answer.canceled || answer.filePath === "" ? null : engine.ticket(answer.filePath)
}

const act = async (message: ShellAct, parts: ActParts): Promise<unknown> => {
  switch (message.kind) {
    case "pick":
      return pick(message.pick, parts)
    case "offer":
      return parts.engine.offer(message.paths)
    case "reveal":
      shell.showItemInFolder(await parts.engine.resolve(message.token))
      return null
    case "saveTicket":
      return saveTicket(message.name, parts)
    case "lock":
      parts.lock()
      return null
  }
}

/** Answers one message of the preload. */
export const answerAct = async (value: unknown, parts: ActParts): Promise<Reply<unknown>> => {
  try {
    return { ok: true, result: await act(parseAct(value), parts) }
  } catch (error) {
    if (isFault(error)) return { ok: false, fault: { code: error.code, detail: error.detail } }
    return { ok: false, fault: { code: "internal", detail: {} } }
  }
}
