import { parentPort } from "node:worker_threads"
import { startSha256 } from "../crypto/hash.ts"
import type { HashRequest } from "./hash-link.ts"

/** Entry of the hashing thread: bytes in shared memory come in, a digest goes out. */
let running = startSha256()

parentPort?.on("message", (request: HashRequest) => {
  if (request.kind === "update") {
    running.update(request.bytes)
    parentPort?.postMessage(new Uint8Array())
    return
  }
  parentPort?.postMessage(new Uint8Array(running.digest()))
  running = startSha256()
})
