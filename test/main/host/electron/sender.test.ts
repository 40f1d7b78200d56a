import type { IpcMainEvent, WebContents } from "electron"
import { expect, test } from "vitest"
import { isOwnSender } from "../../../../main/host/electron/sender.ts"

const frame = (url: string) => ({ url })
const contents = (mainFrame: unknown) => ({ mainFrame }) as unknown as WebContents
const event = (sender: WebContents, senderFrame: unknown) => ({ sender, senderFrame }) as unknown as IpcMainEvent

test("only the top frame of our own page is heard", () => {
  const own = frame("saqta://app/")
  const page = contents(own)
  expect(isOwnSender(event(page, own), page, "saqta://app")).toBe(true)
  expect(isOwnSender(event(page, frame("saqta://app/")), page, "saqta://app")).toBe(false)
  expect(isOwnSender(event(contents(own), own), page, "saqta://app")).toBe(false)
  expect(isOwnSender(event(page, null), page, "saqta://app")).toBe(false)
})

test("a top frame that shows anything else is not heard", () => {
  for (const url of [
    "https://example.org/",
    "saqta://app.evil/",
    "saqta-media://media/x",
    "file:///saqta://app/",
    "about:blank",
  ]) {
    const other = frame(url)
    const page = contents(other)
    expect(isOwnSender(event(page, other), page, "saqta://app"), url).toBe(false)
  }
})
