import { expect, test } from "vitest"
import { findElectron } from "../../../main/host/find-electron.ts"
import { installCommand } from "../../../main/host/install.ts"
import { stateFolderOf } from "../../../main/host/platform.ts"
import { revealCommand } from "../../../main/host/reveal.ts"

test("small files go where each system keeps them", () => {
  const at = (platform: NodeJS.Platform, home: string, environment: Record<string, string> = {}) =>
    stateFolderOf({ platform, home, environment })
  expect(at("linux", "/home/a")).toBe("/home/a/.local/state/saqta")
  expect(at("linux", "/home/a", { XDG_STATE_HOME: "/s" })).toBe("/s/saqta")
  expect(at("linux", "/home/a", { XDG_STATE_HOME: "relative" })).toBe("/home/a/.local/state/saqta")
  expect(at("linux", "/home/a", { XDG_STATE_HOME: "" })).toBe("/home/a/.local/state/saqta")
  expect(at("darwin", "/Users/a")).toBe("/Users/a/Library/Application Support/Saqta")
  expect(at("win32", "C:\\Users\\a")).toBe("C:\\Users\\a\\AppData\\Local\\Saqta")
  expect(at("win32", "C:\\Users\\a", { LOCALAPPDATA: "D:\\L" })).toBe("D:\\L\\Saqta")
})

test("an item is shown in its folder and never opened", () => {
  expect(revealCommand("linux", "/a/b.pdf")).toEqual(["xdg-open", "/a"])
  expect(revealCommand("darwin", "/a/b.pdf")).toEqual(["open", "-R", "/a/b.pdf"])
  expect(revealCommand("win32", "C:\\a\\b.pdf")).toEqual(["explorer.exe", "/select,C:\\a\\b.pdf"])
})

test("Chromium is brought by one command, with sudo for those who need it", () => {
  expect(installCommand(true)).toBe("apt-get install --yes --no-install-recommends chromium")
  expect(installCommand(false)).toBe("sudo apt-get install --yes --no-install-recommends chromium")
})

test("an Electron that is not there is not found", () => {
  expect(findElectron("/nowhere", {})).toBeUndefined()
  expect(findElectron("/nowhere", { ELECTRON_OVERRIDE_DIST_PATH: "/nowhere" })).toBeUndefined()
})
