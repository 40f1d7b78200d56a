import {
  answer,
  date,
  gradeHistory,
  kind,
  lines,
  long,
  ref,
  refs,
  sourcesRegraded,
  term,
  terms,
  text,
} from "./declare.ts"

/** Who, and what may be said of them to whom. */

export const actor = kind("actor", {
  label: ["Person or body", "Лицо или организация", "Тұлға немесе ұйым"],
  plural: ["People and bodies", "Лица и организации", "Тұлғалар мен ұйымдар"],
  fields: {
    born: date("Born", "Дата рождения", "Туған күні"),
    gender: term("genders", "Gender, as stated", "Пол, со слов лица", "Жынысы, өз сөзінше"),
    occupation: text("Occupation", "Занятие", "Кәсібі"),
    nationalities: terms("countries", "Nationality", "Гражданство", "Азаматтығы"),
    ethnicity: text("Ethnicity, as stated", "Этническая принадлежность, со слов", "Ұлты, өз сөзінше"),
    address: text("Address", "Адрес", "Мекенжайы"),
    publicFigure: answer(
      "Public figure or official",
      "Публичное или должностное лицо",
      "Қоғамға белгілі не лауазымды тұлға",
    ),
    namingDecision: text("Why this person may be named", "Почему лицо может быть названо", "Неге атын атауға болады"),
    died: date("Died", "Дата смерти", "Қайтыс болған күні"),
    reliability: term(
      "reliability",
      "Reliability as a source",
      "Надёжность как источника",
      "Дереккөз ретінде сенімділігі",
    ),
    reliabilityReason: text("Why", "Почему", "Неге"),
    gradeHistory,
    legalForm: text("Legal form", "Правовая форма", "Құқықтық нысаны"),
    registration: text("Registration", "Регистрация", "Тіркелуі"),
  },
})

export const affiliation = kind("affiliation", {
  label: ["Affiliation", "Принадлежность", "Мүшелігі"],
  plural: ["Affiliations", "Принадлежность", "Мүшеліктер"],
  parents: ["actor"],
  titleFrom: ["position"],
  dateFrom: "dates",
  stateFrom: "type",
  fields: {
    type: term("affiliations", "Kind", "Вид", "Түрі"),
    to: ref(["actor"], "With whom", "С кем или чем", "Кіммен немесе немен"),
    position: text("Position", "Должность", "Лауазымы"),
    dates: date("When", "Когда", "Қашан"),
  },
})

export const consent = kind("consent", {
  label: ["Consent", "Согласие", "Келісім"],
  plural: ["Consents", "Согласия", "Келісімдер"],
  parents: ["actor"],
  titleFrom: ["recipient"],
  dateFrom: "givenOn",
  stateFrom: "audience",
  fields: {
    audience: term("consent-audiences", "For whom", "Для кого", "Кім үшін"),
    recipient: text("Which one, by name", "Кому именно", "Нақты кімге"),
    purposes: terms("consent-purposes", "To what", "На что", "Неге"),
    given: answer("Agreed", "Согласие дано", "Келісім берілді"),
    nameForm: term("name-forms", "How to be named", "Как называть", "Қалай аталады"),
    form: term("consent-forms", "Form", "Форма", "Нысаны"),
    givenBy: term("consent-givers", "Given by", "Кем дано", "Кім берді"),
    giver: ref(["actor"], "Given by whom", "Кем именно", "Нақты кім"),
    basis: text(
      "Basis, where the person cannot be asked",
      "Основание, если спросить нельзя",
      "Сұрау мүмкін болмаса, негізі",
    ),
    givenOn: date("Given on", "Когда дано", "Қашан берілді"),
    validUntil: date("Valid until", "Действует до", "Қашанға дейін жарамды"),
    withdrawnOn: date("Withdrawn on", "Отозвано", "Қайтарып алынған күні"),
    evidence: refs(["evidence"], "Evidence of it", "Подтверждение", "Дәлелі"),
    toldLetter: answer(
      "Told that a letter goes to the authorities",
      "Знает, что письмо уйдёт властям",
      "Хат билікке кететінін біледі",
    ),
    toldPublic: answer(
      "Knows that a summary will be public",
      "Знает, что изложение станет публичным",
      "Мазмұны жария болатынын біледі",
    ),
  },
})

export const risk = kind("risk", {
  label: ["Risk", "Риск", "Қауіп"],
  plural: ["Risks", "Риски", "Қауіптер"],
  parents: ["actor"],
  titleFrom: ["what"],
  dateFrom: "reviewedOn",
  stateFrom: "level",
  fields: {
    what: text("What could happen", "Что может случиться", "Не болуы мүмкін"),
    type: terms("risks", "Kind", "Вид", "Түрі"),
    level: term("risk-levels", "How grave", "Насколько серьёзно", "Қаншалықты ауыр"),
    ifKnown: text("If what becomes known", "Если станет известно", "Не белгілі болса"),
    toWhom: refs(["actor"], "To whom else", "Кому ещё", "Тағы кімге"),
    measures: long("Measures", "Меры", "Шаралар"),
    reviewedOn: date("Looked at on", "Пересмотрено", "Қаралған күні"),
  },
})

export const disclosure = kind("disclosure", {
  label: ["Disclosure", "Передача сведений", "Мәлімет беру"],
  plural: ["Disclosures", "Передачи сведений", "Мәлімет берулер"],
  titleFrom: ["recipient"],
  dateFrom: "on",
  stateFrom: "audience",
  fields: {
    recipient: text("To whom", "Кому", "Кімге"),
    audience: term("consent-audiences", "Audience", "Адресат", "Алушы"),
    on: date("When", "Когда", "Қашан"),
    what: text("What", "Что", "Не"),
    version: text("Version, hash", "Версия, хеш", "Нұсқасы, хеші"),
    evidence: refs(["evidence"], "Items", "Материалы", "Материалдар"),
    people: refs(["actor"], "Who is named in it", "Кто в нём назван", "Онда кім аталған"),
    dossier: text("Dossier", "Досье", "Дерекқұжат"),
    how: text("How", "Каким способом", "Қандай жолмен"),
    sourcesRegraded,
  },
})

export const intervention = kind("intervention", {
  label: ["Intervention", "Помощь и обращения", "Көмек пен үндеу"],
  plural: ["Interventions", "Помощь и обращения", "Көмек пен үндеулер"],
  titleFrom: ["title"],
  dateFrom: "on",
  stateFrom: "type",
  fields: {
    title: text("In short", "Кратко", "Қысқаша"),
    type: term("intervention-kinds", "Kind", "Вид", "Түрі"),
    by: refs(["actor"], "By whom", "Кем", "Кім"),
    forWhom: refs(
      ["actor", "incident", "proceeding"],
      "For whom or what",
      "Для кого или чего",
      "Кім үшін немесе не үшін",
    ),
    to: text("Addressed to", "К кому обращено", "Кімге бағытталған"),
    on: date("When", "Когда", "Қашан"),
    response: term("responses", "Response", "Ответ", "Жауап"),
    responseOn: date("Answered on", "Когда ответили", "Жауап берілген күні"),
    effect: long("Effect", "Результат", "Нәтижесі"),
    steps: lines({ on: date("When", "Когда", "Қашан"), what: text("What", "Что", "Не") }, "Steps", "Шаги", "Қадамдар"),
  },
})
