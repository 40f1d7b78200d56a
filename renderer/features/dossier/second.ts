import type { HolderSecret } from "../../../shared/contract/holder.ts"
import type { Output } from "../../../shared/contract/contract.ts"
import { call, type Failure } from "../../bridge/client.ts"
import { act } from "../../session/act.ts"
import { createStore } from "../../session/store.ts"
import { chosen, recheck } from "./store.ts"

interface State {
  readonly rules: Output<"release.rules"> | undefined
  /** What the second person is asked for. */
  readonly asking: "confirm" | "lift" | undefined
  readonly busy: boolean
  readonly failure: Failure | undefined
}

const closed = { asking: undefined, busy: false, failure: undefined }

export const useSecond = createStore<State>({ rules: undefined, ...closed })

export const loadRules = async (): Promise<void> => {
  const reply = await call("release.rules", {})
  if (reply.ok) useSecond.setState({ rules: reply.result })
}

export const ask = (asking: "confirm" | "lift"): void => useSecond.setState({ ...closed, asking })
export const closeAsking = (): void => useSecond.setState(closed)
/** Subtle: a field that still shows a failure keeps its form from being sent again. */
export const forgetFailure = (): void => useSecond.setState({ failure: undefined })

const settled = async (): Promise<void> => {
  closeAsking()
  await loadRules()
  await recheck()
}

export const requireSecond = async (audience: string): Promise<void> => {
  if ((await act("release.require", { audience })) !== undefined) await settled()
}

const lift = (audience: string, secret: HolderSecret | null) => call("release.lift", { audience, secret })

const confirm = (secret: HolderSecret | null) => {
  const release = chosen()
  return release === undefined ? undefined : call("dossier.confirm", { ...release, secret })
}

/** As the one whose passphrase this is; null: as the one who opened the vault. */
export const goOn = async (audience: string, passphrase: string | null): Promise<void> => {
  const { asking } = useSecond.getState()
  const secret = passphrase === null ? null : { kind: "passphrase" as const, passphrase }
  useSecond.setState({ busy: true, failure: undefined })
  const reply = await (asking === "lift" ? lift(audience, secret) : confirm(secret))
  if (reply === undefined || reply.ok) await settled()
  else useSecond.setState({ busy: false, failure: reply.fault })
}
