import type { OpenDocument } from "../../reading/operation.ts"
import { readingOperations } from "../../reading/operations.ts"
import { redactionOperations } from "../../redaction/operations.ts"

/** Everything that a parser process can do: name → function over bytes. */
export const operations = { ...readingOperations, ...redactionOperations }

type Operations = typeof operations
export type ParserOperation = keyof Operations

/**
 * A document as the engine names it. `key` says which bytes these are (an evidence id, or any name that is unique in
 * the pool): a process that holds them is preferred, and `bytes` is asked only when no such process is free to take it.
 */
export interface DocumentInput {
  readonly key: string
  readonly mediaType: string
  readonly bytes: Uint8Array | (() => Promise<Uint8Array>)
}

type Outside<Input> = { [Key in keyof Input]: Input[Key] extends OpenDocument ? DocumentInput : Input[Key] }

/** What the engine hands to an operation: the same as the operation gets, but with the document not yet open. */
export type ParserInput<Name extends ParserOperation> = Outside<Parameters<Operations[Name]>[0]>
export type ParserOutput<Name extends ParserOperation> = Awaited<ReturnType<Operations[Name]>>
