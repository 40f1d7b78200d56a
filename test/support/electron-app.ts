/**
 * The app laid out for the Electron test runtime, where an unprivileged user can read it: the product's own build, with
 * the shim written before each entry.
 */
import { execFileSync } from "node:child_process"
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { build } from "esbuild"
import { testRuntimeFolder } from "../../tools/electron-test-runtime.ts"
import { shippedPackages } from "../../tools/build-packages.ts"

const root = join(import.meta.dirname, "..", "..")

/** In a page, or a sandboxed preload, nothing can be required: what is missing is written in front. */
const bundle = async (source: string, platform: "node" | "browser"): Promise<string> => {
  const result = await build({
    stdin: { contents: source, resolveDir: import.meta.dirname, loader: "ts" },
    bundle: true,
    write: false,
    minify: true,
    platform,
    format: "iife",
    target: "chrome108",
    external: ["electron"],
  })
  return `${result.outputFiles[0]!.text}\n`
}

const preloadShim = `{const e=require("electron");if(!e.webUtils)e.webUtils={getPathForFile:(file)=>file.path}}\n`

const prepend = (path: string, text: string): void => {
  const original = readFileSync(path, "utf8")
  // Subtle: the copy is a hard link where it can be; writing in place would write into the build.
  writeFileSync(`${path}.shimmed`, text + original)
  execFileSync("mv", ["-f", `${path}.shimmed`, path])
}

/** Copies by hard links where source and target share a file system. */
export const copyTree = (from: string, to: string): void => {
  mkdirSync(join(to, ".."), { recursive: true })
  try {
    execFileSync("cp", ["-al", from, to], { stdio: "ignore" })
  } catch {
    cpSync(from, to, { recursive: true })
  }
}

export const copyPackages = (app: string, names: readonly string[]): void => {
  for (const name of names) copyTree(join(root, "node_modules", name), join(app, "node_modules", name))
}

const shimEntries = async (app: string): Promise<void> => {
  const main = join(app, "dist", "main")
  const nodeShim = await bundle(`import "./electron-shim.ts"`, "node")
  for (const name of readdirSync(main).filter((file) => file.endsWith(".cjs"))) prepend(join(main, name), nodeShim)
  prepend(join(main, "preload", "window-preload.cjs"), preloadShim)
  const pageShim = await bundle(`import "core-js/stable"`, "browser")
  prepend(join(main, "parser-page", "parser-page.js"), pageShim)
  const assets = join(app, "dist", "renderer", "assets")
  for (const name of readdirSync(assets).filter((file) => file.endsWith(".js"))) prepend(join(assets, name), pageShim)
}

/** Fills `app` with what the package holds. */
export const layOutApp = async (app: string, shimmed = true): Promise<void> => {
  mkdirSync(app, { recursive: true })
  for (const name of ["dist/main", "dist/renderer", "assets", "demo/files", "LICENSE"])
    copyTree(join(root, name), join(app, name))
  copyPackages(app, shippedPackages)
  const { name, productName, version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Record<
    string,
    string
  >
  writeFileSync(join(app, "package.json"), JSON.stringify({ name, productName, version, main: "dist/main/index.cjs" }))
  if (shimmed) await shimEntries(app)
}

/** A runtime of its own, readable to everybody; returns the program. The app goes into `resources/app` beside it. */
export const makeRuntime = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "saqta-electron-"))
  chmodSync(folder, 0o755)
  copyTree(testRuntimeFolder, join(folder, "runtime"))
  return join(folder, "runtime", "electron")
}

/** A runtime with the product in it; returns the program. */
export const makeTestApp = async (): Promise<string> => {
  const program = makeRuntime()
  await layOutApp(join(program, "..", "resources", "app"))
  return program
}
