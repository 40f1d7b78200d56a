import type { Holder } from "../../../shared/contract/holder.ts"
import type { Output } from "../../../shared/contract/contract.ts"
import type { HolderId } from "../../../shared/model/ids.ts"
import { call, type Failure } from "../../bridge/client.ts"
import { explain } from "../../session/explain.ts"
import { tell } from "../../session/preferences.ts"
import { createStore } from "../../session/store.ts"
import { reloadInfo } from "../../session/vault.ts"

interface State {
  readonly holders: readonly Holder[]
  readonly freePlaces: number
  readonly sheet: { readonly kind: "add" | "code" } | { readonly kind: "remove"; readonly holder: Holder } | undefined
  readonly busy: boolean
  readonly failure: Failure | undefined
  readonly strength: Output<"passphrase.strength"> | undefined
  /** Told once, until the sheet is closed. */
  readonly recoveryCode: string | undefined
}

const closed = { sheet: undefined, busy: false, failure: undefined, strength: undefined, recoveryCode: undefined }

export const useHolders = createStore<State>({ holders: [], freePlaces: 0, ...closed })

export const loadHolders = async (): Promise<void> => {
  const reply = await call("holder.list", {})
  if (reply.ok) useHolders.setState({ holders: reply.result.holders, freePlaces: reply.result.freePlaces })
}

export const openSheet = (sheet: NonNullable<State["sheet"]>): void => useHolders.setState({ ...closed, sheet })
export const closeSheet = (): void => useHolders.setState(closed)

/** Subtle: a field that still shows a failure keeps its form from being sent again. */
export const forgetFailure = (): void => useHolders.setState({ failure: undefined })

export const measureTheirs = async (passphrase: string): Promise<void> => {
  useHolders.setState({ failure: undefined })
  const reply = await call("passphrase.strength", { passphrase })
  if (reply.ok) useHolders.setState({ strength: reply.result })
}

/** Why the name was refused, or undefined. */
export const renameSelf = async (label: string): Promise<string | undefined> => {
  if (label.trim() === "") return undefined
  const reply = await call("holder.rename", { label })
  if (!reply.ok) return explain(tell, reply.fault)
  await refresh()
  return undefined
}

const refresh = async (): Promise<void> => {
  await loadHolders()
  await reloadInfo()
}

const own = (passphrase: string) => ({ kind: "passphrase" as const, passphrase })

const started = (): void => useHolders.setState({ busy: true, failure: undefined })

/** Ends a change: closes the sheet where it was done, says why where it was not. */
const ended = async (failure: Failure | undefined): Promise<void> => {
  if (failure !== undefined) {
    useHolders.setState({ busy: false, failure })
    return
  }
  closeSheet()
  await refresh()
}

export const addHolder = async (label: string, passphrase: string, secret: string): Promise<void> => {
  started()
  const reply = await call("holder.add", { label, passphrase, secret: own(secret) })
  await ended(reply.ok ? undefined : reply.fault)
}

export const removeHolder = async (id: HolderId, secret: string): Promise<void> => {
  started()
  const reply = await call("holder.remove", { id, secret: own(secret) })
  await ended(reply.ok ? undefined : reply.fault)
}

export const renewCode = async (secret: string): Promise<void> => {
  started()
  const reply = await call("holder.renewCode", { secret: own(secret) })
  if (!reply.ok) {
    await ended(reply.fault)
    return
  }
  useHolders.setState({ busy: false, recoveryCode: reply.result.recoveryCode })
  await refresh()
}
