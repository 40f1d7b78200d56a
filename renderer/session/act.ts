import type { CallName, Input, Output } from "../../shared/contract/contract.ts"
import { call } from "../bridge/client.ts"
import { explain } from "./explain.ts"
import { tell } from "./preferences.ts"
import { showToast } from "./toasts.ts"

/** Calls, and says in a toast what went wrong. Undefined means: told already, stop here. */
export const act = async <N extends CallName>(name: N, input: Input<N>): Promise<Output<N> | undefined> => {
  const reply = await call(name, input)
  if (reply.ok) return reply.result
  showToast({ text: explain(tell, reply.fault), failure: reply.fault })
  return undefined
}
