import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { type DesktopSignal, makeSignalReader, watchDesktop } from "../../../main/host/dbus.ts"

const heardIn = (text: string): DesktopSignal[] => {
  const heard: DesktopSignal[] = []
  text.split("\n").forEach(makeSignalReader((signal) => heard.push(signal)))
  return heard
}
const signal = (name: string, member: string): string =>
  `signal time=1795408700.1 sender=:1.5 -> destination=(null destination) serial=9 path=/x; interface=${name}; member=${member}`

test("going to sleep is heard, waking is not", () => {
  const prepare = signal("org.freedesktop.login1.Manager", "PrepareForSleep")
  expect(heardIn(`${prepare}\n   boolean true`)).toEqual(["sleep"])
  expect(heardIn(`${prepare}\n   boolean false`)).toEqual([])
})

test("a locked screen is heard from each desktop, an unlocked one is not", () => {
  for (const name of ["org.gnome.ScreenSaver", "org.freedesktop.ScreenSaver", "org.cinnamon.ScreenSaver"]) {
    expect(heardIn(`${signal(name, "ActiveChanged")}\n   boolean true`), name).toEqual(["screen-locked"])
    expect(heardIn(`${signal(name, "ActiveChanged")}\n   boolean false`), name).toEqual([])
  }
  expect(heardIn(signal("org.freedesktop.login1.Session", "Lock"))).toEqual(["screen-locked"])
  expect(heardIn(signal("org.freedesktop.login1.Session", "Unlock"))).toEqual([])
})

test("the argument of another signal is not taken for ours", () => {
  const other = signal("org.freedesktop.DBus", "NameAcquired")
  const prepare = signal("org.freedesktop.login1.Manager", "PrepareForSleep")
  expect(heardIn(`${other}\n   boolean true`)).toEqual([])
  expect(heardIn(`${prepare}\n${other}\n   boolean true`)).toEqual([])
})

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "saqta-dbus-"))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test("what the listening program prints is heard, in whatever parts it comes", async () => {
  const program = join(folder, "monitor")
  const line = signal("org.gnome.ScreenSaver", "ActiveChanged")
  const script = `#!/bin/sh\n[ "$1" = --session ] || exit 0\nprintf '${line.slice(0, 40)}'\nsleep 0.1\nprintf '${line.slice(40)}\\n   boolean true\\n'\nexec sleep 60\n`
  writeFileSync(program, script)
  chmodSync(program, 0o755)
  const heard: DesktopSignal[] = []
  const stop = watchDesktop({ environment: { PATH: "/usr/bin:/bin" }, hear: (one) => heard.push(one), program })
  await expect.poll(() => heard).toEqual(["screen-locked"])
  stop()
})

test("a machine without the listening program is left in peace", async () => {
  const stop = watchDesktop({ environment: {}, hear: () => undefined, program: join(folder, "missing") })
  await new Promise((resolve) => setTimeout(resolve, 50))
  stop()
})
