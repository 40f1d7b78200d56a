import { answer, date, kind, lines, long, terms, text } from "./declare.ts"

/** The case itself, and what makes daily work in it quick. */

export const caseKind = kind("case", {
  label: ["Case", "Дело", "Іс"],
  plural: ["Cases", "Дела", "Істер"],
  stateFrom: "status",
  fields: {
    lead: text("Lead", "Ответственный", "Жауапты"),
    languages: terms("languages", "Languages", "Языки", "Тілдер"),
    legalHold: answer("Legal hold: nothing may be deleted", "Запрет на удаление", "Жоюға тыйым"),
    holdReason: text("Why it is held", "Почему запрещено", "Неге тыйым салынды"),
    closedOn: date("Closed on", "Закрыто", "Жабылған күні"),
    retainUntil: date("Keep until", "Хранить до", "Қашанға дейін сақтау"),
    closing: lines(
      {
        what: text("What", "Что", "Не"),
        done: answer("Done", "Сделано", "Орындалды"),
        on: date("When", "Когда", "Қашан"),
      },
      "Before it is closed",
      "Перед закрытием",
      "Жабар алдында",
    ),
  },
})

/** A view that somebody saved: which list, how it is narrowed, sorted and grouped, as JSON. */
export const view = kind("view", {
  label: ["Saved view", "Сохранённый вид", "Сақталған көрініс"],
  plural: ["Saved views", "Сохранённые виды", "Сақталған көріністер"],
  titleFrom: ["title"],
  stateFrom: "of",
  fields: {
    title: text("Name", "Название", "Атауы"),
    of: text("List", "Список", "Тізім"),
    definition: long("Definition", "Описание", "Сипаттама"),
  },
})

/** What a frequent entry begins with: the kind and its first answers, as JSON. */
export const template = kind("template", {
  label: ["Template", "Шаблон", "Үлгі"],
  plural: ["Templates", "Шаблоны", "Үлгілер"],
  titleFrom: ["title"],
  stateFrom: "of",
  fields: {
    title: text("Name", "Название", "Атауы"),
    of: text("Of what", "Чего", "Ненің"),
    definition: long("Answers it begins with", "Начальные ответы", "Бастапқы жауаптар"),
  },
})
