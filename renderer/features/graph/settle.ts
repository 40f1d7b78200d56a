/** Where a record stands on the sheet, in the sheet's own pixels. */
export interface Spot {
  readonly x: number
  readonly y: number
}

const apart = 90
const firstRing = 130

/** Squares of the sheet that are taken, so that nothing new is put on what stands. */
const takenBy = (spots: Iterable<Spot>): Set<string> => {
  const taken = new Set<string>()
  for (const { x, y } of spots) taken.add(squareOf({ x, y }))
  return taken
}

const squareOf = ({ x, y }: Spot): string => `${Math.round(x / apart)} ${Math.round(y / apart)}`

/** Places around `centre`, nearest ring first, beginning on the side away from the middle of everything. */
function* around(centre: Spot, middle: Spot): Generator<Spot> {
  const away = Math.atan2(centre.y - middle.y, centre.x - middle.x)
  for (let ring = 0; ring < 200; ring += 1) {
    const radius = firstRing + ring * apart
    const places = Math.floor((2 * Math.PI * radius) / apart)
    for (let place = 0; place < places; place += 1) {
      // From the free side outwards: 0, +1, −1, +2, −2 …
      const turn = Math.ceil(place / 2) * (place % 2 === 0 ? 1 : -1)
      const angle = away + (turn * 2 * Math.PI) / places
      yield { x: centre.x + radius * Math.cos(angle), y: centre.y + radius * Math.sin(angle) }
    }
  }
}

const middleOf = (spots: readonly Spot[]): Spot => ({
  x: spots.reduce((sum, { x }) => sum + x, 0) / Math.max(1, spots.length),
  y: spots.reduce((sum, { y }) => sum + y, 0) / Math.max(1, spots.length),
})

export interface Settling {
  readonly ids: readonly string[]
  readonly edges: readonly { readonly from: string; readonly to: string }[]
  readonly spots: Readonly<Record<string, Spot>>
}

/** A record that hangs together with one that has its place, or the first that is left. */
const nextOf = (
  left: ReadonlySet<string>,
  neighbours: ReadonlyMap<string, readonly string[]>,
  spots: Record<string, Spot>,
) => {
  for (const id of left) {
    const beside = neighbours.get(id)?.find((other) => spots[other] !== undefined)
    if (beside !== undefined) return { id, beside }
  }
  const [first] = left
  return first === undefined ? undefined : { id: first, beside: undefined }
}

/** Gives each record that has no place one beside a neighbour that has. Those that have one stay exactly there. */
export const settle = ({ ids, edges, spots }: Settling): Record<string, Spot> => {
  const placed: Record<string, Spot> = {}
  for (const id of ids) {
    const spot = spots[id]
    if (spot !== undefined) placed[id] = spot
  }
  const neighbours = new Map<string, string[]>()
  for (const { from, to } of edges) {
    neighbours.set(from, [...(neighbours.get(from) ?? []), to])
    neighbours.set(to, [...(neighbours.get(to) ?? []), from])
  }
  const taken = takenBy(Object.values(placed))
  const middle = middleOf(Object.values(placed))
  const left = new Set(ids.filter((id) => placed[id] === undefined))
  for (let next = nextOf(left, neighbours, placed); next !== undefined; next = nextOf(left, neighbours, placed)) {
    const centre = next.beside === undefined ? middle : (placed[next.beside] ?? middle)
    for (const spot of around(centre, middle)) {
      if (taken.has(squareOf(spot))) continue
      placed[next.id] = spot
      taken.add(squareOf(spot))
      break
    }
    placed[next.id] ??= centre
    left.delete(next.id)
  }
  return placed
}
