import { RadioGroup } from "react-aria-components"
import { isLanguage, type Language, languages } from "../../../shared/languages.ts"
import { Pick } from "../../components/Toggle.tsx"
import { changePreferences, usePreferences, useT } from "../../session/preferences.ts"

export const languageNames: Readonly<Record<Language, string>> = { en: "English", ru: "Русский", kk: "Қазақша" }

export const LanguageSwitch = () => {
  const t = useT()
  const language = usePreferences((state) => state.language)
  return (
    <RadioGroup
      className="language-switch"
      aria-label={t("unlock.language")}
      orientation="horizontal"
      value={language}
      onChange={(value) => {
        if (isLanguage(value)) void changePreferences({ language: value })
      }}
    >
      {languages.map((option) => (
        <Pick key={option} value={option} className="language" lang={option}>
          {languageNames[option]}
        </Pick>
      ))}
    </RadioGroup>
  )
}
