import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { makeTestCli } from "../../support/cli.ts"

const cli = makeTestCli()
const { run, inVault, secret, vault, folder } = cli
afterAll(() => cli.dispose())

beforeAll(async () => {
  expect(await cli.create()).toMatchObject({ code: 0 })
  await inVault("case", "add", "Обыск на улице Абая", "--reference", "2017/12")
  await inVault("incident", "add", "The office is searched", "--dates", "4–9 марта 2017", "--place", "Алматы")
  await inVault("actor", "add", "Aigerim Sarsenova", "--also-named", "transliteration=Айгерим Сарсенова", "--protected")
  writeFileSync(join(folder, "statement.txt"), "They came at six in the morning.\n")
})

test("a new vault tells its id, its folder and its recovery code, once", async () => {
  const other = join(folder, "other")
  const made = await run(["vault", "create", "other", ...secret, "--json"])
  expect(made.json).toMatchObject({
    ok: true,
    result: { id: expect.stringMatching(/^[0-9a-f-]{36}$/), folder: other, recoveryCode: expect.any(String) },
  })
  const again = await run(["vault", "create", "other", ...secret, "--json"])
  expect([again.code, again.json.fault.code]).toEqual([1, "vault-exists"])
  const code = join(folder, "code.txt")
  writeFileSync(code, made.json.result.recoveryCode)
  expect(await run(["vault", "info", "other", "--recovery-code-file", code])).toMatchObject({ code: 0 })
})

test("everything new has an id, under the same name", async () => {
  const added = [
    await inVault("case", "add", "Second"),
    await inVault("incident", "add", "Hearing", "--case", "2017/12"),
    await inVault("actor", "add", "Dana Testova", "--case", "обыск НА улице абая"),
    await inVault("note", "add", "Ask again.", "--incident", "Hearing"),
    await inVault("involvement", "add", "Dana Testova", "--incident", "Hearing", "--role", "witness"),
    await inVault("evidence", "import", "statement.txt", "--case", "2017/12"),
    await inVault("link", "add", "E-001", "--incident", "hearing", "--relation", "mentions"),
  ]
  for (const { json } of added) expect(json.result.id).toMatch(/^[0-9a-f-]{36}$/)
  expect((await inVault("note", "list", "--incident", "Hearing")).json.result.notes).toHaveLength(1)
  expect((await inVault("link", "list", "--evidence", "e-1")).json.result.links).toHaveLength(1)
  const involved = await inVault("involvement", "list", "--actor", "dana testova")
  expect(involved.json.result.involvements).toMatchObject([{ role: "witness", incidentLabel: "Hearing" }])
})

test("lists give what the engine gives, dates computed", async () => {
  const { json } = await inVault("incident", "list", "--case", "2017/12", "--query", "office")
  expect(json.result).toMatchObject({
    rows: [{ title: "The office is searched", dates: { edtf: "2017-03-04/2017-03-09", earliest: "2017-03-04" } }],
    total: 1,
    all: 2,
  })
  const people = await inVault("actor", "list", "--case", "2017/12", "--query", "айгерим")
  expect(people.json.result.rows).toMatchObject([{ protected: true }])
})

test("a record answers to its id, its title in any case, and any of its names", async () => {
  const { rows } = (await inVault("actor", "list", "--case", "2017/12")).json.result
  const wanted = rows.find((one: { protected: boolean }) => one.protected).id as string
  for (const name of [wanted, "aigerim sarsenova", "АЙГЕРИМ САРСЕНОВА"]) {
    const links = await inVault("link", "list", "--actor", name)
    expect(links.code).toBe(0)
  }
})

test("a name that several records answer to is ambiguous, one that none does is not found", async () => {
  await inVault("incident", "add", "Twice", "--case", "2017/12")
  await inVault("incident", "add", "twice", "--case", "2017/12")
  const twice = await inVault("link", "list", "--incident", "Twice")
  expect([twice.code, twice.json.fault]).toMatchObject([
    1,
    { code: "ambiguous", detail: { kind: "incident", count: 2 } },
  ])
  expect((await inVault("link", "list", "--incident", "Nothing")).json.fault.code).toBe("not-found")
  expect((await inVault("evidence", "show", "E-099")).json.fault.code).toBe("not-found")
})

test("without --case the vault's only case is meant; with two it must be said", async () => {
  await inVault("case", "add", "Second")
  expect((await inVault("incident", "list")).json.fault).toMatchObject({ code: "ambiguous", detail: { kind: "case" } })
})

test("files come in with one outcome each, and a failure among them is said and is no success", async () => {
  writeFileSync(join(folder, "chat.txt"), "12:01 they are here\n")
  const ended = await inVault("evidence", "import", "chat.txt", "chat.txt", "missing.pdf", "--case", "2017/12")
  expect(ended.code).toBe(1)
  expect(ended.json).toMatchObject({ ok: false, result: { imported: 1, duplicates: 1, failed: 1 } })
  expect(ended.json.result.outcomes).toHaveLength(3)
  const shown = await inVault("evidence", "show", "chat.txt")
  expect(shown.json.result).toMatchObject({ originalName: "chat.txt", custody: [{ verb: "received" }] })
})

test("the original goes out byte for byte, and never over another file", async () => {
  await inVault("evidence", "import", "statement.txt", "--case", "2017/12")
  const out = join(folder, "out.txt")
  const written = await inVault("evidence", "export", "statement.txt", "--to", "out.txt")
  expect(written.json).toMatchObject({ ok: true, result: { file: out } })
  expect(readFileSync(out, "utf8")).toBe("They came at six in the morning.\n")
  expect((await inVault("evidence", "export", "statement.txt", "--to", "out.txt")).json.fault.code).toBe(
    "target-exists",
  )
})

test("the log and the whole vault hold", async () => {
  const log = await inVault("audit", "log", "--limit", "1")
  expect(log.json.result.entries).toHaveLength(1)
  expect((await inVault("audit", "verify")).json).toMatchObject({ ok: true, result: { passed: true, faults: [] } })
  expect(await run(["vault", "verify", vault, ...secret, "--json"])).toMatchObject({ code: 0 })
})

test("an impossible date is a fault with words", async () => {
  const { code, json } = await inVault("incident", "add", "Never", "--dates", "31 February 2017", "--case", "2017/12")
  expect(code).toBe(1)
  expect(json.fault).toMatchObject({ code: "date-unreadable", message: expect.stringContaining("4 March 2017") })
})

test("the key list of an audience says who stands behind which pseudonym, and stays as it is", async () => {
  const list = (audience: string) => ["pseudonym", "list", "--case", "2017/12", "--audience", audience]
  const first = await inVault(...list("UN body"))
  expect(first.json.result.pseudonyms).toEqual([
    { actorId: expect.any(String), text: expect.stringMatching(/^Person \d+$/) },
  ])
  expect((await inVault(...list(" UN  body "))).json.result).toEqual(first.json.result)
  const shown = await run([...list("UN body"), "--vault", vault, ...secret])
  expect(shown.out).toContain("Aigerim Sarsenova")
})

test("two people that are the same are shown side by side, and merged only when told", async () => {
  await inVault("actor", "add", "Marat Primerov", "--case", "2017/12", "--description", "Judge")
  await inVault("actor", "add", "M. Primerov", "--case", "2017/12", "--description", "Court chair")
  const merge = (...more: string[]) =>
    inVault("record", "merge", "actor", "Marat Primerov", "M. Primerov", "--case", "2017/12", ...more)
  expect((await merge()).json.result.conflicts).toEqual([{ field: "description", keep: "Judge", lose: "Court chair" }])
  const merged = await merge("--take", "description", "--yes")
  expect(merged).toMatchObject({ code: 0 })
  const found = await inVault("actor", "list", "--case", "2017/12", "--query", "Primerov")
  expect(found.json.result.rows).toMatchObject([{ id: merged.json.result.id, description: "Court chair" }])
})

test("--where narrows every list alike, and refuses what says nothing of it", async () => {
  const titles = async (...words: string[]) =>
    (await inVault(...words)).json.result.rows.map((row: { title?: string; names?: { text: string }[] }) => row.title)
  const incidents = (...where: string[]) =>
    titles("incident", "list", "--case", "2017/12", ...where.flatMap((one) => ["--where", one]), "--json")
  expect(await incidents("when=spring 2017", "place=алматы")).toEqual(["The office is searched"])
  expect(await incidents("verification=confirmed,likely")).toEqual([])
  expect(
    (await inVault("actor", "list", "--case", "2017/12", "--where", "protected=yes", "--json")).json.result.total,
  ).toBe(1)
  const refused = await inVault("actor", "list", "--case", "2017/12", "--where", "verification=likely")
  expect(refused.code).toBe(2)
})

test("many records are changed alike only after --yes, and only those that --where names", async () => {
  const words = [
    "record",
    "set-all",
    "incident",
    "--case",
    "2017/12",
    "--where",
    "place=алматы",
    "--add-tag",
    "площадь",
  ]
  expect((await inVault(...words)).json.result).toMatchObject({ changed: 0, ids: [expect.any(String)] })
  expect((await inVault(...words, "--yes")).json.result.changed).toBe(1)
  const tagged = await inVault("incident", "list", "--case", "2017/12", "--where", "tag=площадь")
  expect(tagged.json.result.total).toBe(1)
  expect((await inVault("record", "set-all", "incident", "--case", "2017/12", "--yes")).code).toBe(2)
})
