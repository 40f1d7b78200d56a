import { execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..")

/** What git tracks or would track, "/"-separated. */
export const trackedFiles = (): string[] =>
  execFileSync("git", ["-c", "core.quotepath=off", "ls-files", "--cached", "--others", "--exclude-standard", "-z"], {
    cwd: root,
    encoding: "utf8",
  })
    .split("\0")
    .filter((path) => path !== "")

export const read = (path: string): string => readFileSync(join(root, path), "utf8")

const textual =
  /\.(ts|tsx|cjs|js|json|md|yml|yaml|html|css|sh|py|txt|eml)$|(^|\/)(saqta|check|run|LICENSE|\.gitignore|\.npmrc)$/

export const textFiles = (): string[] => trackedFiles().filter((path) => textual.test(path))
export const sourceFiles = (): string[] =>
  trackedFiles().filter((path) => /^(main|renderer|shared|demo|tools|bench)\/.*\.tsx?$/.test(path))
