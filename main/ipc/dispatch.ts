import type { ZodError } from "zod"
import { commonFaults, type Reply } from "../../shared/contract/call.ts"
import { type CallName, contract, type Handlers, isCallName } from "../../shared/contract/contract.ts"
import { Fault, type FaultCode, isFault } from "../../shared/faults.ts"

/** Told of every failure that nobody meant: the call's name and the error, whose message must not be written down. */
export type FaultLog = (call: string, error: unknown) => void

type AnyHandler = (input: unknown) => unknown

const common: ReadonlySet<FaultCode> = new Set(commonFaults)

const failed = ({ code, detail }: Fault): Reply<never> => ({ ok: false, fault: { code, detail } })

/** Names the field and what is wrong with it, never the value. */
const badInput = (error: ZodError): Fault => {
  const issue = error.issues[0]
  return new Fault("bad-input", { field: issue?.path.join(".") ?? "", reason: issue?.code ?? "" })
}

/** A fault as the caller may see it: what the call declares stays, all else is "internal" and logged. */
const asDeclared = (name: CallName, error: unknown, log: FaultLog): Fault => {
  const declared: readonly FaultCode[] = contract[name].faults
  if (isFault(error) && (common.has(error.code) || declared.includes(error.code))) {
    if (error.code === "internal") log(name, error)
    return error
  }
  log(name, error)
  return new Fault("internal")
}

/**
 * The one place where a call becomes a reply: input parsed, handler run, failure turned into a code. Outputs are
 * trusted: handlers are typed and parse every row they read.
 */
export const dispatch = async (
  handlers: Handlers,
  log: FaultLog,
  name: string,
  input: unknown,
): Promise<Reply<unknown>> => {
  if (!isCallName(name)) return failed(new Fault("not-found", { kind: "call" }))
  const parsed = contract[name].input.safeParse(input)
  if (!parsed.success) return failed(badInput(parsed.error))
  // Subtle: name and input belong together by the parse above, which the type of a union cannot say.
  const handler = handlers[name] as AnyHandler
  try {
    return { ok: true, result: await handler(parsed.data) }
  } catch (error) {
    return failed(asDeclared(name, error, log))
  }
}
