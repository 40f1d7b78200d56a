import { geoMercator, geoPath } from "d3-geo"
import { feature } from "topojson-client"
import type { GeometryCollection, Topology } from "topojson-specification"
import atlas from "world-atlas/countries-50m.json" with { type: "json" }

/** The sheet under the map, in its own pixels; what one sees is a part of it, moved and enlarged. */
const scale = 1000
const projection = geoMercator().scale(scale).translate([0, 0])
const earthRadiusKm = 6371

export interface Spot {
  readonly x: number
  readonly y: number
}

export const spotOf = ({ latitude, longitude }: { readonly latitude: number; readonly longitude: number }): Spot => {
  // Mercator has no poles.
  const [x, y] = projection([longitude, Math.max(-84, Math.min(84, latitude))]) ?? [0, 0]
  return { x, y }
}

/** How long so many kilometres are on the sheet at that latitude. */
export const lengthOf = (kilometres: number, latitude: number): number =>
  (kilometres * scale) / (earthRadiusKm * Math.cos((Math.min(84, Math.abs(latitude)) * Math.PI) / 180))

const kazakhstanId = "398"
let drawn: { readonly others: string; readonly home: string } | undefined

/** Outlines of countries as drawing commands: Kazakhstan, and all others. Read once. */
export const outlines = (): { readonly others: string; readonly home: string } => {
  if (drawn !== undefined) return drawn
  const world = atlas as unknown as Topology<{ readonly countries: GeometryCollection }>
  const { features } = feature(world, world.objects.countries)
  const path = geoPath(projection).digits(1)
  const line = (home: boolean): string =>
    features
      .filter(({ id }) => (id === kazakhstanId) === home)
      .map((country) => path(country) ?? "")
      .join("")
  drawn = { others: line(false), home: line(true) }
  return drawn
}
