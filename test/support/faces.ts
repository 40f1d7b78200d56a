/**
 * Faces of nobody: drawn point by point, as a ball of skin with hair, brows, eyes, a nose and a mouth, lit from the upper left.
 * Enough of a face for the network that looks for faces, and no person's likeness, so that no test needs a photograph.
 */
import * as mupdf from "mupdf"

export interface ColourPicture {
  readonly width: number
  readonly height: number
  /** Red, green, blue. */
  readonly samples: Uint8Array
}

type Colour = readonly [red: number, green: number, blue: number]

/** 1 within the ellipse, 0 beyond, softly. */
const blob = (x: number, y: number, [atX, atY, wide, high]: readonly [number, number, number, number], soft = 0.15) => {
  const far = Math.hypot((x - atX) / wide, (y - atY) / high)
  return Math.min(1, Math.max(0, (1 + soft - far) / (2 * soft)))
}

const mix = (under: Colour, over: Colour, share: number): Colour =>
  [0, 1, 2].map((at) => (under[at] ?? 0) * (1 - share) + (over[at] ?? 0) * share) as unknown as Colour

const lit = ([red, green, blue]: Colour, light: number): Colour => [red * light, green * light, blue * light]

const skin: Colour = [224, 178, 148]
const hair: Colour = [52, 36, 28]

/** The colour at a place of a face; x and y run from -1 to 1 across its height, the head a little less. */
const shade = (x: number, y: number, ground: Colour): Colour => {
  let colour = ground
  const put = (over: Colour, share: number): void => {
    colour = mix(colour, over, share)
  }
  // Shoulders, neck, hair behind, ears, head.
  put([70, 84, 120], blob(x, y, [0, 1.25, 0.95, 0.5], 0.04))
  put(lit(skin, 0.72), blob(x, y, [0, 0.7, 0.24, 0.36], 0.08))
  put(hair, blob(x, y, [0, -0.16, 0.6, 0.68], 0.06))
  for (const side of [-1, 1]) put(lit(skin, 0.8), blob(x, y, [side * 0.53, 0.05, 0.08, 0.15], 0.2))
  const [acrossBall, downBall] = [x / 0.52, (y - 0.06) / 0.68]
  const depth = Math.sqrt(Math.max(0, 1 - acrossBall ** 2 - downBall ** 2))
  const light = 0.55 + 0.5 * Math.max(0, -0.35 * acrossBall - 0.3 * downBall + 0.85 * depth)
  put(lit(skin, light), blob(x, y, [0, 0.06, 0.52, 0.68], 0.03))
  // The fringe, with a rounded lower edge.
  const fringe = blob(x, y, [0.02, -0.52, 0.5, 0.24], 0.12)
  put(lit(hair, 0.8 + 0.5 * depth), fringe)
  for (const side of [-1, 1]) {
    const eye = side * 0.2
    put(lit(skin, 0.62), 0.75 * blob(x, y, [eye, -0.05, 0.17, 0.11], 0.7))
    put(hair, 0.9 * blob(x, y + 0.06 * Math.abs(x - eye - side * 0.02), [eye + side * 0.01, -0.17, 0.14, 0.028], 0.5))
    put([238, 234, 228], blob(x, y, [eye, -0.04, 0.105, 0.05], 0.2))
    put([74, 54, 40], blob(x, y, [eye, -0.04, 0.05, 0.05], 0.2))
    put([12, 10, 10], blob(x, y, [eye, -0.04, 0.024, 0.026], 0.3))
    put([255, 255, 255], blob(x, y, [eye - 0.016, -0.056, 0.01, 0.01], 0.6))
    put([48, 30, 26], 0.9 * blob(x, y, [eye, -0.086, 0.115, 0.018], 0.6))
    put([216, 130, 112], 0.22 * blob(x, y, [side * 0.29, 0.22, 0.16, 0.12], 0.9))
  }
  // The ridge of the nose, its shaded side, tip, nostrils.
  put(lit(skin, 1.12), 0.6 * blob(x, y, [-0.012, 0.08, 0.035, 0.17], 0.8))
  put(lit(skin, 0.62), 0.5 * blob(x, y, [0.075, 0.14, 0.035, 0.16], 0.9))
  put(lit(skin, 0.66), 0.6 * blob(x, y, [0, 0.245, 0.12, 0.05], 0.7))
  for (const side of [-1, 1]) put([84, 48, 40], 0.85 * blob(x, y, [side * 0.05, 0.25, 0.026, 0.016], 0.5))
  // Lips, the line between them, the shadow beneath, the chin.
  put([176, 84, 80], 0.9 * blob(x, y, [0, 0.4, 0.17, 0.034], 0.35))
  put([196, 104, 98], 0.9 * blob(x, y, [0, 0.445, 0.14, 0.04], 0.35))
  put([88, 36, 36], 0.9 * blob(x, y, [0, 0.418, 0.165, 0.01], 0.6))
  put(lit(skin, 0.66), 0.5 * blob(x, y, [0, 0.52, 0.11, 0.03], 0.8))
  return colour
}

export interface DrawnFace {
  /** The middle of the face, and half the height of hair to shoulders, in pixels. */
  readonly x: number
  readonly y: number
  readonly half: number
  /** Quarter turns with the clock. */
  readonly turn?: 0 | 1 | 2 | 3
}

const unturned = (x: number, y: number, turn: number): [number, number] =>
  turn === 1 ? [y, -x] : turn === 2 ? [-x, -y] : turn === 3 ? [-y, x] : [x, y]

/** Where eyes, nose and mouth are, in pixels. */
export const featuresOf = ({ x, y, half }: DrawnFace) => ({
  x: x - 0.45 * half,
  y: y - 0.45 * half,
  width: 0.9 * half,
  height: 0.9 * half,
})

/** A picture with faces on a ground of grey-blue. */
export const drawFaces = (width: number, height: number, faces: readonly DrawnFace[]): ColourPicture => {
  const samples = new Uint8Array(width * height * 3)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      let colour: Colour = lit([168, 180, 186], 0.9 + (0.2 * y) / height)
      for (const face of faces) {
        const [across, down] = [(x - face.x) / face.half, (y - face.y) / face.half]
        if (Math.max(Math.abs(across), Math.abs(down)) > 1) continue
        colour = shade(...unturned(across, down, face.turn ?? 0), colour)
      }
      for (let channel = 0; channel < 3; channel += 1)
        samples[(y * width + x) * 3 + channel] = Math.max(0, Math.min(255, Math.round(colour[channel] ?? 0)))
    }
  return { width, height, samples }
}

/** As a JPEG. */
export const jpegOfFaces = (width: number, height: number, faces: readonly DrawnFace[]): Uint8Array => {
  const { samples } = drawFaces(width, height, faces)
  const header = Buffer.from(`P6\n${width} ${height}\n255\n`, "latin1")
  return new mupdf.Image(Buffer.concat([header, samples])).toPixmap().asJPEG(90).slice()
}
