/** A parser taken over: what it would try, as operations. Test only. */
import { readdirSync, readFileSync } from "node:fs"
import { connect } from "node:net"
import { serve } from "../../../main/workers/parser/entry-core.ts"
import { nodePort } from "../../../main/workers/parser/node-port.ts"

const attempt = async (work: () => unknown): Promise<{ said: string; worked: boolean }> => {
  try {
    return { said: String(await work()), worked: true }
  } catch (error) {
    return {
      said: error instanceof Error ? `${(error as NodeJS.ErrnoException).code ?? ""} ${error.message}` : "",
      worked: false,
    }
  }
}

const dial = (port: number): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.destroy()
      resolve("connected")
    })
    socket.on("error", reject)
  })

/** Looks for `canary` in the memory of process `pid` by its maps, as a debugger would. */
const searchMemory = async (pid: number, canary: string): Promise<string> => {
  const { openSync, readSync } = await import("node:fs")
  const memory = openSync(`/proc/${pid}/mem`, "r")
  for (const line of readFileSync(`/proc/${pid}/maps`, "latin1").split("\n")) {
    const [, from, to] = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line) ?? []
    if (from === undefined || to === undefined) continue
    const start = parseInt(from, 16)
    const length = Math.min(parseInt(to, 16) - start, 64 * 1024 * 1024)
    const bytes = Buffer.alloc(length)
    try {
      readSync(memory, bytes, 0, length, start)
    } catch {
      continue
    }
    if (bytes.includes(canary)) return "found"
  }
  throw new Error("not found")
}

const hostile: Record<string, (input: never) => unknown> = {
  connect: ({ port }: { port: number }) => attempt(() => dial(port)),
  readFile: ({ path }: { path: string }) => attempt(() => readFileSync(path, "utf8")),
  listFiles: ({ path }: { path: string }) => attempt(() => readdirSync(path).join(" ")),
  writeFile: ({ path }: { path: string }) =>
    attempt(async () => (await import("node:fs")).writeFileSync(path, "left by the parser")),
  readMemory: ({ pid, canary }: { pid: number; canary: string }) => attempt(() => searchMemory(pid, canary)),
  spawn: () => attempt(async () => (await import("node:child_process")).execFileSync("/bin/echo", ["spawned"])),
  thread: () => attempt(async () => new (await import("node:worker_threads")).Worker("0", { eval: true }).threadId),
  signal: ({ pid }: { pid: number }) => attempt(() => process.kill(pid, 0)),
  environment: ({ name }: { name: string }) =>
    attempt(() => {
      if (process.env[name] === undefined) throw new Error(Object.keys(process.env).join(" "))
      return process.env[name]
    }),
  loop: () => {
    for (;;);
  },
  exit: () => process.exit(7),
  fillHeap: () => {
    const kept: unknown[] = []
    for (;;) kept.push(new Array(10_000).fill(kept.length))
  },
  fillBuffers: () => {
    const kept: Uint8Array[] = []
    for (;;) kept.push(new Uint8Array(64 * 1024 * 1024).fill(1))
  },
  fillWasm: () => {
    const memory = new WebAssembly.Memory({ initial: 1, maximum: 65_536 })
    for (;;) memory.grow(1024)
  },
  pid: () => process.pid,
  echo: (input: unknown) => input,
}

serve(nodePort(), hostile)
