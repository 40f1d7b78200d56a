import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { makeProfile, sweepProfiles } from "../../../main/host/profile.ts"

let parent: string
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), "saqta-profiles-"))
})
afterEach(() => rmSync(parent, { recursive: true, force: true }))

test("a profile is its owner's alone, and starts empty", () => {
  const first = makeProfile([parent], 1)
  writeFileSync(join(first, "left"), "x")
  const again = makeProfile([parent], 1)
  expect(existsSync(join(again, "left"))).toBe(false)
  expect(statSync(again).mode & 0o777).toBe(0o700)
})

test("the profiles of shells that no longer live are swept, and nothing else", () => {
  // Process 1 lives for ever; the largest possible id never does.
  const alive = makeProfile([parent], 1)
  const dead = makeProfile([parent], 4_194_305)
  makeProfile([parent], 4_194_305, 1)
  const other = join(parent, "saqta-profile-notes")
  mkdirSync(other)
  sweepProfiles([parent, join(parent, "missing")])
  expect([alive, dead, other].map((path) => existsSync(path))).toEqual([true, false, true])
})

test("a folder that cannot be written is passed over for the next", () => {
  expect(makeProfile([join(parent, "missing"), parent], 7)).toBe(join(parent, "saqta-profile-7"))
})
