import { Fault, isFault } from "../../../shared/faults.ts"
import type { BinaryName, OpenDocument, Operation, ParserContext } from "../../reading/operation.ts"
import type { FromParser, ParserPort, ToParser, WireDocument } from "./protocol.ts"

type Run = Extract<ToParser, { type: "run" }>
export type AnyOperation = Operation<never, unknown>

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error &&
  /out of memory|cannot enlarge memory|unable to grow|malloc.*failed|allocation failed/i.test(error.message)

const faultOf = (error: unknown): Fault => {
  if (isFault(error)) return error
  if (isOutOfMemory(error)) return new Fault("parser-memory")
  // Subtle: a parser's own words may quote the file, so they never cross.
  return new Fault("file-broken")
}

/** Buffers at the top level of an answer are handed over, not copied. */
const transferable = (output: unknown): ArrayBuffer[] => {
  if (typeof output !== "object" || output === null) return []
  const buffers = Object.values(output)
    .filter(
      (value): value is Uint8Array<ArrayBuffer> => value instanceof Uint8Array && value.buffer instanceof ArrayBuffer,
    )
    .map((bytes) => bytes.buffer)
  return [...new Set(buffers)]
}

const makeContext = (port: ParserPort) => {
  const asked = new Map<BinaryName, { promise: Promise<Uint8Array>; resolve: (bytes: Uint8Array) => void }>()
  const context: ParserContext = {
    binary: (name) => {
      const known = asked.get(name)
      if (known !== undefined) return known.promise
      let resolve: (bytes: Uint8Array) => void = () => undefined
      const promise = new Promise<Uint8Array>((done) => (resolve = done))
      asked.set(name, { promise, resolve })
      port.post({ type: "need", name }, [])
      return promise
    },
  }
  const arrived = (name: BinaryName, bytes: Uint8Array): void => asked.get(name)?.resolve(bytes)
  return { context, arrived }
}

const makeShelf = () => {
  const documents = new Map<string, OpenDocument>()
  const open = ({ key, mediaType, bytes }: WireDocument): OpenDocument => {
    const known = documents.get(key)
    if (known !== undefined) return known
    if (bytes === undefined) throw new Fault("internal")
    const document: OpenDocument = { key, mediaType, bytes, kept: new Map() }
    documents.set(key, document)
    return document
  }
  const forget = (key: string): void => {
    for (const part of documents.get(key)?.kept.values() ?? []) part.close()
    documents.delete(key)
  }
  return { open, forget }
}

/** Answers `run` messages on `port` with `operations` until the process is killed. Uses neither Node nor the DOM. */
export const serve = (port: ParserPort, operations: Readonly<Record<string, AnyOperation>>): void => {
  const { context, arrived } = makeContext(port)
  const shelf = makeShelf()

  const answer = async (message: Run): Promise<unknown> => {
    message.forget.forEach(shelf.forget)
    const operation = Object.hasOwn(operations, message.operation) ? operations[message.operation] : undefined
    if (operation === undefined) throw new Fault("internal")
    const input =
      message.document === undefined
        ? message.input
        : { ...(message.input as object), document: shelf.open(message.document) }
    return await operation(input as never, context)
  }

  const run = async (message: Run): Promise<void> => {
    let reply: FromParser
    try {
      reply = { type: "done", id: message.id, output: await answer(message) }
    } catch (error) {
      const { code, detail } = faultOf(error)
      reply = { type: "fault", id: message.id, code, detail }
    }
    port.post(reply, reply.type === "done" ? transferable(reply.output) : [])
  }

  port.onMessage((message) => {
    if (message.type === "binary") arrived(message.name, message.bytes)
    else void run(message)
  })
  port.post({ type: "ready" }, [])
}
