import type { Offered } from "../../../shared/contract/host.ts"
import type { FileToken } from "../../../shared/model/ids.ts"
import type { Output } from "../../../shared/contract/contract.ts"
import { call, type Failure } from "../../bridge/client.ts"
import { pick } from "../../bridge/shell.ts"
import { createStore } from "../../session/store.ts"
import { enter } from "../../session/vault.ts"

export type Recent = Output<"vault.recent">["vaults"][number]

interface State {
  readonly stage: "welcome" | "create" | "unlock"
  readonly folder: { readonly token: FileToken; readonly name: string } | undefined
  readonly recents: readonly Recent[]
  readonly busy: boolean
  readonly failure: Failure | undefined
}

export const useUnlock = createStore<State>({
  stage: "welcome",
  folder: undefined,
  recents: [],
  busy: false,
  failure: undefined,
})

/** The vault opened last is the one most likely meant: its field is ready at once. */
export const loadRecents = async (): Promise<void> => {
  const reply = await call("vault.recent", {})
  if (!reply.ok) return
  const recents = reply.result.vaults
  const latest = recents[0]
  useUnlock.setState((now) =>
    latest !== undefined && now.stage === "welcome"
      ? { recents, stage: "unlock", folder: { token: latest.folder, name: latest.folderName } }
      : { recents },
  )
}

export const showWelcome = (): void => useUnlock.setState({ stage: "welcome", failure: undefined })
export const startCreating = (): void => useUnlock.setState({ stage: "create", failure: undefined })
export const choose = (token: FileToken, name: string): void =>
  useUnlock.setState({ stage: "unlock", folder: { token, name }, failure: undefined })

export const pickVault = async (): Promise<void> => {
  const folder: Offered | undefined = (await pick("vault"))[0]
  if (folder !== undefined) choose(folder.token, folder.name)
}

export const forgetVault = async (folder: FileToken): Promise<void> => {
  await call("vault.forget", { folder })
  useUnlock.setState(({ recents }) => ({ recents: recents.filter((recent) => recent.folder !== folder) }))
}

export const forgetFailure = (): void => useUnlock.setState({ failure: undefined })

/** True when the vault opened. A wrong secret stays in its field. */
export const unlock = async (kind: "passphrase" | "recovery-code", secret: string): Promise<boolean> => {
  const { folder } = useUnlock.getState()
  if (folder === undefined) return false
  useUnlock.setState({ busy: true, failure: undefined })
  const reply = await call("vault.unlock", {
    folder: folder.token,
    secret: kind === "passphrase" ? { kind, passphrase: secret } : { kind, code: secret },
  })
  useUnlock.setState({ busy: false, failure: reply.ok ? undefined : reply.fault })
  if (reply.ok) await enter(reply.result.info, reply.result.notices)
  return reply.ok
}
