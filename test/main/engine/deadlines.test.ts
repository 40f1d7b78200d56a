import { afterAll, expect, test } from "vitest"
import type { Input } from "../../../shared/contract/contract.ts"
import { makeTestEngine } from "../../support/engine.ts"

const made = makeTestEngine()
const { run, engine } = made
afterAll(() => made.dispose())

const rule = "kz-cpc-106-learned"

test("a rule is computed without a vault, with its working in the language asked for", async () => {
  const { edtf, checked, working } = await run("deadline.compute", { rule, start: "6 февраля 2026", language: "ru" })
  expect([edtf, checked]).toEqual(["[2026-02-20..2026-02-23]", false])
  expect(working[0]).toContain("статья 106")
  expect(working.join(" ")).toContain("21 февраля 2026 г. (суббота) — выходной.")
  expect(working.at(-1)).toContain("проверьте по закону")
})

test("a law changed since says so for starts after the change, and only for them", async () => {
  const said = async (start: string) => (await run("deadline.compute", { rule, start })).working.join(" ")
  expect(await said("2026-06-30")).not.toContain("331-VIII")
  expect(await said("2026-07-01")).toContain("331-VIII")
})

test.each<[Partial<Input<"deadline.compute">>, string]>([
  [{ rule: "kz-cassation" }, "rule-incomplete"],
  [{ rule: "none-such" }, "not-found"],
  [{ start: "2026-03-09/2026-03-04" }, "date-unreadable"],
  [{ start: "../2026-03-04" }, "start-open"],
  [{ start: "2026-02-30" }, "date-unreadable"],
  [{ rule: "un-hrc-exhaustion", start: "2996" }, "beyond-calendar"],
  [{ rule: { title: "Own", amount: 0, unit: "days" } }, "bad-input"],
  [{ startTime: "25:00" }, "bad-input"],
])("%j is refused as %s", async (more, code) => {
  expect(await engine.call("deadline.compute", { rule, start: "2026-02-06", ...more })).toMatchObject({
    ok: false,
    fault: { code },
  })
})

await made.createVault()
const { id: caseId } = await run("case.add", { title: "Жалоба" })
const { id: proceeding } = await run("record.add", { caseId, kind: "proceeding", fields: { title: "Дело 12" } })

test("a saved deadline keeps the rule, both days and the working; counted anew, the edited day stays", async () => {
  const of = { kind: "proceeding", id: proceeding } as const
  const input = { caseId, rule, start: "2026-02-06", of, who: "Айгерим" } as const
  const saved = await run("deadline.save", { ...input, due: "19 February 2026", editedReason: "The court said so" })
  expect(saved.fields).toMatchObject({
    ruleId: rule,
    computed: "[2026-02-20..2026-02-23]",
    due: "2026-02-19",
    editedReason: "The court said so",
    verified: "no",
    firstDayCounted: { unsaid: "unknown" },
    of,
  })
  expect(saved.title).not.toBe("")
  const again = await run("deadline.save", { ...input, id: saved.id, start: "2026-02-09" })
  expect(again.fields).toMatchObject({ computed: "[2026-02-23..2026-02-24]", due: "2026-02-19", start: "2026-02-09" })
})

test("a computed day that nobody edited follows when it is counted anew, and a lawyer's word stays with its rule", async () => {
  const own = { title: "Письмо суда", amount: 10, unit: "days", firstDayCounted: "no", movesFromDayOff: "no" } as const
  const saved = await run("deadline.save", { caseId, rule: own, start: "2026-02-02" })
  expect(saved.fields).toMatchObject({ due: "2026-02-12", computed: "2026-02-12" })
  const patch = { verified: "yes", checkedBy: "А. Сапарова", checkedOn: "2026-02-03" }
  await run("record.update", { kind: "deadline", id: saved.id, patch })
  const moved = await run("deadline.save", { caseId, id: saved.id, rule: own, start: "2026-02-03" })
  expect(moved.fields).toMatchObject({ due: "2026-02-13", verified: "yes" })
  const other = await run("deadline.save", { caseId, id: saved.id, rule, start: "2026-02-03" })
  expect(other.fields).toMatchObject({ verified: "no" })
  expect(other.fields["checkedBy"]).toBeUndefined()
})
