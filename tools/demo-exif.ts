/** What a telephone writes into a photograph. */
export interface ExifFacts {
  readonly make: string
  readonly model: string
  /** "YYYY:MM:DD HH:MM:SS", local time. */
  readonly takenAt: string
  /** Degrees, north and east positive. */
  readonly latitude: number
  readonly longitude: number
}

interface Field {
  readonly tag: number
  readonly type: 2 | 3 | 4 | 5
  readonly count: number
  readonly bytes: Buffer
}

const ascii = (tag: number, text: string): Field => {
  const bytes = Buffer.from(`${text}\0`, "latin1")
  return { tag, type: 2, count: bytes.length, bytes }
}

const long = (tag: number, value: number): Field => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return { tag, type: 4, count: 1, bytes }
}

const rationals = (tag: number, pairs: readonly (readonly [number, number])[]): Field => {
  const bytes = Buffer.alloc(pairs.length * 8)
  pairs.forEach(([over, under], index) => {
    bytes.writeUInt32BE(over, index * 8)
    bytes.writeUInt32BE(under, index * 8 + 4)
  })
  return { tag, type: 5, count: pairs.length, bytes }
}

const degrees = (value: number): readonly (readonly [number, number])[] => {
  const whole = Math.floor(value)
  const minutes = Math.floor((value - whole) * 60)
  const seconds = Math.round(((value - whole) * 60 - minutes) * 60 * 100)
  return [
    [whole, 1],
    [minutes, 1],
    [seconds, 100],
  ]
}

/** One image file directory at `start` (offset in the TIFF block), its long values right behind it. */
const directory = (fields: readonly Field[], start: number): Buffer => {
  const table = Buffer.alloc(2 + fields.length * 12 + 4)
  const behind: Buffer[] = []
  let offset = start + table.length
  table.writeUInt16BE(fields.length)
  fields.forEach((field, index) => {
    const at = 2 + index * 12
    table.writeUInt16BE(field.tag, at)
    table.writeUInt16BE(field.type, at + 2)
    table.writeUInt32BE(field.count, at + 4)
    if (field.bytes.length <= 4) field.bytes.copy(table, at + 8)
    else {
      table.writeUInt32BE(offset, at + 8)
      behind.push(field.bytes)
      offset += field.bytes.length
    }
  })
  return Buffer.concat([table, ...behind])
}

/** Puts an EXIF segment (TIFF big-endian, with GPS) right after the JPEG's start marker. Source: Exif 2.3, 4.6. */
export const exifSegment = (jpeg: Uint8Array, facts: ExifFacts): Uint8Array => {
  const gps = [
    ascii(1, "N"),
    rationals(2, degrees(facts.latitude)),
    ascii(3, "E"),
    rationals(4, degrees(facts.longitude)),
  ]
  const main = (gpsAt: number) => [
    ascii(0x010f, facts.make),
    ascii(0x0110, facts.model),
    ascii(0x0132, facts.takenAt),
    long(0x8825, gpsAt),
  ]
  const length = directory(main(0), 8).length
  const tiff = Buffer.concat([
    Buffer.from([0x4d, 0x4d, 0, 42, 0, 0, 0, 8]),
    directory(main(8 + length), 8),
    directory(gps, 8 + length),
  ])
  const body = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff])
  const marker = Buffer.from([0xff, 0xe1, 0, 0])
  marker.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([jpeg.subarray(0, 2), marker, body, jpeg.subarray(2)])
}
