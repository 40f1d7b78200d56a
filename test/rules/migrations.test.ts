import { createHash } from "node:crypto"
import { readdirSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { read, root } from "./repository.ts"

/** Released migrations never change: somebody's vault was made by them. Add a line when one is released. */
const released: Readonly<Record<string, string>> = {
  // test/vectors/vault-schema-1 was made by it.
  "0001-first-schema.ts": "4fb6e4ffeaca1d119948d110726f248dae047e4b68eea3e06c760204a26d3476",
}

const files = readdirSync(join(root, "main/vault/migrations"))
  .filter((name) => /^\d{4}-/.test(name))
  .sort()

test("migrations are numbered one after another from 0001", () => {
  expect(files.map((name) => Number(name.slice(0, 4)))).toEqual(files.map((_, index) => index + 1))
})

test("a released migration is byte for byte what it was", () => {
  for (const [name, sha256] of Object.entries(released))
    expect(
      createHash("sha256")
        .update(read(`main/vault/migrations/${name}`))
        .digest("hex"),
    ).toBe(sha256)
  expect(Object.keys(released).filter((name) => !files.includes(name))).toEqual([])
})

test("a migration imports nothing", () => {
  expect(files.filter((name) => /^import /m.test(read(`main/vault/migrations/${name}`)))).toEqual([])
})
