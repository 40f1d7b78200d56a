import { existsSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { execFileSync } from "node:child_process"
import { afterAll, expect, test } from "vitest"
import { commands } from "../../../main/cli/commands/all.ts"
import { optionsOf } from "../../../main/cli/command.ts"
import { jobLine } from "../../../main/cli/progress.ts"
import { printable, size, table } from "../../../main/cli/print.ts"
import { decodeLines, termsOf } from "../../../main/cli/text-file.ts"
import { makeTestCli } from "../../support/cli.ts"

const cli = makeTestCli()
const { run, folder } = cli
afterAll(() => cli.dispose())

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

test.each(commands.map((command) => [command.name, command] as const))(
  "%s explains itself with examples",
  async (name, command) => {
    const help = await run([...name.split(" "), "--help"])
    expect(help.code).toBe(0)
    expect(help.out).toContain(`saqta ${name}`)
    for (const option of Object.keys(optionsOf(command))) expect(help.out).toContain(`--${option}`)
    expect(command.examples.length).toBeGreaterThan(0)
    for (const example of command.examples) expect(example.startsWith(name)).toBe(true)
  },
)

test.each(commands.map(({ name }) => name))("%s wrongly written prints one object and ends with 2", async (name) => {
  const ended = await run([...name.split(" "), "a", "b", "--no-such-option", "--json"])
  expect(ended.code).toBe(2)
  expect(ended.out.split("\n")).toHaveLength(2)
  expect(ended.json).toMatchObject({ ok: false, fault: { code: "usage", message: expect.any(String) } })
})

test.each([[[]], [["frobnicate"]], [["vault"]], [["case", "steal"]], [["completion", "tcsh"]]])(
  "%j is no command",
  async (words) => {
    expect((await run([...words, "--json"])).json).toMatchObject({ ok: false, fault: { code: "usage" } })
  },
)

test("help lists every command, and under --json is one object too", async () => {
  const { out } = await run(["help"])
  for (const { name } of commands) expect(out).toContain(name)
  expect((await run(["help", "--json"])).json).toMatchObject({ ok: true, result: { text: expect.any(String) } })
  expect((await run(["--version"])).out).toBe("0.0.0\n")
})

test("completion knows every command and option, and bash can read it", async () => {
  for (const shell of ["bash", "zsh", "fish"]) {
    const { out } = await run(["completion", shell])
    for (const command of commands) {
      for (const word of command.name.split(" ")) expect(out).toContain(word)
      for (const option of Object.keys(optionsOf(command))) expect(out).toContain(option)
    }
  }
  const { out } = await run(["completion", "bash"])
  const asked = 'COMP_WORDS=(saqta vault ver); COMP_CWORD=2; _saqta; echo "${COMPREPLY[@]}"'
  expect(execFileSync("bash", ["-c", `${out}\n${asked}`], { encoding: "utf8" })).toBe("verify\n")
})

test("a list of words drops its byte order mark, carriage returns and empty lines, and nothing else", () => {
  expect(termsOf(decodeLines(bytes("\ufeffАйгерим\r\n\r\nDana Testova\r\n+7 700\n")))).toEqual([
    "Айгерим",
    "Dana Testova",
    "+7 700",
  ])
})

test("a word of one letter, an empty list and bytes that are no text are faults", () => {
  expect(() => termsOf(decodeLines(bytes("ok\nх\r\n")))).toThrow(
    expect.objectContaining({ code: "term-too-short", detail: { line: 2 } }),
  )
  expect(() => termsOf(["е\u0308"])).toThrow(expect.objectContaining({ code: "term-too-short" }))
  expect(() => termsOf(decodeLines(bytes("\n")))).toThrow(expect.objectContaining({ code: "nothing-chosen" }))
  expect(() => decodeLines(Uint8Array.of(0xff, 0xfe, 0x41))).toThrow(
    expect.objectContaining({ code: "terms-unreadable" }),
  )
})

test("redacting stops before anything is written when the words are wrong", async () => {
  writeFileSync(join(folder, "in.pdf"), "%PDF-1.4")
  writeFileSync(join(folder, "terms.txt"), "х")
  const ended = await run(["redact", "file", "in.pdf", "--terms", "terms.txt", "--to", "out.pdf", "--json"])
  expect([ended.code, ended.json.fault.code]).toEqual([1, "term-too-short"])
  expect(existsSync(join(folder, "out.pdf"))).toBe(false)
})

test("words behind -- are operands, whatever they look like", async () => {
  const ended = await run(["dossier", "verify", "--json", "--", "--json"])
  expect(ended.json.fault.code).not.toBe("usage")
})

test("an option given twice, without its value, or with a word that is none of its own is refused", async () => {
  const words = ["incident", "add", "x", "--vault", "v", "--json"]
  for (const wrong of [["--dates", "a", "--dates", "b"], ["--dates"], ["--verification", "sure"]]) {
    expect((await run([...words, ...wrong])).code).toBe(2)
  }
})

test("names from outside cannot steer the terminal", () => {
  expect(printable("a\u001b[31m\nb\u202egnp.exe")).toBe("a�[31m�b�gnp.exe")
  expect(table(["N"], [["x\ty"]], "")).toEqual(["N", "x�y"])
})

test("sizes are written in the units that people use", () => {
  expect([0, 999, 1000, 4_218_000, 5 * 1024 ** 3].map(size)).toEqual(["0 B", "999 B", "1.0 kB", "4.2 MB", "5.4 GB"])
})

test("the progress line fits the terminal", () => {
  const job = {
    id: "00000000-0000-4000-8000-000000000000",
    kind: "import",
    state: "running",
    caseId: null,
    label: "a very long name of a file that nobody can read to its end.pdf",
    progress: 0.5,
    done: 120,
    total: 240,
    secondsLeft: 42,
    step: "sealing",
    outcome: {},
    fault: null,
    cancellable: true,
    retryable: false,
  } as never
  expect(jobLine(job, 60)).toBe("████████████░░░░░░░░░░░░  120/240  sealing  a very long nam")
  expect(jobLine(job, 200)).toContain("42 s left")
})
