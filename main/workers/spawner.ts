import type { FromParser, ToParser } from "./parser/protocol.ts"

/** Why a parser process is no more: it ran out of its memory, or anything else. */
export type ParserExit = "memory" | "crash"

/** One contained process: it gets bytes and returns bytes. */
export interface ParserProcess {
  /** `transfer` lists buffers that the sender gives up; a transport that cannot hand them over copies. */
  post(message: ToParser, transfer: readonly ArrayBuffer[]): void
  /** The first message is `ready`. */
  onMessage(listener: (message: FromParser) => void): void
  /** Called once, also after `kill`. */
  onExit(listener: (exit: ParserExit) => void): void
  /** Ends the process and everything that it started, at once. */
  kill(): void
}

/** Starts one parser process; each host has its own way. */
export type ParserSpawner = () => Promise<ParserProcess>
