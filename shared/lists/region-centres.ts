/**
 * Where Kazakhstan's regions lie, for a map that has no borders of regions: about the middle of each, and the radius in
 * kilometres of a circle as large as the region is. Rounded: a circle says "somewhere in here", no more.
 */
export interface RegionCircle {
  readonly latitude: number
  readonly longitude: number
  readonly radiusKm: number
}

/** By the code of the list "regions". */
export const regionCircles: Readonly<Record<string, RegionCircle>> = {
  "abai-region": { latitude: 49.2, longitude: 79.6, radiusKm: 243 },
  "akmola-region": { latitude: 51.6, longitude: 69.5, radiusKm: 216 },
  "aktobe-region": { latitude: 48.5, longitude: 58.5, radiusKm: 309 },
  "almaty-region": { latitude: 44.3, longitude: 76.8, radiusKm: 183 },
  "atyrau-region": { latitude: 47.3, longitude: 52, radiusKm: 194 },
  "east-kazakhstan-region": { latitude: 48.6, longitude: 83.8, radiusKm: 176 },
  "jambyl-region": { latitude: 44.3, longitude: 72.2, radiusKm: 214 },
  "jetisu-region": { latitude: 45.3, longitude: 79, radiusKm: 194 },
  "karaganda-region": { latitude: 49.3, longitude: 74.2, radiusKm: 276 },
  "kostanay-region": { latitude: 51.5, longitude: 63.8, radiusKm: 250 },
  "kyzylorda-region": { latitude: 45, longitude: 63.8, radiusKm: 268 },
  "mangystau-region": { latitude: 44, longitude: 53.2, radiusKm: 230 },
  "north-kazakhstan-region": { latitude: 54, longitude: 69, radiusKm: 177 },
  "pavlodar-region": { latitude: 52.2, longitude: 76.4, radiusKm: 199 },
  "turkistan-region": { latitude: 43.3, longitude: 68.3, radiusKm: 192 },
  "ulytau-region": { latitude: 47.8, longitude: 67.5, radiusKm: 245 },
  "west-kazakhstan-region": { latitude: 50, longitude: 51.2, radiusKm: 219 },
  "almaty-city": { latitude: 43.24, longitude: 76.92, radiusKm: 15 },
  "astana-city": { latitude: 51.15, longitude: 71.43, radiusKm: 16 },
  "shymkent-city": { latitude: 42.33, longitude: 69.6, radiusKm: 19 },
}
