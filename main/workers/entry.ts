import { existsSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

/**
 * Where the code of a thread or child process lies: beside this file, as `.ts` when run from source, as `.cjs` in the
 * bundle's folder. Inside an ASAR the unpacked twin is preferred, since not every loader reads archives.
 */
export const workerEntry = (name: string): string => {
  // Subtle: a CommonJS bundle has no `import.meta.url` unless the build injects one, but always has `__filename`.
  const url: unknown = import.meta.url
  const here = typeof url === "string" && url.startsWith("file:") ? fileURLToPath(url) : __filename
  if (here.endsWith(".ts")) return join(dirname(here), `${name}.ts`)
  const bundled = join(dirname(here), `${name}.cjs`)
  const unpacked = bundled.replace(/app\.asar(?=[\\/])/, "app.asar.unpacked")
  return existsSync(unpacked) ? unpacked : bundled
}
