import { expect, test } from "vitest"
import { read, sourceFiles, textFiles, trackedFiles } from "./repository.ts"

/** Data, generated lists and the words of three languages may be long; code may not. */
const mayBeLong = [/\/lists\//, /\/i18n\//, /\/words\//, /migrations\//, /^shared\/contract\//]

test("no source file is longer than 400 lines", () => {
  const long = sourceFiles()
    .filter((path) => !mayBeLong.some((pattern) => pattern.test(path)))
    .map((path) => ({ path, lines: read(path).split("\n").length }))
    .filter(({ lines }) => lines > 400)
  expect(long).toEqual([])
})

test("nothing is left half done or switched off", () => {
  // Written in two parts, so that this file does not find itself.
  const marks = [
    "TO" + "DO",
    "FIX" + "ME",
    "not imple" + "mented",
    "coming " + "soon",
    ".sk" + "ip(",
    ".on" + "ly(",
    ".to" + "do(",
  ]
  const found = textFiles()
    .filter((path) => /\.(ts|tsx)$/.test(path))
    .flatMap((path) => marks.filter((mark) => read(path).includes(mark)).map((mark) => `${path}: ${mark}`))
  expect(found).toEqual([])
})

test("no path of a developer's machine stands in the repository", () => {
  const marks = ["/wo" + "rk/", "/ro" + "ot/", "/home/" + "user", "/tmp/" + "plan"]
  const found = textFiles().flatMap((path) =>
    marks.filter((mark) => read(path).includes(mark)).map((mark) => `${path}: ${mark}`),
  )
  expect(found).toEqual([])
})

test("no package host is named, in the lock file least of all", () => {
  const hosts = [
    "registry." + "npmjs",
    "pypi." + "org",
    "files.python" + "hosted",
    "repo1." + "maven",
    "repo.maven." + "apache",
    "deb." + "debian",
  ]
  const found = textFiles().flatMap((path) =>
    hosts.filter((host) => read(path).includes(host)).map((host) => `${path}: ${host}`),
  )
  expect(found).toEqual([])
})

test("the lock file pins every package, and every version in package.json is exact", () => {
  const json = JSON.parse(read("package.json")) as Record<string, Record<string, string>>
  const loose = Object.entries({ ...json["dependencies"], ...json["devDependencies"] }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
  )
  expect(loose).toEqual([])
  expect(trackedFiles()).toContain("package-lock.json")
})
