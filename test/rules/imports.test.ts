import { spawnSync } from "node:child_process"
import { rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterEach, expect, test } from "vitest"
import { root } from "./repository.ts"

/** Gone again before the test ends; its name says whose it is. */
const planted = join(root, "main", "domain", "planted-by-a-test.ts")
afterEach(() => rmSync(planted, { force: true }))

const violations = (source: string): string => {
  writeFileSync(planted, source)
  const program = join(root, "node_modules", "dependency-cruiser", "bin", "dependency-cruiser.mjs")
  const run = spawnSync(
    process.execPath,
    [program, "main/domain/planted-by-a-test.ts", "--config", "dependency-cruiser.config.cjs"],
    {
      cwd: root,
      encoding: "utf8",
    },
  )
  return run.stdout + run.stderr
}

test("each dangerous thing has one door, and the check finds who comes in elsewhere", () => {
  const found = violations(
    [
      'import "node:crypto"',
      'import "node:net"',
      'import "node:child_process"',
      'import "@signalapp/sqlcipher"',
      'import "electron"',
      'import "../engine/engine.ts"',
      "",
    ].join("\n"),
  )
  for (const rule of [
    "one-door-ciphers",
    "no-sockets",
    "one-door-processes",
    "one-door-sqlcipher",
    "one-door-electron",
    "domain-below-engine",
  ])
    expect(found).toContain(rule)
})
