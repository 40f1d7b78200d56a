import { create } from "zustand"
import type { VaultInfo, VaultNotice } from "../../shared/contract/vault.ts"
import { call } from "../bridge/client.ts"
import { lockVault } from "../bridge/shell.ts"
import { flushDrafts, loadDrafts, saveDraft } from "./drafts.ts"
import { resetEverything } from "./lock.ts"
import { useNavigation } from "./navigation.ts"
import { restorePlace } from "./place.ts"

/** Whether a vault is open, and what is known of it as a whole. */
interface VaultState {
  readonly phase: "starting" | "closed" | "notices" | "open" | "locking"
  readonly info: VaultInfo | undefined
  readonly notices: readonly VaultNotice[]
  readonly checkedAt: string | undefined
}

const initial: VaultState = { phase: "starting", info: undefined, notices: [], checkedAt: undefined }

export const useVault = create<VaultState>(() => initial)

/** The vault is open: first what a person must know, then where they were, with the sentence they were writing. */
export const enter = async (info: VaultInfo, notices: readonly VaultNotice[]): Promise<void> => {
  if (notices.length > 0) {
    useVault.setState({ phase: "notices", info, notices })
    return
  }
  await loadDrafts()
  restorePlace()
  useVault.setState({ phase: "open", info, notices: [] })
}

export const readNotices = async (): Promise<void> => {
  const { info } = useVault.getState()
  if (info !== undefined) await enter(info, [])
}

/** Asks the engine at start: a page that was loaded again finds its vault still open. */
export const findOpenVault = async (): Promise<void> => {
  const reply = await call("vault.status", {})
  if (reply.ok && reply.result.open && reply.result.info !== null) return enter(reply.result.info, [])
  useVault.setState({ ...initial, phase: "closed" }, true)
}

export const reloadInfo = async (): Promise<void> => {
  if (useVault.getState().phase !== "open") return
  const reply = await call("vault.info", {})
  if (reply.ok) useVault.setState({ info: reply.result })
}

export const setChecked = (at: string): void => useVault.setState({ checkedAt: at })

/** Forgets everything on the page. The host ends it right after. */
export const forget = (): void => {
  resetEverything()
  useVault.setState({ ...initial, phase: "closed" }, true)
}

/** Locks always: unfinished forms are sealed as drafts first, and nothing asks. */
export const lock = async (): Promise<void> => {
  if (useVault.getState().phase === "closed" || useVault.getState().phase === "locking") return
  const { place } = useNavigation.getState()
  if (useVault.getState().phase === "open") saveDraft("ui.where", place)
  useVault.setState({ phase: "locking" })
  await flushDrafts()
  await lockVault()
  forget()
}
