import { expect, test } from "vitest"
import { type ListId, listIds, termLists } from "../../../shared/lists/all.ts"
import { pathOf } from "../../../shared/lists/find.ts"
import { huridocsNumbers } from "../../../shared/lists/huridocs.ts"
import { actorKinds, identifierKinds, nameKinds } from "../../../shared/model/actor.ts"
import { custodyVerbs } from "../../../shared/model/evidence.ts"
import { placePrecisions, verifications } from "../../../shared/model/incident.ts"
import { involvementRoles, linkRelations } from "../../../shared/model/link.ts"

const all = listIds.flatMap((id) => termLists[id].terms.map((term) => ({ id, term })))
const named = (found: readonly { id: string; term: { code: string } }[]) =>
  found.map(({ id, term }) => `${id}/${term.code}`)

test("every list is under its own id and has terms", () => {
  for (const id of listIds) {
    expect(termLists[id].id).toBe(id)
    expect(termLists[id].terms.length, id).toBeGreaterThan(1)
  }
})

test("codes are unique in their list and plain", () => {
  for (const id of listIds) {
    const codes = termLists[id].terms.map(({ code }) => code)
    expect(
      codes.filter((code, index) => codes.indexOf(code) !== index),
      id,
    ).toEqual([])
    expect(
      codes.filter((code) => !/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/.test(code)),
      id,
    ).toEqual([])
  }
})

test("a parent stands before its children, so no term is above itself", () => {
  for (const id of listIds) {
    const { terms } = termLists[id]
    const late = terms.filter(
      ({ parent }, index) => parent !== "" && !terms.slice(0, index).some(({ code }) => code === parent),
    )
    expect(late, id).toEqual([])
    expect(
      terms.every((term) => pathOf(termLists[id], term).length < 4),
      id,
    ).toBe(true)
  }
})

test("every term has a label in three languages, each in its script", () => {
  const empty = all.filter(({ term }) => [term.en, term.ru, term.kk].some((label) => label.trim() === ""))
  expect(named(empty)).toEqual([])
  const latin = all.filter(({ term }) => /\p{Script=Cyrillic}/u.test(term.en))
  expect(named(latin)).toEqual([])
  const cyrillic = all.filter(
    ({ term }) => !/\p{Script=Cyrillic}/u.test(term.ru) || !/\p{Script=Cyrillic}/u.test(term.kk),
  )
  expect(named(cyrillic)).toEqual([])
  const mixed = all.filter(({ term }) =>
    [term.ru, term.kk].some((label) =>
      /\p{Script=Cyrillic}\p{Script=Latin}|\p{Script=Latin}\p{Script=Cyrillic}/u.test(label),
    ),
  )
  expect(named(mixed)).toEqual([])
})

test("Russian has no Kazakh letters, and a Kazakh label is not a copied Russian one", () => {
  // Three regions are called by their Kazakh names in Russian laws too.
  const kazakh = all.filter(({ id, term }) => id !== "regions" && /[әғқңөұүһі]/iu.test(term.ru))
  expect(named(kazakh)).toEqual([])
  // Words that both languages share are short; a sentence that is the same in both was not translated.
  const copied = all.filter(({ term }) => term.ru === term.kk && term.ru.split(" ").length > 1)
  expect(named(copied.filter(({ id }) => id !== "countries"))).toEqual([])
})

test("labels are told apart within their parent", () => {
  const seen = new Set<string>()
  const twice = all.filter(({ id, term }) => {
    const keys = (["en", "ru", "kk"] as const).map((language) => `${id}/${term.parent}/${language}/${term[language]}`)
    const known = keys.some((key) => seen.has(key))
    for (const key of keys) seen.add(key)
    return known
  })
  expect(named(twice)).toEqual([])
})

test("the numbers of the standard are those of its form, and each is given to a term that is there", () => {
  expect(named(all.filter(({ term }) => !/^(\d{14})?$/.test(term.huridocs)))).toEqual([])
  const numbered = Object.entries(huridocsNumbers).flatMap(([id, numbers]) =>
    Object.keys(numbers).map((code) => `${id}/${code}`),
  )
  expect(numbered.filter((name) => !named(all).includes(name))).toEqual([])
})

test("what the model knows as a closed set is in its list under the same codes", () => {
  const sets: readonly (readonly [ListId, readonly string[]])[] = [
    ["involvement-roles", involvementRoles],
    ["verification", verifications],
    ["place-precisions", placePrecisions],
    ["link-relations", linkRelations],
    ["actor-kinds", actorKinds],
    ["name-kinds", nameKinds],
    ["identifier-kinds", identifierKinds],
    ["custody-verbs", custodyVerbs],
  ]
  for (const [id, codes] of sets) {
    const listed = termLists[id].terms.map(({ code }) => code)
    expect(
      codes.filter((code) => !listed.includes(code)),
      id,
    ).toEqual([])
  }
})

test("Kazakhstan has its 17 regions and 3 cities of republican rank", () => {
  const codes = termLists.regions.terms.map(({ code }) => code)
  expect(codes.filter((code) => code.endsWith("-region"))).toHaveLength(17)
  expect(codes.filter((code) => code.endsWith("-city"))).toEqual(["almaty-city", "astana-city", "shymkent-city"])
})

test("countries stand in the order of their codes", () => {
  const codes = termLists.countries.terms.map(({ code }) => code)
  expect(codes).toEqual([...codes].sort())
  expect(codes.filter((code) => !/^[A-Z]{2}$/.test(code))).toEqual([])
  expect(codes.length).toBeGreaterThan(240)
})

test("grades are the six letters and the six numbers", () => {
  expect(termLists.reliability.terms.map(({ code }) => code).join("")).toBe("ABCDEF")
  expect(termLists.credibility.terms.map(({ code }) => code).join("")).toBe("123456")
})

test("acts and rights reach what the standard ones miss for this region", () => {
  expect(termLists.acts.terms.length).toBeGreaterThanOrEqual(150)
  expect(termLists.rights.terms.length).toBeGreaterThanOrEqual(40)
  const codes = termLists.acts.terms.map(({ code }) => code)
  expect(codes).toEqual(
    expect.arrayContaining([
      "tax-inspection",
      "administrative-fine",
      "registration-refused",
      "registration-annulled",
      "device-seizure",
      "infiltration",
      "covert-recording",
      "website-blocked",
      "relatives-pressured",
      "recantation-forced",
      "defamation-state-media",
      "assembly-refused",
      "assembly-dispersed",
      "confession-forced",
      "confession-broadcast",
      "prison-transfer",
      "parole-conditions",
    ]),
  )
})
