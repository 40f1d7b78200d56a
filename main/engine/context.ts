import type { EngineEvent } from "../../shared/contract/events.ts"
import type { CallName, Handlers } from "../../shared/contract/contract.ts"
import type { CaseId } from "../../shared/model/ids.ts"
import { randomUuid, type RandomBytes } from "../crypto/random.ts"
import type { KdfParameters } from "../crypto/kdf.ts"
import type { JobBoard } from "../jobs/board.ts"
import type { Vault } from "../vault/vault.ts"
import type { Printer } from "../redaction/print/printer.ts"
import type { ParserPool } from "../workers/pool.ts"
import type { Clock } from "./clock.ts"
import type { Session } from "./session.ts"
import type { SettingsStore } from "./settings-store.ts"
import type { TokenRegistry } from "./tokens.ts"

/** What a host gives the engine. */
export interface EngineParts {
  readonly clock: Clock
  readonly random: RandomBytes
  readonly parsers: ParserPool
  /** Makes pages of what has none; plain typesetting unless given. */
  readonly printer?: Printer
  /** The program's own folder on this machine; made when first written to. */
  readonly stateFolder: string
  readonly kdf: KdfParameters
  emit(event: EngineEvent): void
  /** Where lines about failures go; standard error unless given. */
  readonly log?: (line: string) => void
}

/** What handlers work with. */
export interface EngineContext {
  readonly parts: EngineParts
  readonly session: Session
  /** The open vault. @throws Fault "vault-locked" */
  vault(): Vault
  readonly tokens: TokenRegistry
  readonly jobs: JobBoard
  readonly settings: SettingsStore
}

/** The handlers of one noun's calls. */
export type HandlersOf<Noun extends string> = Pick<Handlers, Extract<CallName, `${Noun}.${string}`>>

/** A random id; the caller brands it. */
export const newId = ({ parts }: EngineContext): string => randomUuid(parts.random)

/** Tells the windows that records of a noun changed; they ask again. */
export const changed = ({ parts }: EngineContext, noun: string, caseId: CaseId | null): void =>
  parts.emit({ kind: "records.changed", noun, caseId })
