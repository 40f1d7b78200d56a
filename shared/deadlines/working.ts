import { showEdtf } from "../dates.ts"
import { translate } from "../i18n/translate.ts"
import type { Language } from "../model/ids.ts"
import type { Computed } from "./compute.ts"
import { isChecked, type Rule } from "./rule.ts"
import { stepWords } from "./steps.ts"

/** What a rule of the list is called: its law and article. */
export const ruleWords = ({ title, code, article }: Rule, language: Language): string => {
  const law =
    article === "" ? code[language] : `${code[language]}, ${translate(language, "deadline.article", { article })}`
  return `${title[language]} — ${law}`
}

const versionLines = (rule: Rule, latestStart: string, language: Language): string[] => {
  const lines: string[] = []
  if (rule.textVersion !== "") {
    lines.push(translate(language, "deadline.rule.version", { version: showEdtf(rule.textVersion, language) }))
  }
  if (rule.validFrom !== "" && latestStart < rule.validFrom) {
    lines.push(translate(language, "deadline.rule.notYet", { day: showEdtf(rule.validFrom, language) }))
  }
  if (rule.changed !== null && latestStart >= rule.changed.on) {
    const { on, by, source } = rule.changed
    lines.push(translate(language, "deadline.rule.changed", { by: by[language], day: showEdtf(on, language), source }))
  }
  return lines
}

/** What the rule is, and what is known and not known of it. */
const ruleLines = (rule: Rule, latestStart: string, language: Language): string[] => [
  translate(language, "deadline.rule.is", { rule: ruleWords(rule, language) }),
  ...(rule.startEvent === null
    ? [translate(language, "deadline.rule.noStart")]
    : [translate(language, "deadline.rule.start", { event: rule.startEvent[language] })]),
  ...(rule.extension === null ? [] : [rule.extension[language]]),
  ...(rule.caution === null ? [] : [rule.caution[language]]),
  ...versionLines(rule, latestStart, language),
  translate(language, "deadline.rule.source", { source: rule.source }),
]

const checkLine = (checked: boolean, language: Language): string[] =>
  checked ? [] : [translate(language, "deadline.rule.unchecked")]

/** The whole working of a rule of the list. */
export const workingOf = (rule: Rule, computed: Computed, latestStart: string, language: Language): string[] => [
  ...ruleLines(rule, latestStart, language),
  ...computed.steps.flatMap((step) => stepWords(step, language)),
  ...checkLine(isChecked(rule), language),
]

/** The working of a rule of the user's own. */
export const ownWorkingOf = (
  own: { readonly title: string; readonly startEvent: string; readonly source: string },
  computed: Computed,
  language: Language,
): string[] => [
  translate(language, "deadline.rule.own", { rule: own.title }),
  ...(own.startEvent === "" ? [] : [translate(language, "deadline.rule.start", { event: own.startEvent })]),
  translate(language, own.source === "" ? "deadline.rule.noSource" : "deadline.rule.source", { source: own.source }),
  ...computed.steps.flatMap((step) => stepWords(step, language)),
  ...checkLine(false, language),
]
