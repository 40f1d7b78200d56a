/** One window of Chromium: attaches to its page, serves it, puts in the bridge, and keeps everything else shut. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { bindingName, type FromPage, receiverName, type ToPage } from "./bridge-wire.ts"
import type { Cdp } from "./cdp.ts"
import { decodeMessage, encodeMessage } from "./encoding.ts"
import { pageOrigin } from "./flags.ts"
import { serveTarget } from "./serve.ts"

interface TargetInfo {
  readonly targetId: string
  readonly type: string
  readonly url: string
}

export interface BrowserWindow {
  /** Answers or tells the page; dropped when there is no page to hear it. */
  post(message: ToPage): void
  /** Paths of the files that the page holds under `id`. */
  heldPaths(id: number, count: number): Promise<string[]>
  /** Calls back with every message of the page's own bridge. */
  onMessage(listener: (message: FromPage) => void): void
  /** Called when the page is no more: "crashed" while it was shown, or closed by the person. */
  onEnded(listener: (how: "closed" | "crashed") => void): void
  /** Serves and shows the page; nothing is loaded before. Resolves when it has loaded. */
  open(): Promise<void>
}

/** The one page of the window; every other target that somebody opens is closed. */
const holdSinglePage = async (cdp: Cdp): Promise<string> => {
  let ours: string | undefined
  const found = new Promise<string>((resolve) => {
    cdp.on("Target.targetCreated", (params) => {
      const target = params["targetInfo"] as TargetInfo
      if (target.type !== "page") return
      if (ours === undefined) {
        ours = target.targetId
        resolve(ours)
      } else if (target.targetId !== ours) void cdp.send("Target.closeTarget", { targetId: target.targetId })
    })
  })
  await cdp.send("Target.setDiscoverTargets", { discover: true })
  return found
}

/** Frames and workers of the page are their own targets: each is taken over before its first request. */
const serveChildren = async (cdp: Cdp, sessionId: string): Promise<void> => {
  cdp.on("Target.attachedToTarget", (params, parent) => {
    if (parent === undefined) return
    const child = params["sessionId"] as string
    const takeOver = async (): Promise<void> => {
      await serveTarget(cdp, child)
      await cdp.send("Runtime.runIfWaitingForDebugger", {}, child)
    }
    takeOver().catch(() => undefined)
  })
  await cdp.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }, sessionId)
}

const denyEverything = async (cdp: Cdp): Promise<void> => {
  // Granting to one origin refuses all that is not named, everywhere.
  const permissions = ["clipboardReadWrite", "clipboardSanitizedWrite"]
  await Promise.all([
    cdp.send("Browser.grantPermissions", { permissions, origin: pageOrigin }),
    cdp.send("Browser.setDownloadBehavior", { behavior: "deny" }),
  ])
}

export const attachWindow = async (cdp: Cdp, mainFolder: string): Promise<BrowserWindow> => {
  const targetId = await holdSinglePage(cdp)
  const attached = await cdp.send("Target.attachToTarget", { targetId, flatten: true })
  const session = attached["sessionId"] as string
  const listeners: ((message: FromPage) => void)[] = []
  let context: { id: number; receiver: string } | undefined

  /** Finds the bridge in the page's own world; other worlds and frames get nothing. */
  const meetPage = async (contextId: number): Promise<void> => {
    const expression = receiverName
    const found = await cdp.send("Runtime.evaluate", { expression, contextId }, session)
    const receiver = (found["result"] as { objectId?: string } | undefined)?.objectId
    if (receiver !== undefined) context = { id: contextId, receiver }
  }
  const post = async (message: ToPage): Promise<void> => {
    if (context === undefined) return
    const functionDeclaration = "function(text) { this.receive(text) }"
    const values = { objectId: context.receiver, arguments: [{ value: encodeMessage(message) }], silent: true }
    await cdp.send("Runtime.callFunctionOn", { functionDeclaration, ...values }, session)
  }

  cdp.on("Runtime.bindingCalled", (params, from) => {
    if (from !== session || params["name"] !== bindingName) return
    const hear = async (): Promise<void> => {
      const contextId = params["executionContextId"] as number
      if (context?.id !== contextId) await meetPage(contextId)
      // Subtle: the binding exists in frames too; only the page that has the receiver is answered.
      if (context?.id !== contextId) return
      const message = decodeMessage(params["payload"] as string) as FromPage
      for (const listener of listeners) listener(message)
    }
    hear().catch(() => undefined)
  })

  const heldPath = async (id: number, index: number): Promise<string> => {
    const functionDeclaration = "function(id, index) { return this.held(id, index) }"
    const values = { objectId: context?.receiver, arguments: [{ value: id }, { value: index }] }
    const held = await cdp.send("Runtime.callFunctionOn", { functionDeclaration, ...values }, session)
    const { objectId } = held["result"] as { objectId: string }
    const info = await cdp.send("DOM.getFileInfo", { objectId }, session)
    void cdp.send("Runtime.releaseObject", { objectId }, session)
    return info["path"] as string
  }

  return {
    post: (message) => void post(message).catch(() => undefined),
    heldPaths: (id, count) => Promise.all(Array.from({ length: count }, (_, index) => heldPath(id, index))),
    onMessage: (listener) => void listeners.push(listener),
    onEnded: (listener) => {
      const isOurs = (params: Record<string, unknown>): boolean => params["targetId"] === targetId
      cdp.on("Target.targetDestroyed", (params) => {
        if (isOurs(params)) listener("closed")
      })
      cdp.on("Target.targetCrashed", (params) => {
        if (isOurs(params)) listener("crashed")
      })
    },
    open: async () => {
      const source = readFileSync(join(mainFolder, "page", "chromium-bridge.js"), "utf8")
      const denied = denyEverything(cdp)
      await Promise.all([
        serveTarget(cdp, session),
        serveChildren(cdp, session),
        cdp.send("Runtime.enable", {}, session),
        cdp.send("Page.enable", {}, session),
        cdp.send("DOM.enable", {}, session),
        cdp.send("Runtime.addBinding", { name: bindingName }, session),
        cdp.send("Page.addScriptToEvaluateOnNewDocument", { source }, session),
      ])
      let ours = false
      const loaded = new Promise<void>((resolve) => {
        cdp.on("Page.frameNavigated", (params, from) => {
          const { url } = params["frame"] as { url: string }
          if (from === session && url.startsWith(pageOrigin)) ours = true
        })
        cdp.on("Page.loadEventFired", (_params, from) => {
          // The empty page that the window began with has a load of its own.
          if (from === session && ours) resolve()
        })
      })
      // Subtle: the browser hears in order, so what is denied is denied before this, though its answer may come later.
      await Promise.all([denied, cdp.send("Page.navigate", { url: `${pageOrigin}/` }, session)])
      await loaded
    },
  }
}
