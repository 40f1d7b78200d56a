import { namingGrounds, type NamingVerdict } from "../../shared/contract/consent.ts"
import { termLists } from "../../shared/lists/all.ts"
import { type FieldValue, type FieldValues, isUnsaid } from "../../shared/model/field.ts"
import { readDates } from "./dates.ts"

/** One consent as it was recorded. */
export interface Consent {
  readonly id: string
  readonly fields: FieldValues
}

/** Where somebody would be named. `audience`: a code of the list, or ""; `recipient`: to whom by name, or "". */
export interface Naming {
  readonly audience: string
  readonly recipient: string
  readonly purpose: string
  /** ISO day. */
  readonly on: string
}

export interface Person {
  readonly protected: boolean
  readonly fields: FieldValues
}

type Why = NamingVerdict["why"]

const said = (fields: FieldValues, name: string): string => {
  const value = fields[name]
  return typeof value === "string" ? value : ""
}

const words = (text: string): string => text.normalize("NFC").trim().replace(/\s+/gu, " ").toLowerCase()

/** A free-text recipient that is the very name of an audience: "The public", "Общественность". */
const isNamed = (audience: string, recipient: string): boolean => {
  const term = termLists["consent-audiences"].terms.find(({ code }) => code === audience)
  return term !== undefined && [term.code, term.en, term.ru, term.kk].some((name) => words(name) === words(recipient))
}

/**
 * Whether a consent speaks about this audience. What the public may know, anybody may; all else only for whom it was
 * given. A consent to one named recipient is none for others of the same sort.
 */
const covers = ({ fields }: Consent, { audience, recipient }: Naming): boolean => {
  const [toWhom, sort] = [said(fields, "recipient"), said(fields, "audience")]
  if (sort === "public" && toWhom === "") return true
  if (recipient === "") return sort !== "" && sort === audience
  return toWhom === ""
    ? (sort !== "" && sort === audience) || isNamed(sort, recipient)
    : words(toWhom) === words(recipient)
}

const coversPurpose = ({ fields }: Consent, purpose: string): boolean => {
  const purposes = fields["purposes"]
  return Array.isArray(purposes) && (purposes as readonly string[]).includes(purpose)
}

const isGiven = (value: FieldValue | undefined): boolean => value !== undefined && value !== ""

/** "" where it stands; else why it does not. Whatever was left unclear does not count for the person's name. */
const barOf = ({ fields }: Consent, on: string): Why | "" => {
  const { given, withdrawnOn, validUntil, givenOn } = fields
  if (isGiven(withdrawnOn)) return "withdrawn"
  if (given === "no" || (given !== undefined && isUnsaid(given) && given.unsaid === "refused")) return "refused"
  if (given !== "yes") return "unclear"
  if (validUntil !== undefined && isUnsaid(validUntil)) return "unclear"
  const until = readDates(said(fields, "validUntil"))
  // Subtle: a month or a year that is given lasts to its first day only, since more was not promised for certain.
  if (until.edtf !== "" && (until.earliest === "" ? until.latest : until.earliest) < on) return "expired"
  if (typeof givenOn === "string" && readDates(givenOn).earliest > on) return "not-yet"
  const asked = said(fields, "givenBy")
  return asked.startsWith("cannot-ask") && said(fields, "basis") === "" ? "cannot-ask" : ""
}

const until = ({ fields }: Consent): string => said(fields, "validUntil")

const groundOf = (consent: Consent, on: string): Why => {
  if (said(consent.fields, "givenBy").startsWith("cannot-ask")) return "basis"
  const last = readDates(until(consent))
  return last.edtf !== "" && last.earliest === on ? "expires-today" : "agreed"
}

const verdict = (why: Why, consent?: Consent): NamingVerdict => ({
  allowed: (namingGrounds as readonly string[]).includes(why),
  why,
  consentId: consent?.id ?? "",
  recipient: consent === undefined ? "" : said(consent.fields, "recipient"),
  until: consent === undefined ? "" : until(consent),
})

/** When it was said; "" where nobody knows, which then outweighs every consent. */
const dayOf = ({ fields }: Consent, bar: Why | ""): string => {
  const day = readDates(said(fields, bar === "withdrawn" ? "withdrawnOn" : "givenOn"))
  return bar === "" ? day.earliest : day.latest
}

/** Said no, or took it back: only a consent given later, on a known day, outweighs it. */
const outweighed = (no: Consent, bar: Why, yes: Consent): boolean => {
  const [refusedOn, givenOn] = [dayOf(no, bar), dayOf(yes, "")]
  return refusedOn !== "" && givenOn !== "" && givenOn > refusedOn
}

/**
 * Whether consents let a person be named to an audience for a purpose on a day. Fails closed: what is unclear, undated
 * or for somebody else does not count, and a refusal holds until a later consent.
 */
export const mayBeNamed = (consents: readonly Consent[], naming: Naming): NamingVerdict => {
  if (consents.length === 0) return verdict("none")
  const here = consents.filter((consent) => covers(consent, naming))
  if (here.length === 0) return verdict("other-audience")
  const about = here.filter((consent) => coversPurpose(consent, naming.purpose))
  if (about.length === 0) return verdict("other-purpose", here[0])
  const judged = about.map((consent) => ({ consent, bar: barOf(consent, naming.on) }))
  const noes = judged.filter(({ bar }) => bar === "refused" || bar === "withdrawn")
  const yes = judged.find(
    ({ consent, bar }) => bar === "" && noes.every((no) => no.bar !== "" && outweighed(no.consent, no.bar, consent)),
  )
  if (yes !== undefined) return verdict(groundOf(yes.consent, naming.on), yes.consent)
  const first = noes[0] ?? judged.find(({ bar }) => bar !== "")
  return first === undefined || first.bar === "" ? verdict("unclear") : verdict(first.bar, first.consent)
}

/**
 * The whole rule for one person: protected people never; else by consent; else officials and public figures whom
 * somebody decided to name, with the reason recorded, as long as they did not refuse.
 */
export const naming = (person: Person, consents: readonly Consent[], where: Naming): NamingVerdict => {
  const byConsent = mayBeNamed(consents, where)
  if (person.protected) return byConsent.allowed ? { ...byConsent, allowed: false, why: "protected" } : byConsent
  const decided = person.fields["publicFigure"] === "yes" && said(person.fields, "namingDecision") !== ""
  const refused = byConsent.why === "refused" || byConsent.why === "withdrawn"
  return !byConsent.allowed && decided && !refused ? verdict("official") : byConsent
}
