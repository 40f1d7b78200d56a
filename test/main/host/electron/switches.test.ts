import { expect, test } from "vitest"
import { ownSwitches, refusedSwitches } from "../../../../main/host/electron/switches.ts"

test("every switch that would let somebody look in is refused", () => {
  const looking = [
    "--remote-debugging-port=9222",
    "--remote-debugging-pipe",
    "--remote-debugging-address=0.0.0.0",
    "--inspect",
    "--inspect=0",
    "--inspect-brk",
    "--inspect-brk=127.0.0.1:1",
    "--inspect-port=1",
    "-r",
    "--require=/tmp/x.js",
    "--js-flags=--expose-gc",
    "--no-sandbox",
    "--disable-web-security",
    "--load-extension=/tmp/x",
  ]
  expect(refusedSwitches(looking)).toEqual(looking)
})

test("ordinary words are not refused", () => {
  expect(refusedSwitches(["--window-kept", "/home/a/--inspect", "--ozone-platform=x11", "--lang=kk", "file"])).toEqual(
    [],
  )
})

test("Electron resolves no name and goes through a proxy that is not there", () => {
  expect(ownSwitches).toContainEqual(["host-resolver-rules", "MAP * ~NOTFOUND"])
  expect(ownSwitches).toContainEqual(["proxy-server", "http://127.0.0.1:9"])
})
