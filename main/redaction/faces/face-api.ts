/** face-api's SSD network on TensorFlow.js as WebAssembly: both were sent in, and nothing is fetched. */
import { Fault } from "../../../shared/faults.ts"
import type { ParserContext } from "../../reading/operation.ts"

export const facesName = "face-api 1.7.15"

interface Tensor {
  dispose(): void
}
export interface Detection {
  /** 0 to 1. */
  readonly score: number
  /** Pixels of the picture. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
}
/** The part of @vladmandic/face-api 1.7.15 and of the TensorFlow.js 4.22.0 inside it that is used here. */
export interface FaceApi {
  readonly tf: {
    env(): { set(flag: string, value: boolean): void }
    setWasmPaths(prefix: string): void
    setBackend(name: string): Promise<boolean>
    tensor3d(samples: Uint8Array, shape: readonly number[], type: "int32"): Tensor
    readonly io: { decodeWeights(bytes: ArrayBuffer, specs: readonly unknown[]): object }
  }
  readonly nets: { readonly ssdMobilenetv1: { loadFromWeightMap(weights: object): void } }
  readonly SsdMobilenetv1Options: new (options: { minConfidence: number; maxResults: number }) => object
  detectAllFaces(picture: Tensor, options: object): Promise<Detection[]>
}

type Scope = Record<"window" | "process" | "fetch", unknown>

/** Runs `work` with some of the world's names standing for something else, and puts them back. */
const pretending = async <T>(names: Partial<Scope>, work: () => Promise<T>): Promise<T> => {
  const before = Object.keys(names).map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const)
  for (const [name, value] of Object.entries(names))
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true })
  try {
    return await work()
  } finally {
    for (const [name, descriptor] of before)
      if (descriptor === undefined) Reflect.deleteProperty(globalThis, name)
      else Object.defineProperty(globalThis, name, descriptor)
  }
}

const importApi = async (): Promise<FaceApi> =>
  // @ts-expect-error The package's types need the DOM.
  (await import("@vladmandic/face-api/dist/face-api.esm.js")) as FaceApi

const startBackend = async (context: ParserContext): Promise<FaceApi> => {
  const wasm = new Uint8Array(await context.binary("faces-wasm"))
  // Subtle: the library asks where it runs. On Node it would look for files and threads, so for that moment it is nowhere in
  // particular, and whatever it fetches is what it was sent.
  const isPage = "window" in globalThis
  const api = await (isPage ? importApi() : pretending({ window: { document: {} } }, importApi))
  const answered = (): Promise<Response> =>
    Promise.resolve(new Response(wasm, { headers: { "Content-Type": "application/wasm" } }))
  api.tf.env().set("WASM_HAS_SIMD_SUPPORT", true)
  api.tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", false)
  api.tf.setWasmPaths("/")
  const names = { fetch: answered, ...(isPage ? {} : { process: undefined }) }
  if (!(await pretending(names, () => api.tf.setBackend("wasm")))) throw new Fault("internal", { step: "faces" })
  return api
}

const start = async (context: ParserContext): Promise<FaceApi> => {
  const [model, manifest] = await Promise.all([context.binary("faces-model"), context.binary("faces-manifest")])
  const api = await startBackend(context)
  const groups = JSON.parse(new TextDecoder().decode(manifest)) as { weights: unknown[] }[]
  const specs = groups.flatMap(({ weights }) => weights)
  api.nets.ssdMobilenetv1.loadFromWeightMap(api.tf.io.decodeWeights(new Uint8Array(model).buffer, specs))
  return api
}

let starting: Promise<FaceApi> | undefined

/** Started once in each process: some tenths of a second. @throws whatever went wrong, each time that it is asked */
export const startedFaceApi = (context: ParserContext): Promise<FaceApi> => (starting ??= start(context))
