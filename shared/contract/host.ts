import type { FileToken } from "../model/ids.ts"
import type { Reply } from "./call.ts"
import type { EngineEvent } from "./events.ts"

export interface Offered {
  readonly token: FileToken
  /** The last part of the path, for showing. */
  readonly name: string
}

export const pickKinds = ["files", "folder", "vault", "target-folder"] as const
export type PickKind = (typeof pickKinds)[number]

/**
 * What a host puts into the page as `window.host`: the bridge is the only code that touches it.
 * `call` reaches the engine over the direct port (Electron) or the pipe (Chromium); the rest is the shell's own.
 */
export interface WindowHost<DroppedFile = unknown> {
  readonly kind: "electron" | "chromium"
  readonly version: string
  call(name: string, input: unknown): Promise<Reply<unknown>>
  /** Calls `listener` for every event until the returned function is called. */
  onEvent(listener: (event: EngineEvent) => void): () => void
  /** Opens the system's dialog; empty when dismissed. */
  pick(kind: PickKind): Promise<readonly Offered[]>
  /** Turns dropped files and folders into tokens; paths stay with the host. */
  offer(files: readonly DroppedFile[]): Promise<readonly Offered[]>
  /** Shows the file or folder in the system's file manager. */
  reveal(token: FileToken): Promise<void>
  /** Closes the vault, ends every process that saw plaintext, and shows the unlock screen in a fresh one. */
  lock(): Promise<void>
  /** Address of an audio or video item for the sandboxed media frame. */
  mediaAddress(evidenceId: string): string
  /** Puts text on the clipboard; cleared after a minute if it is still ours. */
  copy(text: string): Promise<void>
  /** Prints the page or saves `text` to a file the person picks (the recovery sheet). False when dismissed. */
  saveText(suggestedName: string, text: string): Promise<boolean>
}
