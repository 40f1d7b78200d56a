/**
 * `test/support/vault_reader.py` was written from the decision pages alone, in another language and over other crypto
 * libraries. What it cannot read, the pages do not say.
 */
import { spawn } from "node:child_process"
import { createHash } from "node:crypto"
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { newestVersion } from "../../../main/vault/migrate.ts"
import { readerFolder } from "../../../tools/judges.ts"
import { addCase, addEvidence } from "../../support/evidence.ts"
import { disposeTestVault, makeTestVault, testPassphrase } from "../../support/vault.ts"

const here = dirname(fileURLToPath(import.meta.url))
const support = join(here, "..", "..", "support")
const vectors = join(here, "..", "..", "vectors")

interface Told {
  readonly blob: string
  readonly number?: number
  readonly name?: string
  readonly sizeBytes?: number
  readonly file?: string | null
  readonly fault?: string
}

interface Report {
  readonly epoch: number
  readonly slot: number
  readonly database: string
  readonly entries?: number
  readonly findings: readonly string[]
  readonly evidence: readonly Told[]
  readonly withoutRow: readonly Told[]
}

const python = async (args: readonly string[]): Promise<{ status: number | null; stdout: string; stderr: string }> =>
  new Promise((resolve, reject) => {
    const child = spawn("python3", args, {
      env: { ...process.env, PYTHONPATH: readerFolder, PYTHONUTF8: "1", PYTHONDONTWRITEBYTECODE: "1" },
    })
    const parts = { stdout: "", stderr: "" }
    child.stdout.setEncoding("utf8").on("data", (part: string) => {
      parts.stdout += part
    })
    child.stderr.setEncoding("utf8").on("data", (part: string) => {
      parts.stderr += part
    })
    child.on("error", reject)
    child.on("close", (status) => {
      resolve({ status, ...parts })
    })
  })

const reader = async (...args: readonly string[]) => python([join(support, "vault_reader.py"), ...args])

let scratch: string
let made = 0
const fresh = (): string => join(scratch, `${(made += 1)}`)
const copyOf = (folder: string): string => {
  const copy = fresh()
  cpSync(folder, copy, { recursive: true })
  return copy
}
const fileOf = (text: string): string => {
  const path = fresh()
  writeFileSync(path, text)
  return path
}

/** Opens a folder; `report` is there unless it was refused. */
const open = async (folder: string, passphrase: string, ...more: readonly string[]) => {
  const ran = await reader("vault", folder, "--passphrase-file", fileOf(`${passphrase}\n`), ...more)
  return { ...ran, report: ran.stdout === "" ? undefined : (JSON.parse(ran.stdout) as Report) }
}

const change = (path: string, how: (bytes: Buffer<ArrayBuffer>) => Uint8Array): void => {
  writeFileSync(path, how(Buffer.from(readFileSync(path))))
}
const flip =
  (at: number) =>
  (bytes: Buffer<ArrayBuffer>): Buffer => {
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
    return bytes
  }
const headers = ["header.a", "header.b"] as const
/** Changes both copies and makes them whole again, which anybody can. */
const changeHeaders = (folder: string, how: (bytes: Buffer<ArrayBuffer>) => void): void => {
  for (const name of headers)
    change(join(folder, name), (bytes) => {
      how(bytes)
      createHash("sha256").update(bytes.subarray(0, 3364)).digest().copy(bytes, 3364)
      return bytes
    })
}

beforeAll(() => {
  if (!existsSync(join(readerFolder, "sqlcipher3"))) throw new Error("Run `node tools/judges.ts` first.")
  scratch = mkdtempSync(join(tmpdir(), "saqta-reader-"))
})
afterAll(() => {
  rmSync(scratch, { recursive: true, force: true })
})

const vectorsFile = JSON.parse(readFileSync(join(vectors, "format-1.json"), "utf8")) as {
  readonly header: { readonly passphrase: string; readonly recoveryCode: string }
  readonly blobs: readonly { readonly id: string; readonly name: string; readonly contentBase64: string }[]
}
const { passphrase, recoveryCode } = vectorsFile.header
const blobPath = (id: string): string => join("blobs", id.slice(0, 1), id)
const [empty, note, twoChunks] = vectorsFile.blobs.map(({ id }) => id) as [string, string, string]

describe.concurrent("the published vectors", () => {
  test("all hold", async () => {
    expect(await reader("vectors", vectors)).toEqual({ status: 0, stdout: "147 passed, 0 failed\n", stderr: "" })
  })

  test.each(["header.b", blobPath(twoChunks)])("a changed byte in %s is told", async (path) => {
    const copy = copyOf(vectors)
    change(join(copy, "vault-1", path), flip(300))
    const { status, stdout } = await reader("vectors", copy)
    expect(status).toBe(1)
    expect(stdout).toMatch(/ [1-9]\d* failed\n$/u)
  })

  test("a changed value in the file is told", async () => {
    const copy = copyOf(vectors)
    change(join(copy, "format-1.json"), (bytes) =>
      Buffer.from(
        bytes.toString().replace(/"headKey": "(.)/u, (_, digit) => `"headKey": "${digit === "0" ? "1" : "0"}`),
      ),
    )
    const { status, stdout } = await reader("vectors", copy)
    expect(status).toBe(1)
    expect(stdout).toContain("145 passed, 2 failed")
  })
})

describe.concurrent("the published folder", () => {
  const folder = join(vectors, "vault-1")

  test("gives back every content by either secret", async () => {
    const out = fresh()
    const { status, report } = await open(folder, passphrase, "--out", out)
    expect(status).toBe(0)
    expect(report?.findings).toEqual([])
    const files = new Map((report?.withoutRow ?? []).map(({ blob, file }) => [blob, file ?? ""]))
    for (const { id, contentBase64 } of vectorsFile.blobs)
      expect(readFileSync(join(out, files.get(id) ?? "")).toString("base64")).toBe(contentBase64)
    const byCode = await reader("vault", folder, "--recovery-code-file", fileOf(` ${recoveryCode.toLowerCase()}\n`))
    expect(byCode.status).toBe(0)
    expect((JSON.parse(byCode.stdout) as Report).slot).not.toBe(report?.slot)
  })

  test("a byte order mark and CR LF in the passphrase's file are no part of it", async () => {
    const ran = await reader("vault", folder, "--passphrase-file", fileOf(`\uFEFF${passphrase}\r\n`))
    expect(ran.status).toBe(0)
    expect((await open(folder, `${passphrase}\n`)).stderr).toContain("wrong-passphrase")
  })

  test.each<[string, RegExp, (folder: string) => void]>([
    ["no headers", /not-a-vault/u, (copy) => headers.forEach((name) => rmSync(join(copy, name)))],
    [
      "cut headers",
      /header-damaged/u,
      (copy) => headers.forEach((name) => change(join(copy, name), (b) => b.subarray(0, 3000))),
    ],
    ["a newer version", /vault-newer/u, (copy) => changeHeaders(copy, (b) => b.writeUInt16BE(2, 8))],
    ["too little memory", /kdf-out-of-bounds/u, (copy) => changeHeaders(copy, (b) => b.writeUInt32BE(1024, 12))],
    ["too much memory", /kdf-out-of-bounds/u, (copy) => changeHeaders(copy, (b) => b.writeUInt32BE(2 ** 31, 12))],
    ["fewer passes", /wrong-passphrase/u, (copy) => changeHeaders(copy, (b) => b.writeUInt32BE(1, 16))],
    ["another salt", /wrong-passphrase/u, (copy) => changeHeaders(copy, flip(40))],
    ["another vault id", /wrong-passphrase/u, (copy) => changeHeaders(copy, flip(24))],
    [
      "another ephemeral key",
      /wrong-passphrase/u,
      (copy) => {
        for (let slot = 0; slot < 8; slot += 1) changeHeaders(copy, flip(80 + 376 * slot + 204))
      },
    ],
    [
      "slots in another order",
      /wrong-passphrase/u,
      (copy) =>
        changeHeaders(copy, (b) => {
          Buffer.concat([b.subarray(456, 3088), b.subarray(80, 456)]).copy(b, 80)
        }),
    ],
  ])("%s: refused", async (_, fault, tamper) => {
    const copy = copyOf(folder)
    tamper(copy)
    const { status, stdout, stderr } = await open(copy, passphrase)
    expect([status, stdout]).toEqual([2, ""])
    expect(stderr).toMatch(fault)
  })

  test.each<[string, string, (folder: string) => void]>([
    ["one header is gone", "", (copy) => rmSync(join(copy, "header.a"))],
    ["one header is cut", "header.a", (copy) => change(join(copy, "header.a"), (b) => b.subarray(0, 3395))],
    ["one header has a changed byte", "header.b", (copy) => change(join(copy, "header.b"), flip(90))],
    ["the epoch is another", "read-only", (copy) => changeHeaders(copy, flip(78))],
    ["the directory is another", "read-only", (copy) => changeHeaders(copy, flip(3140))],
    ["the MAC is another", "read-only", (copy) => changeHeaders(copy, flip(3340))],
  ])("opens, and says so, when %s", async (_, said, tamper) => {
    const copy = copyOf(folder)
    tamper(copy)
    const { report } = await open(copy, passphrase)
    expect(report?.findings.join("\n")).toContain(said)
    expect(report?.withoutRow.filter(({ fault }) => fault === undefined)).toHaveLength(3)
  })

  test.each<[string, string, (path: (id: string) => string) => void]>([
    ["a changed magic", twoChunks, (path) => change(path(twoChunks), flip(0))],
    ["a changed chunk size", twoChunks, (path) => change(path(twoChunks), flip(11))],
    ["a changed salt", twoChunks, (path) => change(path(twoChunks), flip(16))],
    ["a changed commitment", twoChunks, (path) => change(path(twoChunks), flip(79))],
    ["a changed first chunk", twoChunks, (path) => change(path(twoChunks), flip(80))],
    ["a changed tag", twoChunks, (path) => change(path(twoChunks), flip(80 + 65_551))],
    ["a changed tail", note, (path) => change(path(note), flip(16_400))],
    ["its last chunk cut off", twoChunks, (path) => change(path(twoChunks), (b) => b.subarray(0, 80 + 65_552))],
    [
      "its first chunk cut out",
      twoChunks,
      (path) => change(path(twoChunks), (b) => Buffer.concat([b.subarray(0, 80), b.subarray(80 + 65_552)])),
    ],
    ["a byte more", empty, (path) => change(path(empty), (b) => Buffer.concat([b, Buffer.alloc(1)]))],
    ["nothing in it", empty, (path) => change(path(empty), () => Buffer.alloc(0))],
    ["another blob's bytes", empty, (path) => cpSync(path(note), path(empty))],
  ])("a blob with %s: refused, and not written", async (_, id, tamper) => {
    const [copy, out] = [copyOf(folder), fresh()]
    tamper((blob) => join(copy, blobPath(blob)))
    const { status, report } = await open(copy, passphrase, "--out", out)
    expect(status).toBe(1)
    expect(report?.findings).toHaveLength(1)
    expect(report?.findings[0]).toMatch(/^blob-damaged/u)
    expect(report?.findings[0]).toContain(id)
    expect(readdirSync(out).filter((name) => name.includes(id))).toEqual([])
    expect(readdirSync(out)).toHaveLength(2)
  })
})

describe("a whole vault", () => {
  const contents = [Buffer.from("hello"), Buffer.alloc(200_000, 7), Buffer.alloc(0)]
  let live: string
  let closed: string
  let earlier: string
  let state: string
  let stateEarlier: string
  let recovery: string
  let whole: Awaited<ReturnType<typeof makeTestVault>>

  beforeAll(async () => {
    const made = (whole = await makeTestVault("independent"))
    const { vault } = made
    recovery = made.recoveryCode
    const caseId = addCase(vault, 'Іс №1 «Қордай» \\ "тырнақша" \u0007 😀')
    const evidenceIds = []
    for (const [index, content] of contents.entries())
      evidenceIds.push((await addEvidence(vault, { caseId, number: index + 1, content })).evidenceId)
    earlier = copyOf(made.folder)
    stateEarlier = copyOf(made.stateFolder)
    const [first = ""] = evidenceIds
    const { id: noteId, plan, boxes } = sample(first)
    vault.write((tx) => {
      tx.insert("notes", { id: noteId, subject_kind: "evidence", subject_id: first, text: "ескерту" })
      tx.insert("redaction_plans", plan)
      for (const box of boxes) tx.insert("redaction_boxes", box)
      tx.append({ verb: "note.added", subjectKind: "note", subjectId: noteId })
    })
    vault.write((tx) => {
      tx.update("evidence", first, { title: "Жаңа атау" })
      tx.remove("notes", noteId)
      tx.append({ verb: "evidence.changed", subjectKind: "evidence", subjectId: first })
    })
    live = copyOf(made.folder)
    await vault.close()
    closed = copyOf(made.folder)
    state = copyOf(made.stateFolder)
  })
  afterAll(() => disposeTestVault(whole))

  const sample = (evidenceId: string) => {
    const id = (digit: number): string => `00000000-0000-4000-8000-00000000000${digit}`
    const reals = [0, 5, 0.1, -12.75, 1e-7, 1.5e-6, 1e21, 123_456_789.125, 2 ** 60]
    const plan = { id: id(1), evidence_id: evidenceId, audience: "court", page_count: 1 }
    const boxes = reals.map((real, index) => ({
      ...{ id: `${id(0).slice(0, -2)}${index + 10}`, plan_id: id(1), page: 1, x: real, y: -real, width: real / 3 },
      ...{ height: 1, origin: "drawn", decision: "black", reason: "name", label: "" },
    }))
    return { id: id(2), plan, boxes }
  }

  test("is read with its evidence, chain and head", async () => {
    const out = fresh()
    const { status, stderr, report } = await open(closed, testPassphrase, "--out", out, "--state", state)
    expect([status, stderr, report?.findings]).toEqual([0, "", []])
    expect(report).toMatchObject({ epoch: 1, database: `version ${newestVersion}`, entries: 7, withoutRow: [] })
    expect(report?.evidence.map(({ number, sizeBytes }) => [number, sizeBytes])).toEqual([
      [1, 5],
      [2, 200_000],
      [3, 0],
    ])
    for (const [index, { file }] of (report?.evidence ?? []).entries())
      expect(readFileSync(join(out, file ?? "")).equals(contents[index] ?? Buffer.alloc(1))).toBe(true)
  })

  test("is read by the recovery code", async () => {
    const { status } = await reader("vault", closed, "--recovery-code-file", fileOf(recovery))
    expect(status).toBe(0)
  })

  test("is read by a further person, whose signature it checks like everybody's", async () => {
    const made = await makeTestVault("two people")
    const theirs = "river marble 91 lantern Шымкент"
    const secret = { kind: "passphrase", passphrase: theirs } as const
    const own = { kind: "passphrase", passphrase: testPassphrase } as const
    await made.vault.addHolder({ secret: own, label: "Айгерім", passphrase: theirs })
    await made.vault.writeAs(secret, (tx) =>
      tx.append({ verb: "case.seen", subjectKind: "case", subjectId: made.vault.keys.vaultId }),
    )
    await made.vault.close()
    for (const passphrase of [theirs, testPassphrase]) {
      const { status, report } = await open(made.folder, passphrase, "--state", made.stateFolder)
      expect([status, report?.findings, report?.entries]).toEqual([0, [], 4])
    }
    await disposeTestVault(made)
  })

  test("is read with what still stands in the log, and stays as it is", async () => {
    const before = readFileSync(join(live, "vault.db-wal"))
    const { status, report } = await open(live, testPassphrase, "--state", state)
    expect([status, report?.findings, report?.entries]).toEqual([0, [], 7])
    expect(readFileSync(join(live, "vault.db-wal")).equals(before)).toBe(true)
    expect(readdirSync(live).sort()).toEqual(["blobs", "header.a", "header.b", "reserve", "vault.db", "vault.db-wal"])
  })

  test("an older copy is told by the head outside", async () => {
    const { report } = await open(earlier, testPassphrase, "--state", state)
    expect(report?.findings).toEqual(["older-than-seen"])
    expect((await open(closed, testPassphrase, "--state", stateEarlier)).report?.findings).toEqual([])
  })

  /** What somebody with the keys could write, past the program. */
  const write = async (folder: string, sql: string): Promise<void> => {
    const script = [
      "import sys",
      "sys.path.insert(0, sys.argv[1])",
      "from vault_reader import *",
      "keys = open_header(sys.argv[2], passphrase_bytes(sys.argv[3])).keys",
      "database = sqlcipher3.connect(sys.argv[2] + '/vault.db', isolation_level=None)",
      "database.execute(f\"PRAGMA key = \\\"x'{keys.derive('database-key').hex()}'\\\"\")",
      "database.executescript(sys.argv[4])",
      "database.close()",
    ].join("\n")
    const { status, stderr } = await python(["-c", script, support, folder, testPassphrase, sql])
    expect([status, stderr]).toEqual([0, ""])
  }

  test.each<[string, string, RegExp[]]>([
    ["a changed row", "UPDATE evidence SET title = 'x' WHERE number = 2", [/^row-changed evidence /u]],
    ["a changed real", "UPDATE redaction_boxes SET x = x + 1 WHERE x = 0.1", [/^row-changed redaction_boxes /u]],
    ["changed history", "UPDATE history SET before = '{}' WHERE table_name = 'evidence'", [/^row-changed history /u]],
    ["a removed row", "DELETE FROM custody WHERE rowid = 1", [/^row-removed custody /u]],
    [
      "an added row",
      "INSERT INTO cases (id, title, title_sort, created_at, created_by, changed_at, changed_by) SELECT 'x', title, title_sort, created_at, created_by, changed_at, changed_by FROM cases",
      [/^row-added cases x$/u],
    ],
    ["a lost salt", "DELETE FROM audit_salts WHERE table_name = 'cases'", [/^row-changed cases /u]],
    [
      "a row changed under a salt that no entry stands for",
      "UPDATE evidence SET title = 'x' WHERE number = 2; " +
        "INSERT INTO audit_salts SELECT 'evidence', id, 999, randomblob(16) FROM evidence WHERE number = 2",
      [/^row-changed evidence /u],
    ],
    [
      "a cut end of the chain",
      "DELETE FROM audit_entries WHERE position > 6",
      [/^row-changed evidence /u, /^row-added history /u, /^row-added history /u, /^row-removed notes /u],
    ],
    [
      "a changed entry",
      "UPDATE audit_entries SET body = replace(body, 'case.added', 'case.edited') WHERE position = 2",
      [/^entry-changed 2$/u],
    ],
    [
      "a missing entry",
      "DELETE FROM audit_entries WHERE position = 3",
      [/^entry-missing 3$/u, /^entry-order 4$/u, /^row-added custody /u],
    ],
    [
      "a changed signature",
      "UPDATE audit_entries SET signature = zeroblob(64) WHERE position = 5",
      [/^entry-signature 5$/u],
    ],
    [
      "another signing key",
      "UPDATE holders SET signing_key = zeroblob(32)",
      [/another key than the header$/u, /^row-changed holders /u],
    ],
  ])("%s is found", async (_, sql, findings) => {
    const copy = copyOf(closed)
    await write(copy, sql)
    const { status, report } = await open(copy, testPassphrase)
    expect(status).toBe(1)
    expect(report?.findings).toHaveLength(findings.length)
    for (const [index, finding] of findings.entries()) expect(report?.findings[index]).toMatch(finding)
  })

  test.each([
    "UPDATE evidence SET title = 'x' WHERE number = 2",
    "UPDATE history SET before = '{}'",
    "DELETE FROM custody",
    "DELETE FROM audit_salts WHERE table_name = 'custody'",
    "UPDATE audit_entries SET body = replace(body, '\"verb\"', ' \"verb\"') WHERE position = 2",
    "UPDATE audit_entries SET body = json_set(body, '$.extra', 1) WHERE position = 3",
    "UPDATE audit_entries SET hash = 'ab' || substr(hash, 3) WHERE position = 4",
    "UPDATE audit_entries SET signature = zeroblob(64) WHERE position = 5",
    "DELETE FROM audit_entries WHERE position IN (1, 3, 4)",
    "UPDATE audit_entries SET position = 99 WHERE position = 5",
  ])("reader and program find the same after %s", async (sql) => {
    const copy = copyOf(closed)
    await write(copy, sql)
    const own = await open(copy, testPassphrase)
    const { vault } = await whole.reopen(copy)
    const { faults } = await vault.auditVerify()
    await vault.close()
    expect(faults).not.toEqual([])
    expect([...(own.report?.findings ?? [])].sort()).toEqual([...faults].sort())
  })

  test("an older header is refused", async () => {
    const copy = copyOf(closed)
    await write(copy, "UPDATE vault_header SET epoch = 2")
    expect((await open(copy, testPassphrase)).stderr).toContain("header-stale")
  })

  test("a changed page, a swapped blob and a lost blob are found", async () => {
    const [page, swapped, lost] = [copyOf(closed), copyOf(closed), copyOf(closed)]
    change(join(page, "vault.db"), flip(60 * 4096 + 99))
    expect((await open(page, testPassphrase)).status).not.toBe(0)
    const blobs = (await open(closed, testPassphrase)).report?.evidence.map(({ blob }) => blob) ?? []
    const [one = "", two = "", three = ""] = blobs.map(blobPath)
    cpSync(join(swapped, three), join(swapped, one))
    rmSync(join(lost, two))
    expect((await open(swapped, testPassphrase)).report?.findings).toEqual([
      `blob-damaged: commitment ${blobs[0] ?? ""}`,
    ])
    expect((await open(lost, testPassphrase)).report?.findings).toEqual([`blob-missing ${blobs[1] ?? ""}`])
  })

  test("a replaced passphrase is refused, also beside a stale header", async () => {
    const made = await makeTestVault("replaced")
    try {
      const [old, next] = [fresh(), fresh()]
      mkdirSync(old)
      cpSync(join(made.folder, "header.b"), join(old, "header.b"))
      await made.vault.changePassphrase(testPassphrase, "another one, long enough 9")
      await made.vault.close()
      cpSync(made.folder, next, { recursive: true })
      expect((await open(next, "another one, long enough 9")).report).toMatchObject({ epoch: 2, findings: [] })
      expect((await open(next, testPassphrase)).stderr).toContain("wrong-passphrase")
      cpSync(join(old, "header.b"), join(next, "header.b"))
      expect((await open(next, testPassphrase)).stderr).toContain("wrong-passphrase")
      cpSync(join(old, "header.b"), join(next, "header.a"))
      expect((await open(next, testPassphrase)).stderr).toContain("header-stale")
    } finally {
      await disposeTestVault(made)
    }
  })
})
