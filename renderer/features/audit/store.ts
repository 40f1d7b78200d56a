import type { Output } from "../../../shared/contract/contract.ts"
import type { AuditEntry } from "../../../shared/model/audit.ts"
import { call, type Failure } from "../../bridge/client.ts"
import { act } from "../../session/act.ts"
import { createStore } from "../../session/store.ts"
import { setChecked } from "../../session/vault.ts"
import { blockSize } from "../../session/list.ts"

interface State {
  readonly blocks: Readonly<Record<number, readonly AuditEntry[]>>
  readonly total: number
  readonly failure: Failure | undefined
  readonly chosen: AuditEntry | undefined
  readonly checking: boolean
  readonly verdict: Output<"audit.verify"> | undefined
  readonly wholeVault: Output<"vault.verify"> | undefined
}

export const useAudit = createStore<State>({
  blocks: {},
  total: 0,
  failure: undefined,
  chosen: undefined,
  checking: false,
  verdict: undefined,
  wholeVault: undefined,
})

const asked = new Set<number>()

const fetchBlock = async (block: number): Promise<void> => {
  asked.add(block)
  const reply = await call("audit.log", { offset: block * blockSize, limit: blockSize })
  if (!reply.ok) {
    asked.delete(block)
    useAudit.setState({ failure: reply.fault })
    return
  }
  useAudit.setState(({ blocks }) => ({
    blocks: { ...blocks, [block]: reply.result.entries },
    total: reply.result.total,
    failure: undefined,
  }))
}

export const reloadLog = async (): Promise<void> => {
  asked.clear()
  await fetchBlock(0)
}

export const needEntries = (first: number, last: number): void => {
  for (let block = Math.floor(first / blockSize); block <= Math.floor(last / blockSize); block++) {
    if (!asked.has(block)) void fetchBlock(block)
  }
}

export const chooseEntry = (chosen: AuditEntry): void => useAudit.setState({ chosen })

/** Every hash, every signature, every live row. */
export const verifyChain = async (now: string): Promise<void> => {
  useAudit.setState({ checking: true })
  const verdict = await act("audit.verify", {})
  useAudit.setState({ checking: false, verdict })
  if (verdict?.passed === true) setChecked(now)
}

/** Both headers, the database, every blob, the chain. */
export const verifyWholeVault = async (): Promise<void> => {
  useAudit.setState({ checking: true })
  const wholeVault = await act("vault.verify", {})
  useAudit.setState({ checking: false, wholeVault })
}
