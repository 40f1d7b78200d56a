import {
  answer,
  chain,
  date,
  kind,
  lines,
  long,
  number,
  ref,
  refs,
  sourcesRegraded,
  term,
  terms,
  text,
} from "./declare.ts"

/** Where it is fought out: proceedings, what was tried at home, what falls due, what was filed. */

export const proceeding = kind("proceeding", {
  label: ["Proceeding", "Производство", "Іс жүргізу"],
  plural: ["Proceedings", "Производства", "Іс жүргізулер"],
  titleFrom: ["title", "number"],
  dateFrom: "dates",
  stateFrom: "stage",
  fields: {
    title: text("Title", "Название", "Атауы"),
    type: term("proceeding-kinds", "Kind", "Вид", "Түрі"),
    number: text("Number", "Номер", "Нөмірі"),
    court: ref(["actor"], "Court or body", "Суд или орган", "Сот немесе орган"),
    courtKind: term("court-kinds", "Instance", "Инстанция", "Саты"),
    judge: ref(["actor"], "Judge or official", "Судья или должностное лицо", "Судья немесе лауазымды тұлға"),
    stage: term("proceeding-stages", "Stage", "Стадия", "Кезеңі"),
    dates: date("From and to", "Начало и конец", "Басы мен соңы"),
    provisions: refs(["provision"], "Provisions", "Нормы", "Нормалар"),
    incidents: refs(["incident", "act"], "About", "О чём", "Не туралы"),
    appealOf: chain(["proceeding"], "Appeal in", "Обжалование по", "Қай іс бойынша шағым"),
    final: answer("Decision is final", "Решение вступило в силу", "Шешім күшіне енді"),
    exhaustion: long("Domestic remedies: argument", "Исчерпание: обоснование", "Ішкі құралдар: негіздеме"),
    stages: lines(
      {
        on: date("When", "Когда", "Қашан"),
        stage: term("proceeding-stages", "Stage", "Стадия", "Кезеңі"),
        what: text("What", "Что", "Не"),
      },
      "Stages",
      "Стадии",
      "Кезеңдері",
    ),
  },
})

export const hearing = kind("hearing", {
  label: ["Hearing", "Заседание", "Отырыс"],
  plural: ["Hearings", "Заседания", "Отырыстар"],
  parents: ["proceeding"],
  titleFrom: ["title"],
  dateFrom: "on",
  stateFrom: "openness",
  fields: {
    title: text("In short", "Кратко", "Қысқаша"),
    on: date("When", "Когда", "Қашан"),
    time: text("Time", "Время", "Уақыты"),
    room: text("Where", "Где", "Қайда"),
    openness: term("openness", "Open or closed", "Открытое или закрытое", "Ашық немесе жабық"),
    present: refs(["actor"], "Present", "Присутствовали", "Қатысқандар"),
    what: long("What happened", "Что произошло", "Не болды"),
  },
})

export const decision = kind("decision", {
  label: ["Decision", "Решение", "Шешім"],
  plural: ["Decisions", "Решения", "Шешімдер"],
  parents: ["proceeding"],
  titleFrom: ["title"],
  dateFrom: "on",
  stateFrom: "outcome",
  fields: {
    title: text("In short", "Кратко", "Қысқаша"),
    on: date("Decided on", "Дата решения", "Шешім күні"),
    servedOn: date("Served on", "Дата вручения", "Тапсырылған күні"),
    inForceOn: date("In force from", "Вступило в силу", "Күшіне енген күні"),
    outcome: term("decision-outcomes", "Outcome", "Исход", "Нәтижесі"),
    sanction: text("Sanction", "Наказание", "Жаза"),
    amount: number("Amount", "Сумма", "Сомасы"),
    reasons: long("Reasons", "Мотивы", "Уәждер"),
    remediesDue: long("Remedies due", "Что должно быть сделано", "Не істелуі тиіс"),
    followUpOn: date("Follow-up due", "Срок исполнения", "Орындау мерзімі"),
    provisions: refs(["provision"], "Provisions", "Нормы", "Нормалар"),
    document: refs(["evidence"], "Document", "Документ", "Құжат"),
  },
})

export const party = kind("party", {
  label: ["Party", "Сторона", "Тарап"],
  plural: ["Parties", "Стороны", "Тараптар"],
  parents: ["proceeding"],
  titleFrom: ["note"],
  stateFrom: "role",
  fields: {
    actor: ref(["actor"], "Who", "Кто", "Кім"),
    role: term("party-roles", "Role", "Роль", "Рөлі"),
    dates: date("From and to", "Начало и конец", "Басы мен соңы"),
    representedBy: refs(["actor"], "Represented by", "Представитель", "Өкілі"),
  },
})

export const remedy = kind("remedy", {
  label: ["Domestic remedy", "Внутреннее средство защиты", "Ішкі қорғау құралы"],
  plural: ["Domestic remedies", "Внутренние средства защиты", "Ішкі қорғау құралдары"],
  titleFrom: ["title"],
  dateFrom: "triedOn",
  stateFrom: "result",
  fields: {
    title: text("Which", "Какое", "Қандай"),
    body: ref(["actor"], "Body", "Орган", "Орган"),
    proceeding: ref(["proceeding"], "Proceeding", "Производство", "Іс жүргізу"),
    forWhom: refs(["actor", "incident", "claim"], "For", "По чему", "Не бойынша"),
    tried: answer("Tried", "Использовано", "Қолданылды"),
    triedOn: date("Tried on", "Когда", "Қашан"),
    result: term("remedy-results", "Result", "Результат", "Нәтижесі"),
    resultOn: date("Result on", "Дата результата", "Нәтиже күні"),
    whyNot: terms(
      "remedy-reasons",
      "Why not available or not effective",
      "Почему недоступно или неэффективно",
      "Неге қолжетімсіз немесе тиімсіз",
    ),
    argument: long("Argument", "Обоснование", "Негіздеме"),
    evidence: refs(["evidence"], "Evidence", "Доказательства", "Дәлелдер"),
  },
})

export const provision = kind("provision", {
  label: ["Legal provision", "Правовая норма", "Құқықтық норма"],
  plural: ["Legal provisions", "Правовые нормы", "Құқықтық нормалар"],
  titleFrom: ["title", "article"],
  dateFrom: "inForce",
  stateFrom: "instrument",
  fields: {
    title: text("Short title", "Краткое название", "Қысқа атауы"),
    instrument: term("legal-instruments", "Instrument", "Акт", "Акт"),
    instrumentWords: text("Instrument, in words", "Акт, словами", "Акт, сөзбен"),
    article: text("Article", "Статья", "Бап"),
    inForce: date("This version in force", "Действие редакции", "Редакцияның қолданылуы"),
    wording: long("Text", "Текст", "Мәтіні"),
    language: term("languages", "Language", "Язык", "Тілі"),
    source: text("Where it was read", "Где прочитано", "Қайдан оқылды"),
    replaces: chain(["provision"], "Replaces", "Заменяет", "Ауыстырады"),
  },
})

/** A due date with its working: computed from a rule, or set by hand; an edited one keeps both. */
export const deadline = kind("deadline", {
  label: ["Deadline", "Срок", "Мерзім"],
  plural: ["Deadlines", "Сроки", "Мерзімдер"],
  titleFrom: ["title"],
  dateFrom: "due",
  stateFrom: "done",
  fields: {
    title: text("What is due", "Что нужно сделать", "Не істеу керек"),
    rule: text("Rule", "Правило", "Ереже"),
    ruleId: text("Its code in the list", "Его код в списке", "Тізімдегі коды"),
    startEvent: text("Counted from", "Отсчёт от", "Неден басталады"),
    start: date("Start", "Начало", "Басталуы"),
    startTime: text("Hour of the start", "Час начала", "Басталған сағаты"),
    amount: number("How many", "Сколько", "Қанша"),
    unit: term("time-units", "Unit", "Единица", "Бірлік"),
    firstDayCounted: answer("First day counts", "Первый день считается", "Бірінші күн есептеледі"),
    movesFromDayOff: answer(
      "Moves from a day off to the next working day",
      "Переносится с нерабочего дня на следующий рабочий",
      "Демалыс күнінен келесі жұмыс күніне ауысады",
    ),
    daysOff: text("Further days off", "Другие нерабочие дни", "Басқа демалыс күндері"),
    computed: date("Computed date", "Вычисленная дата", "Есептелген күн"),
    working: long("Working", "Расчёт", "Есептеу"),
    due: date("Due", "Срок", "Мерзімі"),
    editedReason: text("Why it differs", "Почему отличается", "Неге өзгеше"),
    source: text("Source of the rule", "Источник правила", "Ереже көзі"),
    verified: answer("Rule checked by a lawyer", "Правило проверено юристом", "Ережені заңгер тексерген"),
    checkedBy: text("Checked by", "Кто проверил", "Кім тексерді"),
    checkedOn: date("Checked on", "Когда проверено", "Қашан тексерілді"),
    of: ref(["proceeding", "decision", "submission", "incident", "consent"], "Of", "К чему", "Неге"),
    who: text("Who does it", "Кто делает", "Кім істейді"),
    remindDays: number("Remind days before", "Напомнить за дней", "Неше күн бұрын еске салу"),
    done: answer("Done", "Сделано", "Орындалды"),
    doneOn: date("Done on", "Когда сделано", "Орындалған күні"),
  },
})

export const task = kind("task", {
  label: ["Task", "Задача", "Тапсырма"],
  plural: ["Tasks", "Задачи", "Тапсырмалар"],
  titleFrom: ["title"],
  dateFrom: "due",
  stateFrom: "done",
  fields: {
    title: text("What", "Что", "Не"),
    due: date("Due", "Срок", "Мерзімі"),
    who: text("Who", "Кто", "Кім"),
    about: refs(["incident", "actor", "evidence", "proceeding", "claim", "submission"], "About", "О чём", "Не туралы"),
    done: answer("Done", "Сделано", "Орындалды"),
    doneOn: date("Done on", "Когда сделано", "Орындалған күні"),
  },
})

export const submission = kind("submission", {
  label: ["Submission", "Обращение в орган", "Органға жолдау"],
  plural: ["Submissions", "Обращения в органы", "Органға жолдаулар"],
  titleFrom: ["title"],
  dateFrom: "filedOn",
  stateFrom: "mechanism",
  fields: {
    title: text("Title", "Название", "Атауы"),
    mechanism: term("mechanisms", "Mechanism", "Механизм", "Механизм"),
    audience: term("consent-audiences", "Audience", "Адресат", "Алушы"),
    language: term("languages", "Language", "Язык", "Тілі"),
    people: refs(["actor"], "For whom", "За кого", "Кім үшін"),
    incidents: refs(["incident"], "About", "О чём", "Не туралы"),
    content: long("Content", "Содержание", "Мазмұны"),
    annexes: refs(["evidence"], "Annexes in order", "Приложения по порядку", "Қосымшалар ретімен"),
    versions: lines(
      {
        on: date("When", "Когда", "Қашан"),
        what: text("What changed", "Что изменено", "Не өзгерді"),
        hash: text("SHA-256", "SHA-256", "SHA-256"),
      },
      "Versions",
      "Версии",
      "Нұсқалар",
    ),
    filedOn: date("Filed on", "Подано", "Берілген күні"),
    reference: text("Reference received", "Полученный номер", "Алынған нөмір"),
    followUpOn: date("Follow-up due", "Следующий шаг до", "Келесі қадам мерзімі"),
    outcome: long("Outcome", "Исход", "Нәтижесі"),
    sourcesRegraded,
  },
})
