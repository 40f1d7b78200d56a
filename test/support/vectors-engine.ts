/** The format's vectors, run in a process of the Electron under test. */
import "./electron-shim.ts"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { runVectors } from "./vectors.ts"

const { parentPort, versions } = process as unknown as {
  parentPort: { postMessage(message: unknown): void }
  versions: Record<string, string>
}

void runVectors(readFileSync(join(__dirname, "format-1.json"), "utf8")).then((result) =>
  parentPort.postMessage({ ...result, electron: versions["electron"], boringssl: versions["openssl"] }),
)
