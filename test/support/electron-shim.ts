/**
 * For the test runtime only (Electron 22: Chromium 108, Node 16): what the product finds in its own Electron.
 * Loaded before the app's entries in the main process and in the engine; never shipped.
 */
import "core-js/stable"
import { createRequire } from "node:module"
import { Readable } from "node:stream"

interface PlainResponse {
  readonly body: Buffer | null
  readonly status: number
  readonly headers: Record<string, string>
}

/** As much of `Response` as our protocol handlers use. */
class ShimResponse implements PlainResponse {
  readonly body: Buffer | null
  readonly status: number
  readonly headers: Record<string, string>
  constructor(body: Buffer | null, options: { status?: number; headers?: Record<string, string> } = {}) {
    this.body = body
    this.status = options.status ?? 200
    this.headers = options.headers ?? {}
  }
}

type Handler = (request: { url: string; method: string; headers: [string, string][] }) => Promise<PlainResponse>
interface OldProtocol {
  handle?: (scheme: string, handler: Handler) => void
  registerStreamProtocol(
    scheme: string,
    handler: (
      request: { url: string; method: string; headers: Record<string, string> },
      answer: (response: { statusCode: number; headers: Record<string, string>; data: Readable }) => void,
    ) => void,
  ): void
}

function handle(this: OldProtocol, scheme: string, handler: Handler): void {
  this.registerStreamProtocol(scheme, ({ url, method, headers }, answer) => {
    void handler({ url, method, headers: Object.entries(headers) }).then((response) =>
      answer({
        statusCode: response.status,
        headers: response.headers,
        data: Readable.from([response.body ?? Buffer.alloc(0)]),
      }),
    )
  })
}

interface OldElectron {
  session?: { fromPartition(name: string, options?: object): { protocol: OldProtocol } }
  app: { whenReady(): Promise<void> }
}

/** Playwright says by `__playwright_run()` that it has attached; a window that loads before confuses this old Chromium. */
const waitForDriver = ({ app }: OldElectron): void => {
  if (!process.argv.includes("--remote-debugging-port=0")) return
  const original = app.whenReady.bind(app)
  let run: () => void = () => undefined
  const attached = new Promise<void>((resolve) => (run = resolve))
  Object.assign(globalThis, { __playwright_run: run })
  app.whenReady = () => attached.then(original)
}

const shimElectron = (): void => {
  const electron = createRequire(__filename)("electron") as OldElectron
  waitForDriver(electron)
  const session = electron.session
  if (session === undefined) return
  const original = session.fromPartition.bind(session)
  session.fromPartition = (name, options) => {
    const own = original(name, options)
    own.protocol.handle ??= handle
    return own
  }
}

Object.assign(globalThis, { Response: ShimResponse })
const os = createRequire(__filename)("node:os") as { availableParallelism?: () => number; cpus(): unknown[] }
os.availableParallelism ??= () => os.cpus().length
if ((process as { type?: string }).type === "browser") shimElectron()
