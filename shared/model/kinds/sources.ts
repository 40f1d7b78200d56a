import { answer, date, gradeHistory, kind, long, number, place, ref, refs, term, terms, text } from "./declare.ts"

/** How it is known: evidence, things outside the vault, what sources say, and what is claimed on their ground. */

export const evidence = kind("evidence", {
  label: ["Evidence", "Доказательство", "Дәлел"],
  plural: ["Evidence", "Доказательства", "Дәлелдер"],
  fields: {
    author: ref(["actor"], "Author", "Автор", "Авторы"),
    authorWords: text("Author, in words", "Автор, словами", "Авторы, сөзбен"),
    madeOn: date("Made when", "Когда создано", "Қашан жасалды"),
    madeWhere: place("Made where", "Где создано", "Қайда жасалды"),
    originality: term("copies", "Original or copy", "Оригинал или копия", "Түпнұсқа немесе көшірме"),
    originalHeld: text("Where the original is", "Где находится оригинал", "Түпнұсқа қайда"),
    edited: answer("Edited", "Изменено", "Өңделген"),
    address: text("Address online", "Адрес в интернете", "Интернеттегі мекенжай"),
    capturedAt: date("Captured on", "Снято с сайта", "Сайттан алынған күні"),
    captureTool: text("Captured with", "Чем снято", "Немен алынды"),
    languages: terms("languages", "Languages", "Языки", "Тілдер"),
    authenticity: term("authenticity", "Authenticity", "Подлинность", "Түпнұсқалығы"),
    authenticityNotes: long("Authenticity, notes", "Подлинность, пояснения", "Түпнұсқалық туралы"),
    reliability: term("reliability", "Reliability of the source", "Надёжность источника", "Дереккөз сенімділігі"),
    credibility: term("credibility", "Credibility of the information", "Достоверность сведений", "Мәліметтің растығы"),
    gradeHistory,
    privileged: answer("Privileged (lawyer and client)", "Адвокатская тайна", "Адвокаттық құпия"),
    privilegeGround: text("Ground of the privilege", "Основание тайны", "Құпия негізі"),
    copyOf: ref(["evidence"], "Derived from", "Получено из", "Неден алынды"),
  },
})

/** Paper, seized devices and other things that are not in the vault. */
export const item = kind("item", {
  label: ["Thing outside the vault", "Предмет вне хранилища", "Қоймадан тыс зат"],
  plural: ["Things outside the vault", "Предметы вне хранилища", "Қоймадан тыс заттар"],
  dateFrom: "obtainedOn",
  stateFrom: "type",
  fields: {
    title: text("What it is", "Что это", "Бұл не"),
    type: term("physical-items", "Kind", "Вид", "Түрі"),
    marks: text("Make, model, serial number", "Марка, модель, серийный номер", "Маркасы, моделі, сериялық нөмірі"),
    quantity: number("Quantity", "Количество", "Саны"),
    condition: term("conditions", "Condition", "Состояние", "Күйі"),
    owner: ref(["actor"], "Owner", "Владелец", "Иесі"),
    obtainedOn: date("Obtained on", "Получено", "Алынған күні"),
    obtainedFrom: text("Obtained from", "От кого получено", "Кімнен алынды"),
    held: text("Where it is kept", "Где хранится", "Қайда сақталады"),
    seal: text("Seal", "Пломба", "Пломба"),
    seizedIn: ref(["act"], "Seized in", "Изъято в ходе", "Қай тергеуде алынды"),
    copies: refs(["evidence"], "Copies in the vault", "Копии в хранилище", "Қоймадағы көшірмелері"),
    disposition: text("Final disposition", "Окончательная судьба", "Соңғы шешім"),
  },
})

/** One step in the custody of a thing, or of an item's original outside the vault. */
export const handover = kind("handover", {
  label: ["Custody entry", "Запись о хранении", "Сақтау жазбасы"],
  plural: ["Custody entries", "Записи о хранении", "Сақтау жазбалары"],
  parents: ["item", "evidence"],
  titleFrom: ["purpose"],
  dateFrom: "on",
  stateFrom: "verb",
  fields: {
    verb: term("custody-verbs", "What happened", "Что произошло", "Не болды"),
    on: date("When", "Когда", "Қашан"),
    time: text("Time and zone", "Время и часовой пояс", "Уақыты мен белдеуі"),
    releasedBy: text("Released by", "Передал", "Тапсырған"),
    receivedBy: text("Received by", "Принял", "Қабылдаған"),
    purpose: text("Purpose", "Цель", "Мақсаты"),
    where: place("Place", "Место", "Орны"),
    condition: term("conditions", "Condition", "Состояние", "Күйі"),
    seal: text("Seal", "Пломба", "Пломба"),
    sha256: text("SHA-256", "SHA-256", "SHA-256"),
    signatures: text("Signatures", "Подписи", "Қолдар"),
  },
})

/** What somebody, or a document, says. */
export const statement = kind("statement", {
  label: ["Statement", "Показание", "Айғақ"],
  plural: ["Statements", "Показания", "Айғақтар"],
  titleFrom: ["title", "summary"],
  dateFrom: "takenOn",
  stateFrom: "circumstances",
  fields: {
    title: text("In short", "Кратко", "Қысқаша"),
    source: ref(["actor"], "Who says it", "Кто говорит", "Кім айтады"),
    document: ref(["evidence"], "In which document", "В каком документе", "Қай құжатта"),
    form: term("source-forms", "Form", "Форма", "Нысаны"),
    takenOn: date("Taken on", "Когда получено", "Қашан алынды"),
    takenBy: text("Taken by", "Кем получено", "Кім алды"),
    language: term("languages", "Language", "Язык", "Тілі"),
    interpreter: text("Interpreter", "Переводчик", "Аудармашы"),
    circumstances: term("statement-circumstances", "Circumstances", "Обстоятельства", "Мән-жайлары"),
    withdrawnOn: date("Withdrawn on", "Когда отозвано", "Қашан қайтарып алынды"),
    broadcast: answer("Broadcast or published", "Показано или опубликовано", "Көрсетілген немесе жарияланған"),
    summary: long("What it says", "Что сказано", "Не айтылған"),
    reliability: term("reliability", "Reliability of the source", "Надёжность источника", "Дереккөз сенімділігі"),
    credibility: term("credibility", "Credibility of the information", "Достоверность сведений", "Мәліметтің растығы"),
    gradeHistory,
    about: refs(["incident", "act", "actor", "proceeding"], "About", "О чём", "Не туралы"),
    contradicts: refs(["statement"], "Contradicts", "Противоречит", "Қайшы келеді"),
  },
})

/** One assertion, about any record or field. */
export const claim = kind("claim", {
  label: ["Claim", "Утверждение", "Тұжырым"],
  plural: ["Claims", "Утверждения", "Тұжырымдар"],
  titleFrom: ["text"],
  dateFrom: "dates",
  stateFrom: "verification",
  fields: {
    text: text("What is claimed", "Что утверждается", "Не тұжырымдалады"),
    about: refs(
      ["incident", "act", "actor", "involvement", "proceeding", "evidence", "item"],
      "About",
      "О чём",
      "Не туралы",
    ),
    field: text("Which part of it", "О какой части", "Қай бөлігі туралы"),
    dates: date("When", "Когда", "Қашан"),
    verification: term("verification", "Verification", "Проверка", "Тексеру"),
    disputed: answer("Disputed by the other side", "Оспаривается другой стороной", "Басқа тарап даулайды"),
    reasoning: long("Why we hold it so", "Почему мы так считаем", "Неге солай санаймыз"),
  },
})

/** What a claim rests on, or what speaks against it, each graded for itself. */
export const support = kind("support", {
  label: ["Ground of a claim", "Основание утверждения", "Тұжырым негізі"],
  plural: ["Grounds of a claim", "Основания утверждений", "Тұжырым негіздері"],
  parents: ["claim"],
  titleFrom: ["why"],
  stateFrom: "stance",
  fields: {
    stance: term("link-relations", "Supports or contradicts", "Подтверждает или противоречит", "Растайды немесе қайшы"),
    statement: ref(["statement"], "Statement", "Показание", "Айғақ"),
    passage: ref(["link"], "Passage", "Место в документе", "Құжаттағы орын"),
    evidence: ref(["evidence"], "Evidence", "Доказательство", "Дәлел"),
    reliability: term("reliability", "Reliability of the source", "Надёжность источника", "Дереккөз сенімділігі"),
    credibility: term("credibility", "Credibility of the information", "Достоверность сведений", "Мәліметтің растығы"),
    why: text("How", "Каким образом", "Қалай"),
    gradeHistory,
  },
})

export const link = kind("link", {
  label: ["Passage", "Место в документе", "Құжаттағы орын"],
  plural: ["Passages", "Места в документах", "Құжаттағы орындар"],
  fields: {
    reliability: term("reliability", "Reliability of the source", "Надёжность источника", "Дереккөз сенімділігі"),
    credibility: term("credibility", "Credibility of the information", "Достоверность сведений", "Мәліметтің растығы"),
    gradeHistory,
  },
})
