import { readdirSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { read, root } from "./repository.ts"

const foldersOf = (path: string): string[] =>
  readdirSync(join(root, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${path}/${entry.name}/`)

test("ARCHITECTURE.md names every room of main, and no room that is not there", () => {
  const text = read("ARCHITECTURE.md")
  const rooms = foldersOf("main")
  expect(rooms.filter((room) => !text.includes(`\`${room}\``))).toEqual([])
  const named = [...text.matchAll(/`(main\/[a-z]+\/)`/g)].map(([, room]) => room)
  expect(named.filter((room) => !rooms.includes(room ?? ""))).toEqual([])
})

test("THIRD_PARTY.md names every package that is shipped or used to build", () => {
  const text = read("THIRD_PARTY.md")
  const json = JSON.parse(read("package.json")) as Record<string, Record<string, string>>
  const packages = Object.keys({ ...json["dependencies"], ...json["devDependencies"] })
  expect(packages.filter((name) => !text.includes(`\`${name}\``))).toEqual([])
})

test("decisions are numbered one after another", () => {
  const numbers = readdirSync(join(root, "docs/decisions"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => Number(name.slice(0, 4)))
    .sort((left, right) => left - right)
  expect(numbers).toEqual(numbers.map((_, index) => index + 1))
})

test("README names the two commands, and both are there", () => {
  const text = read("README.md")
  expect(text).toContain("./saqta demo")
  expect(text).toContain("./check")
  expect(readdirSync(root)).toEqual(expect.arrayContaining(["saqta", "check"]))
})
