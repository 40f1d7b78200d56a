import { spawn } from "node:child_process"

const install = ["apt-get", "install", "--yes", "--no-install-recommends", "chromium"] as const

/** The one command that brings Chromium on Debian and its kin. */
export const installCommand = (asRoot: boolean): string => [...(asRoot ? [] : ["sudo"]), ...install].join(" ")

/** Runs it, with its own words on stderr. False when it failed. */
export const installChromium = (): Promise<boolean> =>
  new Promise((resolve) => {
    const [program, ...args] = install
    const child = spawn(program, args, { stdio: ["ignore", 2, 2] })
    child.once("error", () => resolve(false))
    child.once("exit", (code) => resolve(code === 0))
  })
