/**
 * What travels between the window, the shell and the engine's process. Every link copies by structured clone
 * (utilityProcess, MessagePort, fork with `serialization: "advanced"`), so bytes stay bytes.
 */
import type { Reply } from "../../shared/contract/call.ts"
import type { EngineEvent } from "../../shared/contract/events.ts"
import type { KdfParameters } from "../crypto/kdf.ts"
import type { HostOptions } from "./host.ts"

/** One way to post and to hear: a MessagePort, a utilityProcess, a forked process. */
export interface MessageLink {
  post(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  onClose(listener: () => void): void
}

/** The first word to a new engine process. It reads no environment: all that it needs is here. */
export interface StartEngine {
  readonly kind: "start"
  readonly stateFolder: string
  /** Cost of new vaults; tests take a cheap one. */
  readonly kdf: KdfParameters
  /** The built entries (`dist/main`): threads and the parser start from here. */
  readonly mainFolder: string
  /** The folder of npm packages, and the app's own assets: what parsers are handed. */
  readonly packagesFolder: string
  readonly assetsFolder: string
}

/** All that a window may ask of the engine. */
export type WindowRequest =
  | { readonly kind: "call"; readonly id: number; readonly name: string; readonly input: unknown }
  /** Writes `text` to the one file that the person picked for it (`ticket` from the shell). */
  | { readonly kind: "saveText"; readonly id: number; readonly ticket: string; readonly text: string }

/** What the shell may ask besides: only it knows paths. */
export type ShellRequest =
  | WindowRequest
  | { readonly kind: "offer"; readonly id: number; readonly paths: readonly string[] }
  | { readonly kind: "resolve"; readonly id: number; readonly token: string }
  | { readonly kind: "ticket"; readonly id: number; readonly path: string }
  /** Locks: the vault is closed in order, then the process ends by itself. */
  | { readonly kind: "close"; readonly id: number }

export type FromEngine =
  | { readonly kind: "reply"; readonly id: number; readonly reply: Reply<unknown> }
  | { readonly kind: "event"; readonly event: EngineEvent }
  /** To its shell only (print-link.ts). */
  | { readonly kind: "print"; readonly id: number; readonly html: string }
  | { readonly kind: "printCancel"; readonly id: number }

/** The first message, from what a host was given. The engine is not told where the page lies. */
export const startMessage = ({ places, kdf }: HostOptions): StartEngine => {
  const { stateFolder, mainFolder, packagesFolder, assetsFolder } = places
  return { kind: "start", kdf, stateFolder, mainFolder, packagesFolder, assetsFolder }
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)
