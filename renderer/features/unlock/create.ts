import type { Offered } from "../../../shared/contract/host.ts"
import type { Output } from "../../../shared/contract/contract.ts"
import { call, type Failure } from "../../bridge/client.ts"
import { pick } from "../../bridge/shell.ts"
import { createStore } from "../../session/store.ts"
import { enter } from "../../session/vault.ts"

export type Strength = Output<"passphrase.strength">

/** The wizard: where → passphrase → recovery code. */
interface State {
  readonly step: 1 | 2 | 3
  readonly parent: Offered | undefined
  readonly name: string
  readonly passphrase: string
  readonly strength: Strength | undefined
  readonly offers: readonly string[]
  readonly busy: boolean
  readonly failure: Failure | undefined
  readonly made: Output<"vault.create"> | undefined
}

const initial: State = {
  step: 1,
  parent: undefined,
  name: "",
  passphrase: "",
  strength: undefined,
  offers: [],
  busy: false,
  failure: undefined,
  made: undefined,
}

export const useCreate = createStore<State>(initial)

export const restart = (): void => useCreate.setState(initial, true)
export const setName = (name: string): void => useCreate.setState({ name })
export const setStep = (step: 1 | 2): void => useCreate.setState({ step, failure: undefined })

export const pickParent = async (): Promise<void> => {
  const parent = (await pick("target-folder"))[0]
  if (parent !== undefined) useCreate.setState({ parent })
}

/** The meter asks the engine, which knows Russian and Kazakh words and swapped layouts. */
export const setPassphrase = async (passphrase: string): Promise<void> => {
  useCreate.setState({ passphrase, failure: undefined, ...(passphrase === "" ? { strength: undefined } : {}) })
  if (passphrase === "") return
  const reply = await call("passphrase.strength", { passphrase })
  // Subtle: a slow answer about what was typed before must not judge what stands there now.
  if (reply.ok && useCreate.getState().passphrase === passphrase) useCreate.setState({ strength: reply.result })
}

const offered = 3

export const loadOffers = async (language: "en" | "ru" | "kk"): Promise<void> => {
  const replies = await Promise.all(
    Array.from({ length: offered }, () => call("passphrase.generate", { language, words: 6 })),
  )
  useCreate.setState({ offers: replies.flatMap((reply) => (reply.ok ? [reply.result.passphrase] : [])) })
}

export const makeVault = async (): Promise<void> => {
  const { parent, name, passphrase } = useCreate.getState()
  if (parent === undefined) return
  useCreate.setState({ busy: true, failure: undefined })
  const folderName = name.trim() === "" ? null : name.trim()
  const reply = await call("vault.create", { parent: parent.token, folderName, passphrase })
  if (!reply.ok) {
    useCreate.setState({ busy: false, failure: reply.fault })
    return
  }
  useCreate.setState({ busy: false, made: reply.result, step: 3 })
}

/** After the code is confirmed. A host that closed the new vault opens it with what was just typed. */
export const enterNewVault = async (): Promise<void> => {
  const { made, passphrase } = useCreate.getState()
  if (made === undefined) return
  useCreate.setState({ busy: true })
  const status = await call("vault.status", {})
  if (!(status.ok && status.result.open)) {
    const secret = { kind: "passphrase", passphrase } as const
    const reply = await call("vault.unlock", { folder: made.folder, secret })
    if (!reply.ok) {
      useCreate.setState({ busy: false, failure: reply.fault })
      return
    }
  }
  restart()
  await enter(made.info, [])
}

/** The groups of a recovery code, as printed. */
export const codeGroups = (code: string): readonly string[] => code.split(/[-\s]+/).filter((group) => group !== "")
