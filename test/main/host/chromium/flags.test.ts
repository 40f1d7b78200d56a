import { expect, test } from "vitest"
import { chromiumEnvironment, chromiumFlags } from "../../../../main/host/chromium/flags.ts"

const options = { profileFolder: "/dev/shm/p", headless: false, runsAsRoot: false, size: { width: 1, height: 2 } }

test("Chromium is spoken to over a pipe and never over a port", () => {
  const flags = chromiumFlags(options)
  expect(flags).toContain("--remote-debugging-pipe")
  expect(flags.some((flag) => flag.startsWith("--remote-debugging-port"))).toBe(false)
})

test("Chromium keeps its sandbox unless root runs it", () => {
  expect(chromiumFlags(options)).not.toContain("--no-sandbox")
  expect(chromiumFlags({ ...options, runsAsRoot: true })).toContain("--no-sandbox")
})

test("Chromium is incognito, on the given profile, and can resolve no name", () => {
  expect(chromiumFlags(options)).toEqual(
    expect.arrayContaining([
      "--incognito",
      "--user-data-dir=/dev/shm/p",
      "--host-resolver-rules=MAP * ~NOTFOUND",
      "--proxy-server=http://127.0.0.1:9",
      "--proxy-bypass-list=<-loopback>",
    ]),
  )
})

test("Chromium gets only what a window needs of the environment", () => {
  const environment = { HOME: "/h", DISPLAY: ":1", SECRET_TOKEN: "x", NODE_OPTIONS: "--inspect", CHROMIUM_FLAGS: "y" }
  expect(chromiumEnvironment(environment, "/p")).toEqual({
    HOME: "/h",
    DISPLAY: ":1",
    TMPDIR: "/p",
    LC_ALL: "C.UTF-8",
  })
})

test("a UTF-8 locale of the person's own is kept", () => {
  expect(chromiumEnvironment({ LANG: "kk_KZ.UTF-8" }, "/p")).toEqual({ LANG: "kk_KZ.UTF-8", TMPDIR: "/p" })
})
