/** Hands the parser's page its one port, and nothing else: no object of this world is exposed to it. */
import { ipcRenderer } from "electron"
import { portChannel, readyChannel } from "../wire.ts"

ipcRenderer.once(portChannel, (event) => {
  window.postMessage(portChannel, location.origin, [...event.ports])
})
addEventListener("DOMContentLoaded", () => ipcRenderer.send(readyChannel))
