/** Pictures that MuPDF cannot unpack: HEIC and AVIF by libheif, WebP by libwebp. They come out as a plain pixmap. */
import { Fault } from "../../shared/faults.ts"
import type { ParserContext } from "./operation.ts"

interface Pixels {
  readonly width: number
  readonly height: number
  /** Red, green, blue, alpha. */
  readonly data: Uint8ClampedArray | Uint8Array
}

/** The part of libheif-js 1.23.2 that is used here. */
interface HeifImage {
  get_width(): number
  get_height(): number
  is_primary(): boolean
  display(target: Pixels, done: (shown: Pixels | null) => void): void
  free(): void
}
interface LibHeif {
  readonly HeifDecoder: new () => { decode(bytes: Uint8Array): HeifImage[] }
}
type HeifFactory = (options: Record<string, unknown>) => LibHeif

let heif: Promise<LibHeif> | undefined
const loadHeif = async (context: ParserContext): Promise<LibHeif> => {
  const wasmBinary = await context.binary("heif")
  // @ts-expect-error The package has no types for this file.
  const loaded = (await import("libheif-js/libheif-wasm/libheif.js")) as { default: HeifFactory }
  return loaded.default({ wasmBinary, print: () => undefined, printErr: () => undefined })
}

const decodeHeif = async (bytes: Uint8Array, context: ParserContext): Promise<Pixels> => {
  const { HeifDecoder } = await (heif ??= loadHeif(context))
  const images = new HeifDecoder().decode(bytes)
  const image = images.find((one) => one.is_primary()) ?? images[0]
  if (image === undefined) throw new Fault("file-broken")
  const [width, height] = [image.get_width(), image.get_height()]
  const target = { width, height, data: new Uint8ClampedArray(width * height * 4) }
  const shown = await new Promise<Pixels | null>((resolve) => image.display(target, resolve))
  for (const one of images) one.free()
  if (shown === null) throw new Fault("file-broken")
  return shown
}

interface LibWebp {
  decode(bytes: Uint8Array): Pixels | null
}
type WebpFactory = (options: Record<string, unknown>) => Promise<LibWebp>

let webp: Promise<LibWebp> | undefined
const loadWebp = async (context: ParserContext): Promise<LibWebp> => {
  const wasmBinary = await context.binary("webp")
  // Subtle: the library makes its answer with the page's own class, which Node has not.
  const scope = globalThis as unknown as { ImageData?: unknown }
  scope.ImageData ??= function (this: Record<string, unknown>, data: unknown, width: unknown, height: unknown) {
    Object.assign(this, { data, width, height })
  }
  const loaded: unknown = await import("@jsquash/webp/codec/dec/webp_dec.js")
  return await (loaded as { default: WebpFactory }).default({
    wasmBinary,
    print: () => undefined,
    printErr: () => undefined,
  })
}

const decodeWebp = async (bytes: Uint8Array, context: ParserContext): Promise<Pixels> => {
  const library = await (webp ??= loadWebp(context))
  const pixels = library.decode(bytes)
  if (pixels === null) throw new Fault("file-broken")
  return pixels
}

/** Opaque on white, as a PPM file. */
const ppm = ({ width, height, data }: Pixels): Uint8Array => {
  const header = new TextEncoder().encode(`P6\n${width} ${height}\n255\n`)
  const file = new Uint8Array(header.length + width * height * 3)
  file.set(header)
  let at = header.length
  for (let from = 0; from < width * height * 4; from += 4) {
    const alpha = (data[from + 3] ?? 255) / 255
    for (let channel = 0; channel < 3; channel += 1)
      file[at++] = Math.round((data[from + channel] ?? 0) * alpha + 255 * (1 - alpha))
  }
  return file
}

export const photoTypes: ReadonlySet<string> = new Set(["image/heic", "image/avif", "image/webp"])

/** A picture as a PPM file, turned as its own boxes say. @throws Fault file-broken */
export const unpackPhoto = async (
  bytes: Uint8Array,
  mediaType: string,
  context: ParserContext,
): Promise<Uint8Array> => {
  const decode = mediaType === "image/webp" ? decodeWebp : decodeHeif
  try {
    return ppm(await decode(bytes, context))
  } catch (error) {
    if (error instanceof Fault) throw error
    const words = error instanceof Error ? error.message : ""
    throw new Fault(/memory|allocation/i.test(words) ? "parser-memory" : "file-broken", {}, error)
  }
}
