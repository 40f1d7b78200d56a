import type { z } from "zod"
import type { FaultCode, FaultDetail } from "../faults.ts"

/** One call of the contract: what goes in, what comes out, how it may fail on purpose. */
export interface Call<I extends z.ZodType, O extends z.ZodType> {
  readonly input: I
  readonly output: O
  readonly faults: readonly FaultCode[]
}

/**
 * What can befall every call, declared or not: a field that does not fit, an id or token that stands for nothing, a
 * mistake of ours, and the disk under the vault. Any other code that a call does not declare is answered as "internal".
 */
export const commonFaults = [
  "bad-input",
  "not-found",
  "internal",
  "database-damaged",
  "disk-full",
  "io-error",
] as const satisfies readonly FaultCode[]

/** Declares a call. Defaults live in `input`; handlers get parsed values and never parse again. */
export const call = <I extends z.ZodType, O extends z.ZodType>(declared: Call<I, O>): Call<I, O> => declared

/** How every call ends, on every front. */
export type Reply<T> =
  | { readonly ok: true; readonly result: T }
  | { readonly ok: false; readonly fault: { readonly code: FaultCode; readonly detail: FaultDetail } }
