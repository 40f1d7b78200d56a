import { spawn } from "node:child_process"
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { build } from "esbuild"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type Display, openDisplay } from "../../support/display.ts"
import { type ElectronHome, makeHome, wrapper } from "../../support/electron.ts"
import { copyPackages, makeRuntime } from "../../support/electron-app.ts"
import { testRuntimeVersion } from "../../../tools/electron-test-runtime.ts"

const root = join(import.meta.dirname, "..", "..", "..")
let program: string
let display: Display
let home: ElectronHome

beforeAll(async () => {
  program = makeRuntime()
  display = await openDisplay()
  home = makeHome()
  const app = join(dirname(program), "resources", "app")
  mkdirSync(app, { recursive: true })
  await build({
    entryPoints: ["vectors-main.ts", "vectors-engine.ts"].map((name) => join(root, "test", "support", name)),
    outdir: app,
    outExtension: { ".js": ".cjs" },
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node16",
    external: ["electron", "@node-rs/argon2"],
  })
  copyPackages(app, ["@node-rs/argon2", "@node-rs/argon2-linux-x64-gnu"])
  copyFileSync(join(root, "test", "vectors", "format-1.json"), join(app, "format-1.json"))
  writeFileSync(join(app, "package.json"), JSON.stringify({ name: "vectors", main: "vectors-main.cjs" }))
})
afterAll(() => {
  display.close()
  rmSync(dirname(dirname(program)), { recursive: true, force: true })
  rmSync(home.folder, { recursive: true, force: true })
})

test("every vector of format 1 holds inside Electron, whose cryptography is BoringSSL", async () => {
  const child = spawn(wrapper(program, home, display.name), [], { stdio: ["ignore", "pipe", "ignore"] })
  const parts: Buffer[] = []
  child.stdout.on("data", (part: Buffer) => void parts.push(part))
  await new Promise((resolve) => child.once("close", resolve))
  const line = /^RESULT (.*)$/m.exec(Buffer.concat(parts).toString())?.[1]
  const result = JSON.parse(line ?? "{}") as { passed: number; failures: string[]; electron: string; boringssl: string }
  expect(result.electron).toBe(testRuntimeVersion)
  // BoringSSL says "0.0.0" where OpenSSL says its version.
  expect(result.boringssl).toMatch(/^(0\.0\.0|1\.1\.0|1\.1\.1)/)
  expect(result.failures).toEqual([])
  expect(result.passed).toBeGreaterThan(20)
})
