/** What the window's preload asks of the shell. Nothing here carries evidence: that goes over the window's own port. */
import type { PickKind } from "../../../shared/contract/host.ts"

export const pageOrigin = "saqta://app"
export const mediaOrigin = "saqta-media://media"
export const parserScheme = "saqta-parser"

/** Sent by a preload once it can take its port; the port comes back on `portChannel`. */
export const readyChannel = "saqta:ready"
export const portChannel = "saqta:port"
export const actChannel = "saqta:act"

export type ShellAct =
  | { readonly kind: "pick"; readonly pick: PickKind }
  | { readonly kind: "offer"; readonly paths: readonly string[] }
  | { readonly kind: "reveal"; readonly token: string }
  /** Asks the person where to save; the window then writes through the engine, with the ticket. */
  | { readonly kind: "saveTicket"; readonly name: string }
  | { readonly kind: "lock" }
