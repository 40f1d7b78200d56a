import type { MapPoint } from "../../../shared/contract/map.ts"
import { type Spot, spotOf } from "./world.ts"

export interface Cluster extends Spot {
  readonly id: string
  readonly points: readonly MapPoint[]
}

/** How one looks at the sheet: enlarged so much, moved so far. */
export interface Look {
  readonly zoom: number
  readonly x: number
  readonly y: number
}

const apart = 40

/**
 * Places as they stand in the window, those too close to be told apart taken together. What is only known to a region
 * is never mixed with what is known better: it would look as exact.
 */
export const clustersOf = (points: readonly MapPoint[], { zoom, x, y }: Look): Cluster[] => {
  const squares = new Map<string, { point: MapPoint; spot: Spot }[]>()
  for (const point of points) {
    const sheet = spotOf(point)
    const spot = { x: sheet.x * zoom + x, y: sheet.y * zoom + y }
    // By the sheet, not the window, so that panning does not regroup.
    const square = [Math.floor((sheet.x * zoom) / apart), Math.floor((sheet.y * zoom) / apart)].join(" ")
    const key = point.precision === "region" ? `region ${point.latitude} ${point.longitude}` : square
    squares.set(key, [...(squares.get(key) ?? []), { point, spot }])
  }
  return [...squares].map(([id, inside]) => ({
    id,
    points: inside.map(({ point }) => point),
    x: inside.reduce((sum, { spot }) => sum + spot.x, 0) / inside.length,
    y: inside.reduce((sum, { spot }) => sum + spot.y, 0) / inside.length,
  }))
}

interface Place {
  readonly latitude: number
  readonly longitude: number
}

/** All at one spot: no enlarging tells them apart. */
export const sameSpot = ([first, ...others]: readonly Place[]): boolean =>
  others.every(({ latitude, longitude }) => latitude === first?.latitude && longitude === first.longitude)

const home = [
  { latitude: 55.4, longitude: 46.5 },
  { latitude: 40.6, longitude: 87.3 },
] as const

/** The look that shows all points, or Kazakhstan where there are none, in a window so large. */
export const lookAt = (
  points: readonly Place[],
  { width, height }: { readonly width: number; readonly height: number },
): Look => {
  const spots = (sameSpot(points) ? [...home, ...points] : points).map(spotOf)
  const left = Math.min(...spots.map(({ x }) => x))
  const right = Math.max(...spots.map(({ x }) => x))
  const top = Math.min(...spots.map(({ y }) => y))
  const bottom = Math.max(...spots.map(({ y }) => y))
  const margin = 80
  const fit = Math.min(
    (width - margin * 2) / Math.max(1, right - left),
    (height - margin * 2) / Math.max(1, bottom - top),
  )
  const zoom = Math.max(0.1, Math.min(12, fit))
  return { zoom, x: width / 2 - ((left + right) / 2) * zoom, y: height / 2 - ((top + bottom) / 2) * zoom }
}

/** Nearer or further, with what is under `at` staying there. */
export const zoomed = (look: Look, factor: number, at: Spot): Look => {
  const zoom = Math.max(0.1, Math.min(400, look.zoom * factor))
  const real = zoom / look.zoom
  return { zoom, x: at.x - (at.x - look.x) * real, y: at.y - (at.y - look.y) * real }
}
