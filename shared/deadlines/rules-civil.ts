import { words } from "../model/words.ts"
import { codes, rule } from "./declare.ts"
import type { Rule } from "./rule.ts"

const finalForm = words("the decision in its final form", "решение в окончательной форме", "шешімнің түпкілікті нысаны")

export const civilRules: readonly Rule[] = [
  rule({
    id: "kz-administrative-detention",
    title: words("Administrative detention", "Административное задержание", "Әкімшілік ұстау"),
    code: codes.offences,
    textVersion: "2022",
    startEvent: words("the detention in fact", "фактическое задержание", "іс жүзінде ұстау"),
    amount: 3,
    unit: "hours",
    caution: words("Exceptions were not read.", "Исключения не прочитаны.", "Ерекше жағдайлары оқылған жоқ."),
    source: "gov.kz prokuror 312074",
  }),
  rule({
    id: "kz-koap-826-3-decided",
    title: words(
      "Complaint about an administrative offence is decided",
      "Рассмотрение жалобы по делу об административном правонарушении",
      "Әкімшілік құқық бұзушылық ісі бойынша шағымды қарау",
    ),
    code: codes.offences,
    article: "826-3",
    amount: 10,
    unit: "days",
    caution: words(
      "From what it is counted was not read.",
      "С какого дня считать, не прочитано.",
      "Қай күннен саналатыны оқылған жоқ.",
    ),
    source: "zakonpravo.kz KoAP 826-3",
  }),
  rule({
    id: "kz-civil-appeal",
    title: words(
      "Civil appeal",
      "Апелляционная жалоба по гражданскому делу",
      "Азаматтық іс бойынша апелляциялық шағым",
    ),
    code: codes.civil,
    textVersion: "2026-02-18",
    startEvent: finalForm,
    amount: 1,
    unit: "months",
    source: "egov.kz appeal_of_decree",
  }),
  rule({
    id: "kz-civil-429-ruling",
    title: words(
      "Complaint against a civil ruling",
      "Частная жалоба на определение по гражданскому делу",
      "Азаматтық іс бойынша ұйғарымға жеке шағым",
    ),
    code: codes.civil,
    article: "429",
    amount: 10,
    unit: "working-days",
    source: "zakonpravo.kz civil 429 commentary",
  }),
  rule({
    id: "kz-appc-92-complaint",
    title: words(
      "Complaint against an administrative act, to the body",
      "Жалоба на административный акт в орган",
      "Әкімшілік актіге органға шағым",
    ),
    code: codes.administrative,
    article: "92",
    textVersion: "2026",
    startEvent: words("learning of the act", "день, когда узнали об акте", "акт туралы білген күн"),
    amount: 3,
    unit: "months",
    source: "rimap.unhcr.org/node/75501 (19 Mar 2026)",
  }),
  rule({
    id: "kz-appc-168-appeal",
    title: words(
      "Appeal in an administrative case",
      "Апелляционная жалоба по административному делу",
      "Әкімшілік іс бойынша апелляциялық шағым",
    ),
    code: codes.administrative,
    article: "168",
    startEvent: finalForm,
    amount: 2,
    unit: "months",
    source: "qulantany.kz 12137",
  }),
  rule({
    id: "kz-appc-168-ruling",
    title: words(
      "Complaint against a ruling in an administrative case",
      "Частная жалоба на определение по административному делу",
      "Әкімшілік іс бойынша ұйғарымға жеке шағым",
    ),
    code: codes.administrative,
    article: "168",
    amount: 10,
    unit: "working-days",
    source: "qulantany.kz 12137",
  }),
]
