import type { Reply } from "../../shared/contract/call.ts"
import type { CallName, Input, Output } from "../../shared/contract/contract.ts"
import type { FaultCode, FaultDetail } from "../../shared/faults.ts"
import { host } from "./host.ts"

/** How a call failed: what `explain` turns into a sentence. */
export interface Failure {
  readonly code: FaultCode
  readonly detail: FaultDetail
}

/** The typed client: the contract's names, inputs and outputs. A broken channel is a failed call, never a throw. */
export const call = async <N extends CallName>(name: N, input: Input<N>): Promise<Reply<Output<N>>> => {
  try {
    // The engine parsed its own output against the contract; the page trusts its engine.
    return (await host().call(name, input)) as Reply<Output<N>>
  } catch {
    return { ok: false, fault: { code: "internal", detail: {} } }
  }
}
