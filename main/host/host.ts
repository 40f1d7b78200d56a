import type { KdfParameters } from "../crypto/kdf.ts"

/** How a window's life ended: "locked" means that a fresh shell must show the unlock screen. */
export type WindowEnding = "closed" | "locked"

/** Where things lie; decided once, in `main/index.ts`. */
export interface HostPlaces {
  /** The built page (`dist/renderer`). */
  readonly rendererFolder: string
  /** The built entries (`dist/main`). */
  readonly mainFolder: string
  readonly packagesFolder: string
  readonly assetsFolder: string
  /** Where the demo's files lie. */
  readonly demoFolder: string
  /** The person's own folder. */
  readonly homeFolder: string
  /** Small files outside any vault: settings, heads seen, recent vaults. */
  readonly stateFolder: string
}

export interface HostOptions {
  readonly places: HostPlaces
  readonly version: string
  readonly kdf: KdfParameters
}

/** What shows the window. Two exist: Electron (the product) and a system Chromium driven over a pipe. */
export interface Host {
  readonly kind: "electron" | "chromium"
  /** Opens the window and resolves when its life has ended and every process behind it is gone. */
  run(): Promise<WindowEnding>
}

/** How a shell tells the keeper that it locked, and is to be started afresh. */
export const lockedExitCode = 75

/** Says to Electron that a keeper starts it afresh after a lock; without, it starts itself afresh. */
export const keptWord = "--window-kept"
