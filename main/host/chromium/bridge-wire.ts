/** What the page's bridge and the shell say to each other over the binding (page → shell) and the pipe (shell → page). */
import type { Reply } from "../../../shared/contract/call.ts"
import type { EngineEvent } from "../../../shared/contract/events.ts"
import type { PickKind } from "../../../shared/contract/host.ts"

/** The binding that Chromium puts into the page, and the object through which the shell answers. */
export const bindingName = "saqtaBinding"
export const receiverName = "saqtaReceiver"

export type FromPage =
  | { readonly kind: "call"; readonly id: number; readonly name: string; readonly input: unknown }
  /** The page holds `count` files under `id`; the shell asks the browser for their paths. */
  | { readonly kind: "offer"; readonly id: number; readonly count: number }
  | { readonly kind: "pickFolder"; readonly id: number; readonly pick: PickKind }
  | { readonly kind: "reveal"; readonly id: number; readonly token: string }
  | { readonly kind: "saveText"; readonly id: number; readonly name: string; readonly text: string }
  | { readonly kind: "lock"; readonly id: number }

export type ToPage =
  | { readonly kind: "reply"; readonly id: number; readonly reply: Reply<unknown> }
  | { readonly kind: "event"; readonly event: EngineEvent }
