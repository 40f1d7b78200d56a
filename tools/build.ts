/**
 * Builds everything that runs into `dist/`:
 *
 *   dist/main/index.cjs, cli.cjs, engine.cjs the program, its command line and the engine's process (CommonJS: Electron 22's Node 16 too)
 *   dist/main/preload/*.cjs                  what Electron puts before its pages
 *   dist/main/parser/*.mjs                   the parser on Node, with the libraries that it loads when first needed
 *   dist/main/parser-page/                   the same parser for a sandboxed page
 *   dist/main/page/, dist/main/media/        the Chromium bridge and the media player
 *   dist/renderer/                           the window's page (vite)
 *
 * `node tools/build.ts` builds all; `--if-stale` only what is older than its sources; `--main` leaves the page out.
 */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { type BuildOptions, build, type Plugin } from "esbuild"
import { nativePackages, parserPackages } from "./build-packages.ts"

const root = join(dirname(fileURLToPath(import.meta.url)), "..")
const dist = join(root, "dist")
const mainDist = join(dist, "main")
const { version } = createRequire(import.meta.url)(join(root, "package.json")) as { version: string }

const common: BuildOptions = {
  bundle: true,
  absWorkingDir: root,
  logLevel: "warning",
  legalComments: "none",
  define: { __SAQTA_VERSION__: JSON.stringify(version) },
  loader: { ".node": "copy" },
}

/**
 * Subtle: SQLCipher's CommonJS face holds its class in `default`, but a module that imports CommonJS gets the whole
 * of `exports` as its default import. This stands between, so that the source imports the same in both worlds.
 */
const unwrapDefault: Plugin = {
  name: "unwrap-default",
  setup: (building) => {
    building.onResolve({ filter: /^@signalapp\/sqlcipher$/ }, ({ path, namespace }) =>
      namespace === "unwrap" ? { path, external: true } : { path, namespace: "unwrap" },
    )
    building.onLoad({ filter: /.*/, namespace: "unwrap" }, ({ path }) => ({
      contents: `module.exports = require(${JSON.stringify(path)}).default`,
    }))
  },
}

/** The command line holds the whole engine; the window starts sooner without reading it. */
const commandLineApart: Plugin = {
  name: "command-line-apart",
  setup: (building) => {
    building.onResolve({ filter: /^\.\/cli\/main\.ts$/ }, () => ({ path: "./cli.cjs", external: true }))
  },
}

/** CommonJS has no `import.meta.url`; the file's own address stands in. */
const commonJs: BuildOptions = {
  ...common,
  platform: "node",
  format: "cjs",
  target: "node16",
  outExtension: { ".js": ".cjs" },
  external: [...nativePackages, ...parserPackages, "electron"],
  banner: { js: "const __saqta_url = require('node:url').pathToFileURL(__filename).href;" },
  define: { ...common.define, "import.meta.url": "__saqta_url" },
  plugins: [unwrapDefault],
}

/** Module code that still asks for `require`, `__dirname` or `__filename` gets them. */
const esmBanner = [
  "import { createRequire as __saqtaRequire } from 'node:module';",
  "const require = __saqtaRequire(import.meta.url);",
  "const __filename = import.meta.filename, __dirname = import.meta.dirname;",
].join("")

/** Node's modules, asked for by libraries that first look where they run: empty in a page. */
const noNode: Plugin = {
  name: "no-node",
  setup: (building) => {
    building.onResolve({ filter: /^(node:)?(fs|path|crypto|module|url|worker_threads|os|util)$/ }, () => ({
      path: "none",
      namespace: "no-node",
    }))
    building.onLoad({ filter: /.*/, namespace: "no-node" }, () => ({ contents: "module.exports = {}" }))
  },
}

const browser: BuildOptions = {
  ...common,
  platform: "browser",
  target: "chrome108",
  minify: true,
  plugins: [noNode],
}

const entry = (path: string): string => join(root, "main", path)
const existing = (paths: readonly string[]): string[] => paths.map(entry).filter((path) => existsSync(path))

const builds: readonly BuildOptions[] = [
  { ...commonJs, entryPoints: existing(["index.ts"]), outdir: mainDist, plugins: [commandLineApart] },
  { ...commonJs, entryPoints: [{ in: entry("cli/main.ts"), out: "cli" }], outdir: mainDist },
  { ...commonJs, entryPoints: existing(["engine.ts"]), outdir: mainDist },
  { ...commonJs, entryPoints: workerEntries(), outdir: mainDist },
  {
    ...commonJs,
    entryPoints: existing(["host/electron/preload/window-preload.ts", "host/electron/preload/parser-preload.ts"]),
    outdir: join(mainDist, "preload"),
    banner: {},
    define: common.define ?? {},
    plugins: [],
  },
  {
    ...common,
    platform: "node",
    format: "esm",
    target: "node24",
    splitting: true,
    outExtension: { ".js": ".mjs" },
    entryPoints: existing(["workers/parser/entry-node.ts"]),
    outdir: join(mainDist, "parser"),
    banner: { js: esmBanner },
  },
  {
    ...browser,
    format: "esm",
    splitting: true,
    entryPoints: existing(["host/page/parser-page.ts"]),
    outdir: join(mainDist, "parser-page"),
  },
  {
    ...browser,
    format: "iife",
    entryPoints: existing(["host/page/chromium-bridge.ts"]),
    outdir: join(mainDist, "page"),
  },
  {
    ...browser,
    format: "esm",
    entryPoints: [{ in: entry("host/page/media-player.ts"), out: "player" }],
    outdir: join(mainDist, "media"),
  },
]

/** Threads: every `main/workers/*-thread.ts` is an entry of its own. */
function workerEntries(): string[] {
  const folder = join(root, "main", "workers")
  return readdirSync(folder)
    .filter((name) => name.endsWith("-thread.ts"))
    .map((name) => join(folder, name))
}

/** What a build left behind before (parts with another hash in their name) goes; what is in use is never missing. */
const removeAllBut = (folder: string, kept: ReadonlySet<string>): void => {
  for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(file.parentPath, file.name)
    if (file.isFile() && !kept.has(path)) rmSync(path)
  }
}

const copied: readonly (readonly [from: string, to: string])[] = [
  ["host/page/media-player.html", "media/player.html"],
  ["host/page/media-player.css", "media/player.css"],
  ["host/page/parser-page.html", "parser-page/parser-page.html"],
]

const copyPages = (): string[] =>
  copied.map(([from, to]) => {
    const target = join(mainDist, to)
    mkdirSync(dirname(target), { recursive: true })
    copyFileSync(entry(from), target)
    return target
  })

const buildMain = async (): Promise<void> => {
  const wanted = builds.filter((options) => (options.entryPoints as unknown[]).length > 0)
  const results = await Promise.allSettled(wanted.map((options) => build({ ...options, metafile: true })))
  const written = results.flatMap((result) => {
    // esbuild has said what is wrong.
    if (result.status === "rejected") return []
    return Object.keys(result.value.metafile.outputs).map((path) => join(root, path))
  })
  const kept = new Set([...written, ...copyPages()])
  if (results.some((result) => result.status === "rejected")) throw new Error("The build failed.")
  removeAllBut(mainDist, kept)
}

const buildPage = async (): Promise<void> => {
  // Subtle: vite keeps an environment's own word ("test" under vitest), and React is then many times slower.
  process.env["NODE_ENV"] = "production"
  const vite = await import("vite")
  const fresh = join(dist, "renderer-fresh")
  const outDir = join(dist, "renderer")
  await vite.build({
    configFile: join(root, "renderer", "vite.config.ts"),
    logLevel: "warn",
    build: { outDir: fresh, emptyOutDir: true },
  })
  // A build that failed leaves the page that was there.
  rmSync(outDir, { recursive: true, force: true })
  renameSync(fresh, outDir)
}

const newest = (path: string): number => {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat === undefined) return 0
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}

interface Part {
  readonly sources: readonly string[]
  readonly stamp: string
  readonly build: () => Promise<void>
}

const shared = ["shared", "package.json", "package-lock.json", "tools/build.ts", "tools/build-packages.ts"]
const parts: Readonly<Record<"main" | "page", Part>> = {
  main: { sources: ["main", "demo", ...shared], stamp: join(dist, "main.built"), build: buildMain },
  page: { sources: ["renderer", ...shared], stamp: join(dist, "page.built"), build: buildPage },
}

const isStale = ({ sources, stamp }: Part): boolean => {
  const built = existsSync(stamp) ? Number(readFileSync(stamp, "utf8")) : 0
  return sources.some((source) => newest(join(root, source)) > built)
}

const run = async (words: readonly string[]): Promise<void> => {
  mkdirSync(dist, { recursive: true })
  const wanted = words.includes("--main")
    ? [parts.main]
    : words.includes("--page")
      ? [parts.page]
      : [parts.main, parts.page]
  for (const part of wanted.filter((one) => !words.includes("--if-stale") || isStale(one))) {
    // Subtle: the stamp is of the start, so that a source changed during the build is built again next time.
    const started = Date.now()
    await part.build()
    writeFileSync(part.stamp, String(started))
  }
}

await run(process.argv.slice(2))
