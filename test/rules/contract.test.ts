import { expect, test } from "vitest"
import { contract } from "../../shared/contract/contract.ts"
import { faultCodes } from "../../shared/faults.ts"
import { read, trackedFiles } from "./repository.ts"

const tests = trackedFiles().filter((path) => /^(test|demo)\/.*\.tsx?$/.test(path))
const testText = tests.map(read).join("\n")

test("every call of the contract is made by a test or by the demo that a test runs", () => {
  const untested = Object.keys(contract).filter((name) => !testText.includes(`"${name}"`))
  expect(untested).toEqual([])
})

test("every fault code is thrown somewhere and explained in every language", () => {
  const source = trackedFiles()
    .filter((path) => /^(main|renderer)\/.*\.tsx?$/.test(path))
    .map(read)
    .join("\n")
  const silent = faultCodes.filter((code) => !source.includes(`"${code}"`))
  expect(silent).toEqual([])
  for (const language of ["en", "ru", "kk"]) {
    const words = JSON.parse(read(`shared/i18n/${language}.json`)) as Record<string, string>
    expect(faultCodes.filter((code) => (words[`fault.${code}`] ?? "") === "")).toEqual([])
  }
})

test("every fault that a call declares is in the closed list", () => {
  const declared = Object.values(contract).flatMap((call) => [...call.faults] as string[])
  expect(declared.filter((code) => !(faultCodes as readonly string[]).includes(code))).toEqual([])
})
