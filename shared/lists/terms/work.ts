import { table } from "../table.ts"

/** Short lists of daily work: how a person is named, how open a hearing is, how grave a risk, what time is counted in. */
export const workLists = [
  table(
    "name-forms",
    `
full-name | Full name | Полное имя | Толық аты-жөні
initials | Initials only | Только инициалы | Тек бас әріптері
pseudonym | Pseudonym | Псевдоним | Бүркеншік ат
not-at-all | Not at all | Никак | Мүлде аталмайды
`,
  ),
  table(
    "openness",
    `
open | Open to the public | Открытое | Ашық
partly-closed | Partly closed | Частично закрытое | Ішінара жабық
closed | Closed | Закрытое | Жабық
remote | By video link | По видеосвязи | Бейнебайланыс арқылы
postponed | Postponed | Отложено | Кейінге қалдырылды
`,
  ),
  table(
    "risk-levels",
    `
low | Low | Низкий | Төмен
serious | Serious | Серьёзный | Елеулі
grave | Grave | Тяжёлый | Ауыр
life | To life or liberty | Для жизни или свободы | Өмірге немесе бостандыққа қауіп
`,
  ),
  table(
    "time-units",
    `
days | Days | Дни | Күн
working-days | Working days | Рабочие дни | Жұмыс күні
months | Months | Месяцы | Ай
years | Years | Годы | Жыл
hours | Hours | Часы | Сағат
`,
  ),
]
