import type { Output } from "../../../shared/contract/contract.ts"
import { call, type Failure } from "../../bridge/client.ts"
import { createStore } from "../../session/store.ts"

interface State {
  readonly strength: Output<"passphrase.strength"> | undefined
  readonly busy: boolean
  readonly failure: Failure | undefined
  readonly done: boolean
}

export const usePassphraseChange = createStore<State>({
  strength: undefined,
  busy: false,
  failure: undefined,
  done: false,
})

/** Subtle: a field that still shows a failure keeps its form from being sent again. */
export const forgetFailure = (): void => usePassphraseChange.setState({ failure: undefined })

export const measure = async (passphrase: string): Promise<void> => {
  usePassphraseChange.setState({ done: false, failure: undefined })
  const reply = await call("passphrase.strength", { passphrase })
  if (reply.ok) usePassphraseChange.setState({ strength: reply.result })
}

export const changePassphrase = async (current: string, next: string): Promise<boolean> => {
  usePassphraseChange.setState({ busy: true, failure: undefined, done: false })
  const reply = await call("vault.changePassphrase", { current, next })
  usePassphraseChange.setState({
    busy: false,
    failure: reply.ok ? undefined : reply.fault,
    done: reply.ok,
    ...(reply.ok ? { strength: undefined } : {}),
  })
  return reply.ok
}
