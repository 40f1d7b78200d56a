/** Speaks to a Node inspector: enough to run code in Electron's main process, and from there in its page. */

export interface Inspector {
  /** Runs `expression` in the main process, where `require("electron")` is at hand, and awaits its value. */
  run(expression: string): Promise<unknown>
  /** Runs `expression` in the window's page, once that is there, and awaits its value. */
  runInPage(expression: string): Promise<unknown>
  close(): void
}

interface Answer {
  readonly id?: number
  readonly result?: { readonly result?: { readonly value?: unknown }; readonly exceptionDetails?: unknown }
}

const open = (address: string): Promise<WebSocket> =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(address)
    socket.addEventListener("open", () => resolve(socket))
    socket.addEventListener("error", () => reject(new Error("the inspector did not answer")))
  })

export const inspect = async (address: string): Promise<Inspector> => {
  const socket = await open(address)
  let nextId = 1
  const waiting = new Map<number, (answer: Answer) => void>()
  socket.addEventListener("message", (event) => {
    const answer = JSON.parse(String(event.data)) as Answer
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer)
  })
  const run = (expression: string): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = nextId++
      waiting.set(id, ({ result }) => {
        if (result?.exceptionDetails === undefined) resolve(result?.result?.value)
        else reject(new Error(JSON.stringify(result.exceptionDetails)))
      })
      const params = { expression, awaitPromise: true, returnByValue: true, includeCommandLineAPI: true }
      socket.send(JSON.stringify({ id, method: "Runtime.evaluate", params }))
    })
  const inWindow = (then: string): Promise<unknown> =>
    run(
      `(() => { const shown = require("electron").BrowserWindow.getAllWindows().find((one) => one.webContents.getURL().startsWith("saqta://app") && !one.webContents.isLoading()); return shown === undefined ? undefined : shown.webContents.${then} })()`,
    )
  return {
    run,
    runInPage: async (expression) => {
      while ((await inWindow("id")) === undefined) await new Promise((resolve) => setTimeout(resolve, 100))
      return inWindow(`executeJavaScript(${JSON.stringify(expression)}, true)`)
    },
    close: () => socket.close(),
  }
}

/** Attaches to the inspector that is open, if that is the one of `pid`. */
const attachTo = async (pid: number): Promise<Inspector | undefined> => {
  try {
    const list = (await (await fetch("http://127.0.0.1:9229/json/list")).json()) as { webSocketDebuggerUrl: string }[]
    const inspector = await inspect(list[0]!.webSocketDebuggerUrl)
    if ((await inspector.run("process.pid")) === pid) return inspector
    inspector.close()
  } catch {
    // Not open yet.
  }
  return undefined
}

/** Asks a running process to open its inspector (SIGUSR1), and attaches. Another's may hold the port for a while. */
export const inspectProcess = async (pid: number): Promise<Inspector> => {
  for (let attempt = 0; attempt < 300; attempt++) {
    if (attempt % 10 === 0) process.kill(pid, "SIGUSR1")
    await new Promise((resolve) => setTimeout(resolve, 100))
    const inspector = await attachTo(pid)
    if (inspector !== undefined) return inspector
  }
  throw new Error("the process did not open its inspector")
}
