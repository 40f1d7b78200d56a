import { Fault } from "../../shared/faults.ts"
import type { VaultNotice } from "../../shared/contract/vault.ts"
import type { z } from "zod"
import type { Vault } from "../vault/vault.ts"

type Notice = z.infer<typeof VaultNotice>

/** Called with the vault just opened; says what the person must know of what it found. */
type OpenedListener = (vault: Vault) => readonly Notice[] | Promise<readonly Notice[]>
/** Called before a vault closes; it waits until work on it has stopped. */
type ClosingListener = () => Promise<void>

/** The one open vault of this process, if any. */
export interface Session {
  /** @throws Fault "vault-locked" */
  vault(): Vault
  isOpen(): boolean
  /**
   * Runs `open`, one at a time, and makes its vault the open one; a vault that was open before is closed first.
   * `heard` is what the listeners to opening have to say.
   */
  enter<T extends { readonly vault: Vault }>(open: () => Promise<T>): Promise<T & { readonly heard: readonly Notice[] }>
  /** Closes the vault; nothing happens where none is open. */
  leave(): Promise<void>
  onOpened(listener: OpenedListener): void
  onClosing(listener: ClosingListener): void
}

export const createSession = (): Session => {
  const openedListeners: OpenedListener[] = []
  const closingListeners: ClosingListener[] = []
  let current: Vault | undefined
  let last: Promise<unknown> = Promise.resolve()

  // Unlocking and locking wait for one another: two at once would leave a database open that nobody holds.
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work)
    last = turn.catch(() => undefined)
    return turn
  }

  const close = async (): Promise<void> => {
    const vault = current
    if (vault === undefined) return
    current = undefined
    for (const listener of closingListeners) await listener()
    await vault.close()
  }

  return {
    vault: () => {
      if (current === undefined) throw new Fault("vault-locked")
      return current
    },
    isOpen: () => current !== undefined,
    enter: (open) =>
      inTurn(async () => {
        await close()
        const entered = await open()
        current = entered.vault
        const heard: Notice[] = []
        for (const listener of openedListeners) heard.push(...(await listener(entered.vault)))
        return { ...entered, heard }
      }),
    leave: () => inTurn(close),
    onOpened: (listener) => void openedListeners.push(listener),
    onClosing: (listener) => void closingListeners.push(listener),
  }
}
