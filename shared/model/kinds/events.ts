import { answer, date, kind, lines, long, number, place, ref, refs, term, terms, text } from "./declare.ts"

/** Who did what to whom: an incident's own further fields, its acts, who was involved, and how incidents hang together. */

export const incident = kind("incident", {
  label: ["Incident", "Событие", "Оқиға"],
  plural: ["Incidents", "События", "Оқиғалар"],
  stateFrom: "verification",
  fields: {
    rightsAffected: terms("rights", "Rights affected", "Затронутые права", "Қозғалған құқықтар"),
    monitoring: term("monitoring", "Monitoring status", "Состояние наблюдения", "Бақылау жағдайы"),
    location: place("Place, exactly", "Место, точно", "Нақты орны"),
    region: term("regions", "Region", "Область", "Облыс"),
    context: long("Context", "Обстановка", "Жағдай"),
    distressing: answer("Distressing", "Тяжёлое содержание", "Ауыр мазмұн"),
  },
})

const inventory = {
  object: text("Item", "Предмет", "Зат"),
  marks: text("Make, model, serial number", "Марка, модель, серийный номер", "Маркасы, моделі, сериялық нөмірі"),
  quantity: number("Quantity", "Количество", "Саны"),
  spot: text("Where found", "Где найдено", "Қай жерден табылды"),
  packaging: text("Packaging", "Упаковка", "Орамасы"),
  seal: text("Seal", "Пломба", "Пломба"),
  condition: term("conditions", "Condition", "Состояние", "Күйі"),
  returned: answer("Returned", "Возвращено", "Қайтарылды"),
  returnedOn: date("Returned on", "Дата возврата", "Қайтарылған күні"),
  returnedCondition: term("conditions", "Condition when returned", "Состояние при возврате", "Қайтарылғандағы күйі"),
  disputed: answer("Disputed by the owner", "Оспаривается владельцем", "Иесі даулайды"),
  remark: text("Remark", "Замечание", "Ескерту"),
}

const transfers = {
  on: date("Date", "Дата", "Күні"),
  from: text("From", "Откуда", "Қайдан"),
  to: text("To", "Куда", "Қайда"),
  reason: text("Reason given", "Указанная причина", "Көрсетілген себеп"),
}

/** What was done. Fields by kind of act stand together: those that do not apply are left alone. */
export const act = kind("act", {
  label: ["Act", "Действие", "Әрекет"],
  plural: ["Acts", "Действия", "Әрекеттер"],
  parents: ["incident"],
  titleFrom: ["title"],
  dateFrom: "dates",
  stateFrom: "type",
  fields: {
    type: term("acts", "What was done", "Что было сделано", "Не істелді"),
    title: text("In short", "Кратко", "Қысқаша"),
    dates: date("When", "Когда", "Қашан"),
    location: place("Exact place", "Точное место", "Нақты орны"),
    method: terms("methods", "Method", "Способ", "Тәсілі"),
    instrument: terms("instruments", "Instrument", "Орудие", "Құралы"),
    reason: text("Reason stated", "Названная причина", "Аталған себеп"),
    provisions: refs(["provision"], "Law cited", "Указанная норма", "Сілтенген норма"),
    consequences: long("Consequences", "Последствия", "Салдары"),
    statusAtEnd: term("act-statuses", "Status at the end", "Положение в конце", "Соңғы жағдай"),
    rights: terms("rights", "Rights affected", "Затронутые права", "Қозғалған құқықтар"),
    // Detention
    detentionKind: term("detention-kinds", "Kind of detention", "Вид задержания", "Ұстау түрі"),
    custodyPlace: place("Place of custody", "Место содержания", "Ұстау орны"),
    custodyKind: term("custody-places", "Kind of place", "Вид места", "Орын түрі"),
    whereabouts: term("whereabouts", "Whereabouts", "Местонахождение", "Қайда екені"),
    charges: long("Charges", "Обвинения", "Айыптаулар"),
    counselAccess: term("counsel-access", "Access to counsel", "Доступ к адвокату", "Қорғаушыға қолжетімділік"),
    familyContact: term("family-contact", "Contact with family", "Связь с семьёй", "Отбасымен байланыс"),
    court: text("Court", "Суд", "Сот"),
    transfers: lines(transfers, "Transfers", "Переводы", "Ауыстырулар"),
    releasedOn: date("Released on", "Дата освобождения", "Босатылған күні"),
    releaseConditions: text("Conditions of release", "Условия освобождения", "Босату шарттары"),
    // Killing
    causeOfDeath: text("Cause of death", "Причина смерти", "Өлім себебі"),
    bodyReturned: answer("Body returned to the family", "Тело передано семье", "Мәйіт отбасына берілді"),
    autopsy: term("autopsies", "Autopsy", "Вскрытие", "Сот-медициналық сараптама"),
    // Torture or ill-treatment, by headings of the Istanbul Protocol
    statementSigned: term("statement-signing", "Statement signed", "Показания подписаны", "Түсініктеме қол қойылған"),
    medicalAttention: term("medical-attention", "Medical attention", "Медицинская помощь", "Медициналық көмек"),
    objects: terms("instruments", "Objects used", "Применённые предметы", "Қолданылған заттар"),
    intent: terms("torture-intents", "Purpose", "Цель", "Мақсаты"),
    injuries: long("Injuries", "Повреждения", "Жарақаттар"),
    // Search and seizure
    warrant: answer("Warrant shown", "Санкция предъявлена", "Санкция көрсетілді"),
    warrantBy: text("Sanctioned by", "Кем санкционировано", "Кім санкция берді"),
    presentPersons: text("Persons present", "Присутствовали", "Қатысқандар"),
    filmed: answer("Recorded on video", "Велась видеозапись", "Бейнежазба жүргізілді"),
    inventory: lines(inventory, "Inventory", "Опись", "Тізімдеме"),
    copyHanded: text("Copy handed to", "Копия вручена", "Көшірмесі берілді"),
    // Administrative measure
    body: ref(["actor"], "Body", "Орган", "Орган"),
    measure: term("administrative-measures", "Measure", "Мера", "Шара"),
    amount: number("Amount", "Сумма", "Сомасы"),
    currency: text("Currency", "Валюта", "Валюта"),
    payBy: date("Deadline", "Срок исполнения", "Орындау мерзімі"),
    // Restriction
    restriction: term("restrictions", "Restriction", "Ограничение", "Шектеу"),
    subjectOf: text("What was restricted", "Что ограничено", "Не шектелді"),
    until: date("Until", "До какого времени", "Қашанға дейін"),
  },
})

const statusOverTime = {
  on: date("When", "Когда", "Қашан"),
  status: text("Status", "Положение", "Жағдайы"),
}

export const involvement = kind("involvement", {
  label: ["Involvement", "Участие", "Қатысу"],
  plural: ["Involvements", "Участие", "Қатысулар"],
  fields: {
    act: ref(["act"], "In which act", "В каком действии", "Қай әрекетте"),
    roleDetail: term("involvement-roles", "Role, exactly", "Роль, точно", "Нақты рөлі"),
    degree: term("degrees", "Degree", "Степень участия", "Қатысу дәрежесі"),
    attribution: terms("attributions", "Attributed by", "На чём основано", "Неге негізделген"),
    victimRole: term("victim-roles", "Victim, as what", "Кем был пострадавший", "Жәбірленуші кім болған"),
    victimStatus: term("victim-statuses", "Victim's status", "Положение пострадавшего", "Жәбірленушінің жағдайы"),
    perpetratorType: term("perpetrator-types", "Kind of perpetrator", "Кто исполнитель", "Орындаушы кім"),
    position: text("Position then", "Должность тогда", "Сол кездегі лауазымы"),
    statuses: lines(statusOverTime, "Status over time", "Положение со временем", "Уақыт бойынша жағдайы"),
  },
})

export const relation = kind("relation", {
  label: ["Relation of incidents", "Связь событий", "Оқиғалар байланысы"],
  plural: ["Relations of incidents", "Связи событий", "Оқиғалар байланыстары"],
  parents: ["incident"],
  titleFrom: ["why"],
  stateFrom: "type",
  fields: {
    type: term("incident-relations", "How", "Как связаны", "Қалай байланысты"),
    to: ref(["incident"], "Other incident", "Другое событие", "Басқа оқиға"),
    why: text("On what ground", "На каком основании", "Қандай негізде"),
  },
})
