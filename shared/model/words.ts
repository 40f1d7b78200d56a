import type { Language } from "./ids.ts"

/** One label in every language of the interface. */
export type Words = Readonly<Record<Language, string>>

export const words = (en: string, ru: string, kk: string): Words => ({ en, ru, kk })
