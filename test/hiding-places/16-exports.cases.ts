/** Place 84: what leaves beside the pages: names of files and entries, lists, logs and hashes. */
import { createHash } from "node:crypto"
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { zipSync } from "fflate"
import { expect } from "vitest"
import { makeTestCli } from "../support/cli.ts"
import type { CaseTools, HidingCase, MadeFile } from "./hiding-case.ts"
import { line, stripOf } from "./strip.ts"

const writer = "fflate"
const keeps = null
const page = (written: string): Uint8Array => stripOf({ contents: line(written, 20, 14) })
const zipped = (name: string, entries: Readonly<Record<string, Uint8Array>>): MadeFile => ({
  name,
  bytes: zipSync({ ...entries }, { mtime: new Date("2026-01-01T12:00:00") }),
})

/** Through the command line, as a person would: what stands in its folder, its answer and its log afterwards. */
const byCommandLine = async (given: MadeFile, tools: CaseTools, terms: readonly string[]): Promise<MadeFile> => {
  const folder = mkdtempSync(join(tmpdir(), "saqta-exports-"))
  const cli = makeTestCli({ ...tools.pool, close: () => Promise.resolve() })
  try {
    const [input, list, out] = ["in.pdf", "terms.txt", "annex-1.pdf"].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ]
    writeFileSync(input, given.bytes)
    writeFileSync(list, terms.join("\n"))
    const { code, json } = await cli.run(["redact", "file", input, "--terms", list, "--to", out, "--json"])
    expect(code).toBe(0)
    const said = JSON.stringify(json)
    for (const secret of [...terms, createHash("sha256").update(given.bytes).digest("hex")])
      expect(said).not.toContain(secret)
    expect(readdirSync(folder).sort()).toEqual(["annex-1.pdf", "in.pdf", "terms.txt"])
    const named = await cli.run([
      "redact",
      "file",
      input,
      "--terms",
      list,
      "--to",
      join(folder, `${terms[0] ?? ""}.pdf`),
      "--json",
    ])
    expect(named.json.fault.code).toBe("redaction-leak")
    return { name: "annex-1.pdf", bytes: readFileSync(out) }
  } finally {
    rmSync(folder, { recursive: true })
    cli.dispose()
  }
}

export const cases: readonly HidingCase[] = [
  {
    ...{ place: 84, name: "the file's name", writer: "raw syntax", keeps: "Вечером" },
    make: ({ written }) => ({ name: `protocol ${written}.pdf`, bytes: stripOf({}) }),
    redact: (given, { terms }, tools) => byCommandLine({ name: given.name, bytes: page(terms[0] ?? "") }, tools, terms),
  },
  {
    ...{ place: 84, name: "an entry of an archive", writer, keeps },
    make: ({ written }) => zipped("bundle.zip", { [`annexes/${written}.pdf`]: stripOf({}) }),
    redact: async (_, { written }, tools) => {
      const copy = await tools.redact({ name: "page.pdf", bytes: page(written) })
      return zipped("bundle.zip", { "annexes/annex-1.pdf": copy.bytes })
    },
  },
  {
    ...{ place: 84, name: "a list of what is in the bundle", writer, keeps },
    make: ({ written }) =>
      zipped("bundle.zip", {
        "manifest-sha256.txt": Buffer.from(`${"0".repeat(64)}  data/${encodeURIComponent(written)}.pdf\n`),
      }),
    redact: async (_, { written }, tools) => {
      const copy = await tools.redact({ name: "page.pdf", bytes: page(written) })
      const sum = createHash("sha256").update(copy.bytes).digest("hex")
      return zipped("bundle.zip", {
        "data/annex-1.pdf": copy.bytes,
        "manifest-sha256.txt": Buffer.from(`${sum}  data/annex-1.pdf\n`),
      })
    },
  },
]
