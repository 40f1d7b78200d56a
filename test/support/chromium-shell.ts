/**
 * One life of the Chromium host, as a process of its own, for journeys: the product's host, with three things from the
 * test: headless, a cheap KDF if asked for, and a folder dialog answered by the test. A second line on the browser's
 * pipe goes to the test over this process's channel.
 */
import { chromiumHost } from "../../main/host/chromium/chromium-host.ts"
import { findChromium } from "../../main/host/chromium/launch.ts"
import type { Line } from "../../main/host/chromium/multiplexer.ts"
import type { CdpMessage } from "../../main/host/chromium/pipe.ts"
import { type HostOptions, lockedExitCode } from "../../main/host/host.ts"

export interface ShellStart {
  readonly options: HostOptions
  readonly environment: Record<string, string>
  readonly profileParents: readonly string[]
  readonly headless: boolean
}

export type ToShell =
  | { readonly kind: "start"; readonly start: ShellStart }
  | { readonly kind: "cdp"; readonly message: CdpMessage }
  | { readonly kind: "folder"; readonly path: string | null }
export type FromShell =
  | { readonly kind: "ready"; readonly browserPid: number; readonly enginePid: number }
  | { readonly kind: "cdp"; readonly message: CdpMessage }
  | { readonly kind: "chooseFolder" }

const tell = (message: FromShell): void => void process.send?.(message)

const run = async (start: ShellStart): Promise<void> => {
  let line: Line | undefined
  const folders: ((path: string | undefined) => void)[] = []
  process.on("message", (message: ToShell) => {
    if (message.kind === "cdp") line?.send(message.message)
    if (message.kind === "folder") folders.shift()?.(message.path ?? undefined)
  })
  const host = chromiumHost({
    ...start.options,
    program: findChromium() ?? "",
    environment: start.environment,
    profileParents: start.profileParents,
    headless: start.headless,
    runsAsRoot: process.getuid?.() === 0,
    chooseFolder: () =>
      new Promise((resolve) => {
        folders.push(resolve)
        tell({ kind: "chooseFolder" })
      }),
    onReady: ({ openLine, browserPid, enginePid }) => {
      void openLine().then((opened) => {
        line = opened
        opened.onMessage((message) => tell({ kind: "cdp", message }))
        tell({ kind: "ready", browserPid, enginePid })
      })
    },
  })
  const ending = await host.run()
  process.exit(ending === "locked" ? lockedExitCode : 0)
}

process.once("message", (message: ToShell) => {
  if (message.kind === "start") void run(message.start)
})
process.on("disconnect", () => process.exit(1))
