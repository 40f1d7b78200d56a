import { words } from "../model/words.ts"
import { codes, rule } from "./declare.ts"
import type { Rule } from "./rule.ts"

const abuse = words(
  "Later is not refused by itself, but may be held an abuse unless justified.",
  "Позже — не отказ сам по себе, но может быть признано злоупотреблением, если не обосновано.",
  "Кешіксе, өздігінен бас тартылмайды, бірақ негізделмесе, теріс пайдалану деп танылуы мүмкін.",
)
const committee = {
  title: words(
    "Communication to the Human Rights Committee",
    "Сообщение в Комитет по правам человека",
    "Адам құқықтары жөніндегі комитетке хабарлама",
  ),
  code: codes.committee,
  article: "96(c)",
  unit: "years",
  caution: abuse,
  source: "espchhelp.ru/koon/stati/4475 (11 May 2024)",
} as const

export const internationalRules: readonly Rule[] = [
  rule({
    ...committee,
    id: "un-hrc-exhaustion",
    startEvent: words(
      "exhaustion of domestic remedies",
      "исчерпание внутренних средств защиты",
      "ішкі қорғау құралдарын тауысу",
    ),
    amount: 5,
  }),
  rule({
    ...committee,
    id: "un-hrc-other-procedure",
    startEvent: words(
      "the end of another international procedure",
      "окончание другой международной процедуры",
      "басқа халықаралық рәсімнің аяқталуы",
    ),
    amount: 3,
  }),
  rule({
    id: "un-cerd-14-5",
    title: words(
      "Communication to the Committee on racial discrimination",
      "Сообщение в Комитет по расовой дискриминации",
      "Нәсілдік кемсітушілік жөніндегі комитетке хабарлама",
    ),
    code: codes.racial,
    article: "14(5)",
    startEvent: words(
      "the national body's failure to give satisfaction",
      "неудовлетворение национальным органом",
      "ұлттық органның қанағаттандырмауы",
    ),
    amount: 6,
    unit: "months",
    source: "hozir.org handbook p. 239",
  }),
  rule({
    id: "un-wgeid-urgent",
    title: words(
      "Urgent procedure on a disappearance",
      "Срочная процедура об исчезновении",
      "Жоғалту туралы шұғыл рәсім",
    ),
    code: codes.disappearances,
    startEvent: words("the disappearance", "исчезновение", "жоғалған күн"),
    amount: 3,
    unit: "months",
    caution: words(
      "It must have been received by then; linked cases up to one year.",
      "К этому дню должно быть получено; связанные случаи — до одного года.",
      "Осы күнге қарай алынуы тиіс; байланысты істер — бір жылға дейін.",
    ),
    source: "ohchr.org wg-disappearances/reporting; ohchr.org wg-disappearances/procedures",
  }),
  rule({
    id: "un-wgad-state-reply",
    title: words(
      "Reply of the State to the Working Group on Arbitrary Detention",
      "Ответ государства Рабочей группе по произвольным задержаниям",
      "Мемлекеттің Негізсіз ұстау жөніндегі жұмыс тобына жауабы",
    ),
    code: codes.detention,
    startEvent: words("transmission to the State", "передача государству", "мемлекетке жолданған күн"),
    amount: 60,
    unit: "days",
    source: "OHCHR detention Complaints.aspx (mirror)",
  }),
]
