/** Damages files on purpose, the same way for the same seed. */

/** Numbers from 0 to `below` − 1, by the "mulberry32" sequence. */
export const numbersFrom = (seed: number): ((below: number) => number) => {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % Math.max(1, below)
  }
}

type Change = (bytes: Uint8Array, pick: (below: number) => number) => Uint8Array

const flip: Change = (bytes, pick) => {
  const copy = Uint8Array.from(bytes)
  for (let times = 1 + pick(8); times > 0; times -= 1) copy[pick(copy.length)]! ^= 1 << pick(8)
  return copy
}

const cut: Change = (bytes, pick) => {
  const from = pick(bytes.length)
  return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + 1 + pick(200))])
}

const double: Change = (bytes, pick) => {
  const from = pick(bytes.length)
  const piece = bytes.subarray(from, from + 1 + pick(400))
  return Buffer.concat([bytes.subarray(0, from), piece, bytes.subarray(from)])
}

const end: Change = (bytes, pick) => bytes.subarray(0, Math.max(64, bytes.length - pick(Math.min(4000, bytes.length))))

/** Syntax outside streams is where parsers part ways: numbers, names, references. */
const number: Change = (bytes, pick) => {
  const text = Buffer.from(bytes).toString("latin1")
  const places = [...text.slice(0, 4000).matchAll(/\d+/gu)]
  const place = places[pick(places.length)]
  if (place === undefined) return bytes
  const others = ["0", "-1", "1", "3", "4", "10", "99999", "4294967296", "1e9", "0.0001"]
  const value = others[pick(others.length)] ?? "0"
  return Buffer.from(text.slice(0, place.index) + value + text.slice(place.index + place[0].length), "latin1")
}

const key: Change = (bytes, pick) => {
  const text = Buffer.from(bytes).toString("latin1")
  const keys = [...text.slice(0, 8000).matchAll(/\/[A-Z][A-Za-z0-9]+/gu)]
  const [one, other] = [keys[pick(keys.length)], keys[pick(keys.length)]]
  if (one === undefined || other === undefined) return bytes
  return Buffer.from(text.slice(0, one.index) + other[0] + text.slice(one.index + one[0].length), "latin1")
}

const changes = [flip, cut, double, end, number, number, key, key]

/** One to three changes. */
export const damaged = (bytes: Uint8Array, seed: number): Uint8Array => {
  const pick = numbersFrom(seed)
  let result = bytes
  for (let times = 1 + pick(3); times > 0; times -= 1) result = (changes[pick(changes.length)] ?? flip)(result, pick)
  return result
}
