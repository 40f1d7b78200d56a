import { test as property } from "@fast-check/vitest"
import * as fc from "fast-check"
import { expect, test } from "vitest"
import { type Consent, mayBeNamed, naming } from "../../../main/domain/naming.ts"
import type { FieldValues } from "../../../shared/model/field.ts"

const on = "2026-11-25"
let count = 0
const consent = (fields: FieldValues): Consent => ({
  id: `c${(count += 1)}`,
  fields: { audience: "un-state", given: "yes", purposes: ["be-named"], givenOn: "2026-01-10", ...fields },
})
const without = (consented: Consent, name: string): Consent => ({
  ...consented,
  fields: Object.fromEntries(Object.entries(consented.fields).filter(([key]) => key !== name)),
})
const toCode = (audience = "un-state") => ({ audience, recipient: "", purpose: "be-named", on })
const to = (recipient: string) => ({ audience: "", recipient, purpose: "be-named", on })
const why = (consents: readonly Consent[], where = toCode()) => mayBeNamed(consents, where).why

test("who agreed may be named to that audience, and to no other", () => {
  expect(mayBeNamed([consent({})], toCode())).toMatchObject({ allowed: true, why: "agreed" })
  expect(mayBeNamed([consent({})], toCode("state"))).toMatchObject({ allowed: false, why: "other-audience" })
  expect(why([])).toBe("none")
  expect(why([consent({ purposes: ["medical-data"] })])).toBe("other-purpose")
})

test("a consent that ends today holds today and says so, and not tomorrow", () => {
  const today = consent({ validUntil: on })
  expect(mayBeNamed([today], toCode())).toMatchObject({ allowed: true, why: "expires-today", until: on })
  expect(mayBeNamed([today], { ...toCode(), on: "2026-11-26" })).toMatchObject({ allowed: false, why: "expired" })
  expect(why([consent({ validUntil: "2026-11-26" })])).toBe("agreed")
})

test("withdrawn, refused, not yet given and unclear are told apart, and none of them lets a name out", () => {
  expect(why([consent({ withdrawnOn: "2026-02-01" })])).toBe("withdrawn")
  expect(why([consent({ withdrawnOn: { unsaid: "unknown" } })])).toBe("withdrawn")
  expect(why([consent({ given: "no" })])).toBe("refused")
  expect(why([consent({ given: { unsaid: "refused" } })])).toBe("refused")
  expect(why([consent({ givenOn: "2026-12-01" })])).toBe("not-yet")
  expect(why([without(consent({}), "given")])).toBe("unclear")
  expect(why([consent({ validUntil: { unsaid: "unknown" } })])).toBe("unclear")
})

test("who cannot be asked is named only where the basis is recorded", () => {
  expect(why([consent({ givenBy: "cannot-ask-missing" })])).toBe("cannot-ask")
  expect(why([consent({ givenBy: "cannot-ask-missing", basis: "Просьба матери" })])).toBe("basis")
})

test("a refusal holds until a later consent on a known day", () => {
  const no = consent({ given: "no", givenOn: "2026-03-01" })
  expect(why([consent({}), no])).toBe("refused")
  expect(why([no, consent({ givenOn: "2026-04-01" })])).toBe("agreed")
  expect(why([no, without(consent({}), "givenOn")])).toBe("refused")
  expect(why([without(no, "givenOn"), consent({ givenOn: "2026-04-01" })])).toBe("refused")
})

test("to a recipient by name counts what was given for it, for the public, or for the audience so called", () => {
  const named = consent({ audience: "named-ngo", recipient: "Freedom Watch" })
  expect(why([named], to("freedom  watch"))).toBe("agreed")
  expect(why([named], to("Another NGO"))).toBe("other-audience")
  expect(why([consent({ audience: "public" })], to("Another NGO"))).toBe("agreed")
  expect(why([consent({ audience: "donors" })], to("Доноры"))).toBe("agreed")
  expect(why([consent({ audience: "" })], to(""))).toBe("other-audience")
})

test("a protected person is never named; an official by a recorded decision, unless he refused", () => {
  const official = { protected: false, fields: { publicFigure: "yes", namingDecision: "Подписал постановление" } }
  expect(naming({ protected: true, fields: {} }, [consent({})], toCode())).toMatchObject({
    allowed: false,
    why: "protected",
  })
  expect(naming(official, [], toCode())).toMatchObject({ allowed: true, why: "official" })
  expect(naming({ ...official, fields: { publicFigure: "yes" } }, [], toCode())).toMatchObject({ why: "none" })
  expect(naming(official, [consent({ given: "no" })], toCode())).toMatchObject({ allowed: false, why: "refused" })
})

property.prop([fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 1 })])(
  "no other consent outweighs a refusal of later date, in whatever order they stand",
  (order) => {
    const all = [
      consent({ givenOn: "2020-01-01" }),
      consent({ audience: "public" }),
      consent({ recipient: "X" }),
      consent({ validUntil: "2020" }),
      consent({ givenBy: "cannot-ask-dead", basis: "b" }),
      consent({ givenOn: { unsaid: "unknown" } }),
    ]
    const no = consent({ given: "no", givenOn: "2026-11-24" })
    const consents = [...order.map((index) => all[index]!), no]
    expect(mayBeNamed(consents, toCode()).allowed).toBe(false)
    expect(mayBeNamed(consents.reverse(), toCode()).allowed).toBe(false)
  },
)
