import { afterAll, expect, test } from "vitest"
import type { Input } from "../../../shared/contract/contract.ts"
import { makeTestEngine } from "../../support/engine.ts"

const made = makeTestEngine()
const { run } = made
afterAll(() => made.dispose())

await made.createVault()
const { id: caseId } = await run("case.add", { title: "Согласия" })
const person = async (text: string) => (await run("actor.add", { caseId, names: [{ text }] })).id
const part = (kind: "consent" | "risk", of: string, fields: Input<"record.add">["fields"]) =>
  run("record.add", { caseId, kind, parent: { kind: "actor", id: of }, fields })
const { id: incidentId } = await run("incident.add", { caseId, title: "Обыск" })
const involve = (actorId: Awaited<ReturnType<typeof person>>) =>
  run("involvement.add", { incidentId, actorId, role: "victim" })

const plain = await person("Ерлан Пробов")
const atRisk = await person("Гульнара Тестова")
for (const one of [plain, atRisk]) await involve(one)

const check = async (audience: string) => {
  const options = { title: "Дело", audience, datedOn: "2026-11-25", incidentIds: [incidentId] }
  const { people } = await run("dossier.check", { caseId, options })
  return people.find(({ actorId }) => actorId === atRisk)!
}

test("nobody is withheld for whom neither a risk nor a consent is recorded", async () => {
  expect(await check("UN OHCHR")).toMatchObject({ shownAs: "Гульнара Тестова", protected: false, withheld: false })
})

test("a person at risk without consent for this audience is shown by a pseudonym, as a protected one is", async () => {
  await part("risk", atRisk, { what: "Задержание" })
  expect(await check("UN OHCHR")).toMatchObject({
    shownAs: expect.stringMatching(/^Person \d+$/),
    protected: true,
    withheld: true,
  })
  const { pseudonyms } = await run("pseudonym.list", { caseId, audience: "UN OHCHR" })
  expect(pseudonyms.map(({ actorId }) => actorId)).toEqual([atRisk])
})

test("consent to one recipient names the person there alone, and its withdrawal hides the name again", async () => {
  const fields = {
    audience: "un-confidential",
    recipient: "UN OHCHR",
    given: "yes",
    purposes: ["be-named"],
    givenOn: "2026-01-10",
  }
  const { id } = await part("consent", atRisk, fields)
  expect(await check("UN OHCHR")).toMatchObject({ shownAs: "Гульнара Тестова", withheld: false })
  expect(await check("The State")).toMatchObject({ withheld: true })
  await run("record.update", { kind: "consent", id, patch: { withdrawnOn: "2026-11-01" } })
  expect(await check("UN OHCHR")).toMatchObject({ withheld: true })
})

test("the matrix says for each person and audience who may be named, and why not", async () => {
  const { people, audiences } = await run("consent.matrix", { caseId, on: "2026-11-25" })
  const cell = (id: string, audience: string) =>
    people.find(({ actorId }) => actorId === id)!.cells[audiences.indexOf(audience)]
  expect(people.map(({ label, atRisk: risk }) => [label, risk])).toEqual([
    ["Гульнара Тестова", true],
    ["Ерлан Пробов", false],
  ])
  expect(cell(atRisk, "un-confidential")).toMatchObject({ allowed: false, why: "withdrawn", recipient: "UN OHCHR" })
  expect(cell(atRisk, "state")).toMatchObject({ allowed: false, why: "other-audience" })
  expect(cell(plain, "state")).toMatchObject({ allowed: false, why: "none", consentId: "" })
  const before = await run("consent.matrix", { caseId, on: "2026-01-09" })
  expect(before.on).toBe("2026-01-09")
})
