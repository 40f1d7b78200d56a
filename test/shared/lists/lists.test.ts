import { expect, test } from "vitest"
import { listIds, termLists } from "../../../shared/lists/all.ts"
import { pathOf } from "../../../shared/lists/find.ts"

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
  expect(named(all.filter(({ term }) => /[әғқңөұүһі]/iu.test(term.ru)))).toEqual([])
  // Words that both languages share are short; a sentence that is the same in both was not translated.
  const copied = all.filter(({ term }) => term.ru === term.kk && term.ru.split(" ").length > 2)
  expect(named(copied)).toEqual([])
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

test("the numbers of the standard are those of its form", () => {
  expect(named(all.filter(({ term }) => !/^(\d{14})?$/.test(term.huridocs)))).toEqual([])
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
