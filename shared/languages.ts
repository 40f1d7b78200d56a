/** Languages of the interface. Apart from the models, whose schemas the first screen does without. */
export const languages = ["en", "ru", "kk"] as const
export type Language = (typeof languages)[number]

export const isLanguage = (value: string): value is Language => languages.some((language) => language === value)
