import type { WindowHost } from "../../shared/contract/host.ts"

declare global {
  interface Window {
    readonly host: WindowHost<File>
  }
}

/** The shell and the engine, as this page may reach them. Only `bridge/` touches it. */
export const host = (): WindowHost<File> => window.host
