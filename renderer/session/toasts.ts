import type { Failure } from "../bridge/client.ts"
import { createStore } from "./store.ts"

export interface Toast {
  readonly id: number
  readonly text: string
  readonly failure?: Failure
  readonly action?: { readonly label: string; readonly run: () => void }
}

export const useToasts = createStore<{ toasts: readonly Toast[] }>({ toasts: [] })

const shownMs = 7000
let nextId = 1

export const dismissToast = (id: number): void =>
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }))

/** Takes away lines whose offer no longer holds: what they would undo was undone by key. */
export const dismissOffers = (text: string): void =>
  useToasts.setState(({ toasts }) => ({
    toasts: toasts.filter((toast) => toast.action === undefined || toast.text !== text),
  }))

/** Shows a line at the foot of the window. Failures stay until dismissed: they must be read. */
export const showToast = (toast: Omit<Toast, "id">): void => {
  const id = nextId++
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts.slice(-2), { ...toast, id }] }))
  if (toast.failure === undefined) setTimeout(() => dismissToast(id), shownMs)
}
