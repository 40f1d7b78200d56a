import type { IpcMainEvent, IpcMainInvokeEvent, WebContents } from "electron"

/** Whether a message comes from the top frame of `contents`, while that shows a page of ours. */
export const isOwnSender = (
  event: IpcMainEvent | IpcMainInvokeEvent,
  contents: WebContents,
  origin: string,
): boolean => {
  // Subtle: a frame that has gone, or navigated between sending and arriving, is null or lies elsewhere.
  const frame = event.senderFrame
  if (event.sender !== contents || frame === null || frame !== contents.mainFrame) return false
  const url = new URL(frame.url)
  // Subtle: `URL.origin` is "null" for schemes of our own in Node.
  return `${url.protocol}//${url.host}` === origin
}
