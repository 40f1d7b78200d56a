/**
 * The messages between the engine and a parser process. All of them survive a structured clone.
 *
 *   parent → parser   run {id, operation, input, document?, forget}     one at a time
 *                     binary {name, bytes}
 *   parser → parent   ready · need {name} · done {id, output} · fault {id, code, detail}
 */
import type { BinaryName } from "../../reading/operation.ts"
import type { FaultCode, FaultDetail } from "../../../shared/faults.ts"

/** `bytes` only when this process does not hold the document yet. */
export interface WireDocument {
  readonly key: string
  readonly mediaType: string
  readonly bytes?: Uint8Array
}

export type ToParser =
  | {
      readonly type: "run"
      readonly id: number
      readonly operation: string
      readonly input: unknown
      readonly document?: WireDocument
      /** Keys of documents to let go of first. */
      readonly forget: readonly string[]
    }
  | { readonly type: "binary"; readonly name: BinaryName; readonly bytes: Uint8Array }

export type FromParser =
  | { readonly type: "ready" }
  | { readonly type: "need"; readonly name: BinaryName }
  | { readonly type: "done"; readonly id: number; readonly output: unknown }
  | { readonly type: "fault"; readonly id: number; readonly code: FaultCode; readonly detail: FaultDetail }

/** The parser's end of whatever carries the messages. */
export interface ParserPort {
  post(message: FromParser, transfer: readonly ArrayBuffer[]): void
  onMessage(listener: (message: ToParser) => void): void
}
