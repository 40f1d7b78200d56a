import type { Session, WebContents } from "electron"

const schemeOf = (url: string): string => url.slice(0, url.indexOf(":"))

/** A session that asks nobody, keeps nothing, and may only load from `schemes`. */
export const guardSession = (session: Session, schemes: readonly string[], permissions: readonly string[]): void => {
  const allowed = (permission: string): boolean => permissions.includes(permission)
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(allowed(permission)))
  session.setPermissionCheckHandler((_contents, permission) => allowed(permission))
  session.setDevicePermissionHandler(() => false)
  session.on("will-download", (event) => event.preventDefault())
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !schemes.includes(schemeOf(url)) }))
  session.setSpellCheckerEnabled(false)
}

/** A page that stays where it is: no navigation, no windows, no embedded views. Frames may show `frameOrigin` only. */
export const guardContents = (contents: WebContents, frameOrigin: string | undefined): void => {
  // WebRTC obeys no Content-Security-Policy everywhere: without a proxy that carries UDP it finds no way out.
  contents.setWebRTCIPHandlingPolicy("disable_non_proxied_udp")
  contents.setWindowOpenHandler(() => ({ action: "deny" }))
  contents.on("will-navigate", (event) => event.preventDefault())
  contents.on("will-redirect", (event) => event.preventDefault())
  contents.on("will-attach-webview", (event) => event.preventDefault())
  contents.on("will-frame-navigate", (event) => {
    const isFrame = frameOrigin !== undefined && !event.isMainFrame && event.url.startsWith(`${frameOrigin}/`)
    if (!isFrame) event.preventDefault()
  })
}

/** Web preferences of every page of ours. */
export const pagePreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  // Compiled code would be cached on disk.
  v8CacheOptions: "none",
} as const
