import { type Words, words } from "../model/words.ts"
import type { Rule } from "./rule.ts"

/** Everything of a row that was not read. */
const unread = {
  article: "",
  textVersion: "",
  validFrom: "",
  validTo: "",
  startEvent: null,
  amount: null,
  unit: null,
  firstDayCounted: "unknown",
  movesFromDayOff: "unknown",
  extension: null,
  caution: null,
  changed: null,
  checkedBy: "",
  checkedOn: "",
} as const

type Read = Pick<Rule, "id" | "title" | "code" | "source"> & Partial<Rule>

export const rule = (read: Read): Rule => ({ ...unread, ...read })

export const codes = {
  criminal: words(
    "Criminal Procedure Code of Kazakhstan",
    "Уголовно-процессуальный кодекс Республики Казахстан",
    "Қазақстан Республикасының Қылмыстық-процестік кодексі",
  ),
  civil: words(
    "Civil Procedure Code of Kazakhstan",
    "Гражданский процессуальный кодекс Республики Казахстан",
    "Қазақстан Республикасының Азаматтық процестік кодексі",
  ),
  administrative: words(
    "Administrative Procedure and Process Code of Kazakhstan",
    "Административный процедурно-процессуальный кодекс Республики Казахстан",
    "Қазақстан Республикасының Әкімшілік рәсімдік-процестік кодексі",
  ),
  offences: words(
    "Code on Administrative Offences of Kazakhstan",
    "Кодекс Республики Казахстан об административных правонарушениях",
    "Қазақстан Республикасының Әкімшілік құқық бұзушылық туралы кодексі",
  ),
  committee: words(
    "Rules of the Human Rights Committee",
    "Правила Комитета по правам человека",
    "Адам құқықтары жөніндегі комитеттің қағидалары",
  ),
  racial: words(
    "Convention on racial discrimination (CERD)",
    "Конвенция о ликвидации расовой дискриминации",
    "Нәсілдік кемсітушілікті жою туралы конвенция",
  ),
  disappearances: words(
    "Methods of the Working Group on Enforced Disappearances",
    "Методы Рабочей группы по насильственным исчезновениям",
    "Күштеп жоғалту жөніндегі жұмыс тобының әдістері",
  ),
  detention: words(
    "Methods of the Working Group on Arbitrary Detention",
    "Методы Рабочей группы по произвольным задержаниям",
    "Негізсіз ұстау жөніндегі жұмыс тобының әдістері",
  ),
} as const satisfies Readonly<Record<string, Words>>

/** Law 331-VIII amends the Criminal Procedure Code; what it says, and from when, was not read. */
export const changedCriminal: NonNullable<Rule["changed"]> = {
  on: "2026-07-01",
  by: words("Law 331-VIII of 1 July 2026", "Закон № 331-VIII от 1 июля 2026 г.", "2026 ж. 1 шілдедегі № 331-VIII Заң"),
  source: "ealegislation.com rgn=176232",
}
