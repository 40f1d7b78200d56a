import { create } from "zustand"
import type { Settings } from "../../shared/contract/settings.ts"
import { type Parameters, type TextKey, translate } from "../../shared/i18n/translate.ts"
import { call } from "../bridge/client.ts"

/** Of this machine, not of a vault: stays when the vault locks. */
export const usePreferences = create<Settings>(() => ({
  language: "en",
  theme: "system",
  lockAfterMinutes: 5,
  lockOnSuspend: true,
  rememberVaults: true,
}))

export type Translate = (key: TextKey, parameters?: Parameters) => string

/** Words in the chosen language; the component follows when the language changes. */
export const useT = (): Translate => {
  const language = usePreferences((state) => state.language)
  return (key, parameters) => translate(language, key, parameters)
}

/** The same outside of components. */
export const tell: Translate = (key, parameters) => translate(usePreferences.getState().language, key, parameters)

const systemDark = window.matchMedia("(prefers-color-scheme: dark)")

const applyToPage = ({ theme, language }: Settings): void => {
  const dark = theme === "dark" || (theme === "system" && systemDark.matches)
  document.documentElement.dataset["theme"] = dark ? "dark" : "light"
  document.documentElement.lang = language
}

export const loadPreferences = async (): Promise<void> => {
  const reply = await call("settings.show", {})
  if (reply.ok) usePreferences.setState(reply.result, true)
}

/** Applies at once, then remembers. */
export const changePreferences = async (patch: Partial<Settings>): Promise<void> => {
  usePreferences.setState(patch)
  await call("settings.update", { patch })
}

export const followPreferences = (): void => {
  applyToPage(usePreferences.getState())
  usePreferences.subscribe(applyToPage)
  systemDark.addEventListener("change", () => applyToPage(usePreferences.getState()))
}
