import { execFileSync } from "node:child_process"
import { createServer } from "node:net"
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { walk } from "../../../main/import/walk.ts"

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "walk-"))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const file = (name: string, text = "x") => {
  mkdirSync(join(root, name, ".."), { recursive: true })
  writeFileSync(join(root, name), text)
}

test("folders are entered to any depth and their structure is kept", async () => {
  file("дело/2.txt")
  file("дело/1.txt")
  file("дело/суд/апелляция/a.pdf")
  file("alone.txt")
  const { files, refused } = await walk([join(root, "дело"), join(root, "alone.txt")])
  expect(files.map(({ folder, name }) => [folder, name])).toEqual([
    ["дело", "1.txt"],
    ["дело", "2.txt"],
    ["дело/суд/апелляция", "a.pdf"],
    ["", "alone.txt"],
  ])
  expect(refused).toEqual([])
})

test("links are refused, and those that lead round are called loops", async () => {
  file("in/real.txt")
  symlinkSync("real.txt", join(root, "in/to-file"))
  symlinkSync("/", join(root, "in/to-root"))
  symlinkSync("..", join(root, "in/up"))
  symlinkSync(".", join(root, "in/here"))
  symlinkSync("self", join(root, "in/self"))
  symlinkSync("nowhere", join(root, "in/dangling"))
  mkdirSync(join(root, "elsewhere"))
  symlinkSync(join(root, "elsewhere"), join(root, "in/to-folder"))
  const { files, refused } = await walk([join(root, "in")])
  expect(files.map(({ name }) => name)).toEqual(["real.txt"])
  expect(Object.fromEntries(refused.map(({ name, fault }) => [name, fault]))).toEqual({
    dangling: "not-a-regular-file",
    here: "link-loop",
    self: "link-loop",
    "to-file": "not-a-regular-file",
    "to-folder": "not-a-regular-file",
    "to-root": "link-loop",
    up: "link-loop",
  })
})

test("pipes, sockets and devices are refused one by one", async () => {
  file("in/real.txt")
  execFileSync("mkfifo", [join(root, "in/pipe")])
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(join(root, "in/socket"), resolve))
  const { files, refused } = await walk([join(root, "in"), "/dev/null"])
  await new Promise((resolve) => server.close(resolve))
  expect(files).toHaveLength(1)
  expect(refused.map(({ name, fault, detail }) => [name, fault, detail["what"]])).toEqual([
    ["pipe", "not-a-regular-file", "pipe"],
    ["socket", "not-a-regular-file", "socket"],
    ["null", "not-a-regular-file", "device"],
  ])
})

test("names of 255 bytes, with line breaks, marks and stray bytes are found and shown safely", async () => {
  mkdirSync(join(root, "in"))
  const names = ["ы".repeat(127) + "a", "a\nb", "\u202etxt.exe"]
  for (const name of names) file(`in/${name}`)
  const stray = Buffer.concat([Buffer.from(join(root, "in/")), Buffer.from([0x61, 0xff])])
  writeFileSync(stray, "x")
  const { files } = await walk([join(root, "in")])
  expect(files.map(({ name }) => name).sort()).toEqual(["\\u{202e}txt.exe", "a\\nb", "a\\xff", "ы".repeat(127) + "a"])
  expect(files.find(({ name }) => name === "a\\xff")?.path.equals(stray)).toBe(true)
})

test("what is not there is said, and the rest is found", async () => {
  file("real.txt")
  const { files, refused } = await walk([join(root, "gone.txt"), join(root, "real.txt")])
  expect(files).toHaveLength(1)
  expect(refused).toMatchObject([{ name: "gone.txt", fault: "file-vanished" }])
})

test("the vault's own folder is not entered", async () => {
  file("in/vault/header.a")
  file("in/real.txt")
  const { files, refused } = await walk([join(root, "in")], { except: [join(root, "in/vault")] })
  expect(files.map(({ name }) => name)).toEqual(["real.txt"])
  expect(refused).toMatchObject([{ name: "vault", detail: { what: "vault" } }])
})

test("a cancelled walk ends", async () => {
  file("real.txt")
  const abort = new AbortController()
  abort.abort()
  await expect(walk([root], { signal: abort.signal })).rejects.toMatchObject({ code: "cancelled" })
})
