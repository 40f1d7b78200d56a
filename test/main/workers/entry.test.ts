import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { build } from "esbuild"
import { afterEach, beforeEach, expect, test } from "vitest"
import { workerEntry } from "../../../main/workers/entry.ts"

let folder = ""
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "saqta-entry-"))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const source = fileURLToPath(new URL("../../../main/workers/entry.ts", import.meta.url))

/** `workerEntry` as it runs out of a CommonJS bundle at `outfile`. */
const bundled = async (outfile: string): Promise<typeof workerEntry> => {
  await build({ entryPoints: [source], outfile, bundle: true, platform: "node", format: "cjs", logLevel: "error" })
  return (createRequire(import.meta.url)(outfile) as { workerEntry: typeof workerEntry }).workerEntry
}

test("from source a thread is the TypeScript file beside", () => {
  expect(existsSync(workerEntry("seal-thread"))).toBe(true)
  expect(workerEntry("feed-thread")).toMatch(/main[\\/]workers[\\/]feed-thread\.ts$/)
})

test("from a bundle it is the bundle beside, though the build injects no address", async () => {
  const find = await bundled(join(folder, "engine.cjs"))
  expect(find("seal-thread")).toBe(join(folder, "seal-thread.cjs"))
})

test("from an archive it is the unpacked twin where there is one", async () => {
  const find = await bundled(join(folder, "app.asar", "dist", "engine.cjs"))
  expect(find("seal-thread")).toBe(join(folder, "app.asar", "dist", "seal-thread.cjs"))
  const unpacked = join(folder, "app.asar.unpacked", "dist")
  mkdirSync(unpacked, { recursive: true })
  writeFileSync(join(unpacked, "seal-thread.cjs"), "")
  expect(find("seal-thread")).toBe(join(unpacked, "seal-thread.cjs"))
})
