/** Entry of the typesetting thread: one document comes in, a PDF goes out, and the thread ends. */
import { join, resolve } from "node:path"
import { parentPort, workerData } from "node:worker_threads"
import type { TypesetJob } from "./typeset-client.ts"

/** A folder that is not there: nothing of the disk can be set, only what came along. */
const nowhere = resolve("/saqta-typesets-from-memory")

const run = async ({ template, doc, files, fonts }: TypesetJob): Promise<Uint8Array | undefined> => {
  const { NodeCompiler } = await import("@myriaddreamin/typst-ts-node-compiler")
  const compiler = NodeCompiler.create({
    workspace: nowhere,
    fontArgs: [{ fontBlobs: fonts.map((font) => Buffer.from(font)) }],
  })
  for (const { path, bytes } of files) compiler.mapShadow(join(nowhere, path), Buffer.from(bytes))
  const { result } = compiler.compile({ mainFileContent: template, inputs: { doc } })
  // No clock: the same document gives the same bytes.
  return result === null ? undefined : new Uint8Array(compiler.pdf(result, { creationTimestamp: 0 }))
}

void run(workerData as TypesetJob).then(
  (pdf) => parentPort?.postMessage(pdf),
  () => parentPort?.postMessage(undefined),
)
