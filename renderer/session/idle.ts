import { create } from "zustand"
import { usePreferences } from "./preferences.ts"
import { lock, useVault } from "./vault.ts"

/** Seconds until the vault locks itself; null: never. */
export const useIdle = create<{ readonly secondsLeft: number | null }>(() => ({ secondsLeft: null }))

export const warnSeconds = 30
let lastActiveMs = performance.now()

/** Any key or pointer keeps the vault open. */
export const stayOpen = (): void => {
  lastActiveMs = performance.now()
}

const tick = (): void => {
  const { lockAfterMinutes } = usePreferences.getState()
  if (useVault.getState().phase !== "open" || lockAfterMinutes === 0) {
    stayOpen()
    useIdle.setState({ secondsLeft: null })
    return
  }
  const secondsLeft = Math.ceil(lockAfterMinutes * 60 - (performance.now() - lastActiveMs) / 1000)
  if (secondsLeft <= 0) return void lock()
  // Subtle: a store that changes each second would redraw the bar each second; minutes are enough until it is near.
  const shown = secondsLeft > warnSeconds ? Math.ceil(secondsLeft / 60) * 60 : secondsLeft
  if (useIdle.getState().secondsLeft !== shown) useIdle.setState({ secondsLeft: shown })
}

export const watchIdle = (): void => {
  for (const kind of ["keydown", "pointerdown", "pointermove", "wheel"]) {
    document.addEventListener(kind, stayOpen, { capture: true, passive: true })
  }
  setInterval(tick, 1000)
}
