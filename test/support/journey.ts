/** The walk that every host must allow: create, import, read, link, lock, unlock. By the window where a person would. */
import { createHash } from "node:crypto"
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import type { Page } from "playwright-core"
import en from "../../shared/i18n/en.json" with { type: "json" }
import type { Reply } from "../../shared/contract/call.ts"
import type { CallName, Input, Output } from "../../shared/contract/contract.ts"
import type { UnlockedKeys } from "../../main/vault/keyring.ts"
import { byteNeedles, type Needle, textNeedles } from "./needles.ts"

/** Text that is nowhere else in the world, to be looked for afterwards. */
export const canaries = {
  passphrase: "quiet-lantern-velvet-orchard-74-кедр",
  caseTitle: "Canary case zhalgyz-tereq-5518",
  narrative: "Canary narrative qarlygash-9921 about nobody",
  fileName: "canary-file-name-tomiris-3307.txt",
  fileText: "Canary content aidyn-köl-6402: this sentence must never leave the vault.\n",
} as const

/** The canary file, written where a person would have it. */
export const writeCanaryFile = (folder: string): string => {
  const path = join(folder, canaries.fileName)
  writeFileSync(path, canaries.fileText.repeat(20))
  return path
}

export const canaryNeedles = (): Needle[] => [
  ...textNeedles("passphrase", canaries.passphrase),
  ...textNeedles("case title", canaries.caseTitle),
  ...textNeedles("narrative", canaries.narrative),
  ...textNeedles("file text", canaries.fileText.trim()),
  ...textNeedles("file name", canaries.fileName),
]

/** The hash of the canary file: who has it can ask anybody for the file. */
export const hashNeedles = (): Needle[] =>
  byteNeedles("file hash", createHash("sha256").update(canaries.fileText.repeat(20)).digest())

export const keyNeedles = (keys: UnlockedKeys): Needle[] => [
  ...byteNeedles("database key", keys.databaseKey),
  ...byteNeedles("blob key", keys.blobKey),
  ...byteNeedles("duplicate key", keys.duplicateKey),
  ...byteNeedles("signing seed", keys.holderSigningSeed),
]

/** One call over the page's own bridge. @throws Error with the fault's code */
export const callEngine = async <N extends CallName>(page: Page, name: N, input: Input<N>): Promise<Output<N>> => {
  const reply = (await page.evaluate(
    ([callName, callInput]) =>
      (window as { host?: { call(name: string, input: unknown): unknown } }).host?.call(callName, callInput),
    [name, input] as const,
  )) as Reply<Output<N>>
  if (!reply.ok) throw new Error(`${name}: ${reply.fault.code} ${JSON.stringify(reply.fault.detail)}`)
  return reply.result
}

/** Picks by the page's bridge; the dialog has been told what to answer. */
export const pickFolder = async (page: Page): Promise<string> => {
  const offered = await page.evaluate(() =>
    (window as unknown as { host: { pick(kind: string): Promise<{ token: string }[]> } }).host.pick("target-folder"),
  )
  return offered[0]!.token
}

/** Through the three steps of the window, typing the passphrase as a person does, key by key; the folder dialog must answer with the parent folder. Returns the recovery code. */
export const createByWindow = async (page: Page): Promise<string> => {
  await page.getByText(en["unlock.createTitle"]).first().click()
  await page.getByRole("button", { name: en["create.choose"] }).click()
  await page.getByLabel(en["create.name"]).fill("journey")
  await page.getByRole("button", { name: en["common.next"] }).click()
  await page.getByLabel(en["unlock.passphrase"], { exact: true }).pressSequentially(canaries.passphrase)
  await page.getByLabel(en["create.repeat"]).pressSequentially(canaries.passphrase)
  await page.getByRole("button", { name: en["create.make"] }).click()
  const groups = page.getByRole("list", { name: en["unlock.recoveryCode"] }).getByRole("listitem")
  await groups.first().waitFor()
  const code = (await groups.allInnerTexts()).map((text) => text.replace(/\s+/g, "").slice(1))
  const asked = await page.getByText(/type group \d+ of the code/).innerText()
  await page.getByLabel(/type group/).fill(code[Number(/group (\d+)/.exec(asked)?.[1]) - 1]!)
  await page.getByRole("button", { name: en["create.codeEnter"] }).click()
  await page.getByRole("button", { name: en["create.codeEnter"] }).waitFor({ state: "hidden" })
  return code.join("-")
}

/** Types the passphrase into the unlock screen that a fresh shell shows. */
export const unlockByWindow = async (page: Page): Promise<void> => {
  await showsUnlockScreen(page)
  const field = page.getByLabel(en["unlock.passphrase"], { exact: true })
  await field.pressSequentially(canaries.passphrase)
  await page.getByRole("button", { name: en["unlock.open"], exact: true }).click()
  await field.waitFor({ state: "hidden" })
}

/** Waits for the screen that stands where no vault is open. */
export const showsUnlockScreen = async (page: Page): Promise<void> => {
  await page.locator("main.gate").waitFor()
}

/**
 * Reads and links inside the page. Subtle: what the driver itself asks for or gets goes through the browser's main
 * process, and would be found there by the scans; the text must not.
 */
const linkFirstSentence = (page: Page, evidenceId: string, incidentId: string): Promise<void> =>
  page.evaluate(
    async ([id, incident]) => {
      const { host } = window as unknown as { host: { call(name: string, input: unknown): Promise<Reply<unknown>> } }
      const reply = await host.call("evidence.text", { id })
      if (!reply.ok) throw new Error(reply.fault.code)
      const { text } = reply.result as { text: string }
      const end = text.indexOf("\n")
      const place = { kind: "text", start: 0, end, quote: text.slice(0, end) }
      const linked = await host.call("link.add", { evidenceId: id, place, target: { kind: "incident", id: incident } })
      if (!linked.ok) throw new Error(linked.fault.code)
    },
    [evidenceId, incidentId] as const,
  )

/** A case, an incident, the canary file imported, its text read and a passage of it linked. */
export const workInVault = async (page: Page, pickFile: () => Promise<string>): Promise<{ evidenceId: string }> => {
  const { id: caseId } = await callEngine(page, "case.add", { title: canaries.caseTitle })
  const incident = await callEngine(page, "incident.add", { caseId, title: "Visit", narrative: canaries.narrative })
  const file = await pickFile()
  const { outcomes } = await callEngine(page, "evidence.import", { caseId, files: [file as never] })
  const [outcome] = outcomes
  if (outcome?.evidenceId == null) throw new Error(`import: ${JSON.stringify(outcome)}`)
  const { evidenceId } = outcome
  await linkFirstSentence(page, evidenceId, incident.id)
  const { links } = await callEngine(page, "link.list", { incidentId: incident.id })
  if (links.length !== 1) throw new Error("the link is not there")
  return { evidenceId }
}

export const lockByWindow = (page: Page): Promise<void> => page.keyboard.press("Control+L").catch(() => undefined)
