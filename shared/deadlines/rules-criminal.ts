import { words } from "../model/words.ts"
import { changedCriminal, codes, rule } from "./declare.ts"
import type { Rule } from "./rule.ts"

const detained = words("the detention in fact", "фактическое задержание", "іс жүзінде ұстау")
const detentionSource = "gov.kz prokuror 312074"

const complaint = {
  code: codes.criminal,
  article: "106",
  amount: 15,
  unit: "days",
  caution: words("The complaint does not suspend.", "Жалоба не приостанавливает.", "Шағым тоқтата тұрмайды."),
  changed: changedCriminal,
  source: "zakonpravo.kz CPC 106; mayak1932.kz 22897",
} as const

const appeal = {
  code: codes.criminal,
  changed: changedCriminal,
  caution: words(
    "That it exists was read; how long there is was not.",
    "Прочитано, что обжалование есть; срок не прочитан.",
    "Шағымдану барын оқыдық; мерзімі оқылған жоқ.",
  ),
} as const

export const criminalRules: readonly Rule[] = [
  rule({
    id: "kz-cpc-14-police",
    title: words("Police detention without a court", "Задержание без санкции суда", "Сот санкциясынсыз ұстау"),
    code: codes.criminal,
    article: "14(2)",
    textVersion: "2022",
    startEvent: detained,
    amount: 48,
    unit: "hours",
    changed: changedCriminal,
    source: detentionSource,
  }),
  rule({
    id: "kz-cpc-131-exceptional",
    title: words(
      "Police detention without a court, exceptional cases",
      "Задержание без санкции суда, исключительные случаи",
      "Сот санкциясынсыз ұстау, айрықша жағдайлар",
    ),
    code: codes.criminal,
    article: "131(4)",
    textVersion: "2022",
    startEvent: detained,
    amount: 72,
    unit: "hours",
    caution: words(
      "Only for especially grave, terrorist or extremist crimes, riots, or in an emergency.",
      "Только по особо тяжким, террористическим, экстремистским преступлениям, массовым беспорядкам или при чрезвычайном положении.",
      "Тек аса ауыр, террористік, экстремистік қылмыстар, жаппай тәртіпсіздік бойынша немесе төтенше жағдай кезінде.",
    ),
    changed: changedCriminal,
    source: detentionSource,
  }),
  rule({
    id: "kz-cpc-151-custody",
    title: words("Pre-trial custody", "Содержание под стражей до суда", "Сотқа дейін қамауда ұстау"),
    code: codes.criminal,
    article: "151",
    amount: 2,
    unit: "months",
    extension: words(
      "A judge extends it to 3 months, then to 9 at most.",
      "Судья продлевает до 3, затем не более чем до 9 месяцев.",
      "Судья 3 айға, кейін ең көбі 9 айға дейін ұзартады.",
    ),
    caution: words(
      "Read in a machine translation; what lies beyond 9 months was not read.",
      "Прочитано в машинном переводе; что свыше 9 месяцев, не прочитано.",
      "Машиналық аудармадан оқылды; 9 айдан асатыны оқылған жоқ.",
    ),
    changed: changedCriminal,
    source: "zakonpravo.kz CPC 151",
  }),
  rule({
    ...complaint,
    id: "kz-cpc-106-learned",
    title: words(
      "Complaint to court against the prosecutor or the investigation",
      "Жалоба в суд на прокурора или следствие",
      "Прокурорға немесе тергеуге сотқа шағым",
    ),
    startEvent: words("learning of the decision", "день, когда узнали о решении", "шешім туралы білген күн"),
  }),
  rule({
    ...complaint,
    id: "kz-cpc-106-refused",
    title: words(
      "Complaint to court after the prosecutor's refusal",
      "Жалоба в суд после отказа прокурора",
      "Прокурор бас тартқаннан кейін сотқа шағым",
    ),
    startEvent: words("the prosecutor's refusal", "отказ прокурора", "прокурордың бас тартуы"),
  }),
  rule({
    ...complaint,
    id: "kz-cpc-106-unanswered",
    title: words(
      "Complaint to court when the prosecutor does not answer",
      "Жалоба в суд, если прокурор не отвечает",
      "Прокурор жауап бермегенде сотқа шағым",
    ),
    startEvent: words(
      "the day when 15 days have passed without an answer",
      "день, когда прошло 15 дней без ответа",
      "жауапсыз 15 күн өткен күн",
    ),
  }),
  rule({
    ...appeal,
    id: "kz-cpc-107-investigating-judge",
    title: words(
      "Appeal against the investigating judge",
      "Обжалование постановления следственного судьи",
      "Тергеу судьясының қаулысына шағым",
    ),
    article: "107",
    source: "zakonpravo.kz CPC 107",
  }),
  rule({
    ...appeal,
    id: "kz-cpc-417-appeal",
    title: words("Criminal appeal", "Апелляционная жалоба на приговор", "Үкімге апелляциялық шағым"),
    article: "417",
    caution: words(
      "That it is lodged through the trial court was read; how long there is was not.",
      "Прочитано, что подаётся через суд первой инстанции; срок не прочитан.",
      "Бірінші саты соты арқылы берілетінін оқыдық; мерзімі оқылған жоқ.",
    ),
    source: "zakonpravo.kz CPC 417",
  }),
  rule({
    ...appeal,
    id: "kz-cpc-422-ruling",
    title: words(
      "Complaint against a ruling of the trial court",
      "Частная жалоба на постановление суда",
      "Сот қаулысына жеке шағым",
    ),
    article: "422",
    startEvent: words("the ruling", "вынесение постановления", "қаулы шығарылған күн"),
    source: "zakonpravo.kz CPC 422",
  }),
  rule({
    ...appeal,
    id: "kz-cassation",
    title: words("Cassation", "Кассационная жалоба", "Кассациялық шағым"),
    validFrom: "2025-07-01",
    caution: words(
      "A source speaks of six months without saying whether to file or to decide: nothing is counted from that.",
      "Источник говорит о шести месяцах, не поясняя, на подачу или на рассмотрение: по нему не считаем.",
      "Дереккөз алты ай дейді, бірақ беруге ме, қарауға ма — айтпайды: бұл бойынша есептемейміз.",
    ),
    source: "bakermckenzie insightplus; kazpravda.kz (27 Nov 2025)",
  }),
]
