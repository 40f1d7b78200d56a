/** What the pages say that OCR is measured on: ordinary words and invented people, in three languages. Changing it changes the measure. */

export const measuredLanguages = ["en", "ru", "kk"] as const
export type MeasuredLanguage = (typeof measuredLanguages)[number]

interface Words {
  readonly ordinary: readonly string[]
  readonly given: readonly string[]
  readonly surnames: readonly string[]
}

const split = (text: string): readonly string[] => text.trim().split(/\s+/u)

export const measuredWords: Readonly<Record<MeasuredLanguage, Words>> = {
  en: {
    ordinary: split(
      `the statement of witness was taken at district station where officers asked her about papers found during search
      she answered that she had seen two men leave the building shortly after midnight carrying a grey box and later returned
      home through empty street without speaking to anyone because telephone did not work and neighbours were afraid of
      further questions from investigators who had already detained several residents on previous day under article nine`,
    ),
    given: split("Eleanor Marcus Harriet Leopold Winifred Gareth Rosalind Tobias Imogen Desmond"),
    surnames: split(
      `Thornbury Ashgrove Wexley Pendleton Harrowgate Kilbride Farnsby Oakhurst Merridew Stanbrook Lindfield Corbray Hollins
      Redmayne Dunmore Whitlock Barrowby Castleford Edenby Granthorpe`,
    ),
  },
  ru: {
    ordinary: split(
      `протокол допроса свидетеля составлен следователем районного отдела после обыска в квартире где были изъяты бумаги и
      телефон она сообщила что вечером видела двоих мужчин которые вышли из подъезда с большой коробкой а потом вернулись
      домой через двор ни с кем не разговаривая потому что соседи боялись новых вопросов и никто не знал сколько людей уже
      задержали накануне по статье девятой защитник жалобу подал суд отказал решение обжаловано срок истёк ещё объём съезд`,
    ),
    given: split("Елена Марат Светлана Тимур Галина Фёдор Людмила Аркадий Жанна Эдуард"),
    surnames: split(
      `Смирницкая Козловская Ермолаев Щербинин Хлебникова Журавлёв Цветаевский Юдашкина Фомичёв Быстрицкая Подгорный
      Лещинский Чернышова Волобуев Рыжкова Эйдинова Ющенко Объедков Штольцева Гайворонский`,
    ),
  },
  kk: {
    ordinary: split(
      `куәдан жауап алу хаттамасы аудандық бөлімде жасалды тінту кезінде табылған қағаздар мен телефон туралы сұрады ол кешке
      екі ер адамның үйден үлкен қорап көтеріп шыққанын көргенін айтты содан кейін ешкіммен сөйлеспей аула арқылы үйіне
      қайтты өйткені көршілер жаңа сұрақтардан қорықты және алдыңғы күні тоғызыншы бап бойынша қанша адам ұсталғанын ешкім
      білмеді қорғаушы шағым берді сот қабылдамады шешімге наразылық келтірілді мерзімі өтіп кетті әңгіме ғимарат һәм`,
    ),
    given: split("Айгүл Нұрлан Гүлнәр Ерлан Қарлығаш Дәурен Жұлдыз Бекзат Әсел Мұхтар"),
    surnames: split(
      `Нұрғалиев Сейдахметова Өтегенов Қалдыбаева Жұмаділов Әбілқасымова Төлегенов Ыбырайымов Шәріпова Кенжеғұлов
      Мәмбетова Дүйсенбаев Бөкейханова Құрманғазиев Ізтілеуова Үсенбаев Сәтбаева Ғабдуллин Тұяқова Айтқожин`,
    ),
  },
}
