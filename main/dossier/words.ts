import type { Language } from "../../shared/model/ids.ts"

/** The fixed words of a dossier's pages. The reader's language is the recipient's, not the window's. */
export interface DossierWords {
  readonly evidenceBundle: string
  readonly preparedFor: string
  readonly dated: string
  readonly contents: string
  readonly namesHeading: string
  readonly namesNote: string
  readonly chronology: string
  readonly people: string
  readonly annexList: string
  readonly keptBack: string
  readonly method: string
  readonly methodNote: string
  readonly annex: string
  readonly page: string
  readonly pages: string
  readonly supports: string
  readonly contradicts: string
  readonly mentions: string
  readonly dateUnknown: string
  readonly number: string
  readonly title: string
  readonly bundlePages: string
  readonly covered: string
  readonly noStatements: string
  readonly mediaKeptBack: string
  readonly kindKeptBack: string
  /** In place of a number of pages. */
  readonly recording: string
  /** How recordings were made fit to leave; shown where one is among the annexes. */
  readonly recordingNote: string
  /** What an item is called that nobody has given a title. */
  readonly untitled: Readonly<Record<string, string>>
  readonly verification: Readonly<Record<string, string>>
  readonly roles: Readonly<Record<string, string>>
}

const en: DossierWords = {
  evidenceBundle: "Redacted evidence bundle",
  preparedFor: "Prepared for",
  dated: "Dated",
  contents: "Contents",
  namesHeading: "About the names",
  namesNote:
    "People at risk are named here by pseudonyms that were drawn at random for this recipient alone. Their names are covered on every page of the annexes.",
  chronology: "Chronology",
  people: "People",
  annexList: "Annexes",
  keptBack: "Kept back",
  method: "How this bundle was made and checked",
  methodNote:
    "Each annex is a picture of the original's pages: what had to be covered was burned into the pixels, and the text layer was read again from the burned pixels. The saved files were then searched by parsers other than the one that made them, and their pages were read a second time. Reading by machine can miss words, most of all handwriting; each page was therefore also accepted by a person unless this page says otherwise. The checksums of all files stand in manifest-sha256.txt beside this file; “sha256sum -c manifest-sha256.txt” checks them.",
  annex: "Annex",
  page: "p.",
  pages: "Pages",
  supports: "supports",
  contradicts: "contradicts",
  mentions: "mentions",
  dateUnknown: "date unknown",
  number: "No.",
  title: "Title",
  bundlePages: "Bundle pages",
  covered: "Covered places",
  noStatements: "No evidence is linked to this incident.",
  mediaKeptBack: "sound or moving pictures that nobody has released",
  kindKeptBack: "a kind of file that cannot leave as pages yet",
  recording: "recording",
  recordingNote:
    "Recordings were decoded and written anew: what had to go was silenced, blackened or cut, and nothing of the old file was kept. The saved file was taken apart and decoded again to check this. Nothing finds names, voices or faces in a recording by itself: a person listened to all of it.",
  untitled: {
    pdf: "Document",
    image: "Picture",
    text: "Text",
    mail: "Letter",
    sheet: "Table",
    slides: "Slides",
    audio: "Sound",
    video: "Film",
  },
  verification: {
    unverified: "not yet verified",
    confirmed: "confirmed",
    likely: "likely",
    possible: "possible",
    unlikely: "unlikely",
  },
  roles: {
    victim: "victim",
    "alleged-perpetrator": "alleged perpetrator",
    witness: "witness",
    counsel: "counsel",
    official: "official",
    source: "source",
    relative: "relative",
    present: "present",
    other: "other",
  },
}

const ru: DossierWords = {
  evidenceBundle: "Собрание доказательств с закрытыми именами",
  preparedFor: "Подготовлено для",
  dated: "Дата",
  contents: "Содержание",
  namesHeading: "Об именах",
  namesNote:
    "Люди, которым грозит опасность, названы здесь условными именами, выбранными случайно и только для этого получателя. На всех страницах приложений их имена закрыты.",
  chronology: "Хронология",
  people: "Люди",
  annexList: "Приложения",
  keptBack: "Не передаётся",
  method: "Как это собрание сделано и проверено",
  methodNote:
    "Каждое приложение — изображение страниц оригинала: закрытое выжжено в пикселях, а текстовый слой прочитан заново с готового изображения. Сохранённые файлы затем проверены другими программами разбора, а страницы прочитаны второй раз. Машинное чтение может пропустить слова, особенно рукописные, поэтому каждую страницу принял и человек, если здесь не сказано иное. Контрольные суммы всех файлов — в manifest-sha256.txt рядом с этим файлом; их проверяет “sha256sum -c manifest-sha256.txt”.",
  annex: "Приложение",
  page: "с.",
  pages: "Страницы",
  supports: "подтверждает",
  contradicts: "противоречит",
  mentions: "упоминает",
  dateUnknown: "дата неизвестна",
  number: "№",
  title: "Название",
  bundlePages: "Страницы собрания",
  covered: "Закрытых мест",
  noStatements: "С этим событием не связано ни одно доказательство.",
  mediaKeptBack: "звук или видео, которые никто не разрешил передать",
  kindKeptBack: "такой вид файла пока нельзя передать в виде страниц",
  recording: "запись",
  recordingNote:
    "Записи были декодированы и записаны заново: то, что не должно было уйти, заглушено, затемнено или вырезано, от прежнего файла ничего не осталось. Сохранённый файл для проверки снова разобран и декодирован. Имена, голоса и лица в записи сами собой не находятся: человек прослушал её целиком.",
  untitled: {
    pdf: "Документ",
    image: "Снимок",
    text: "Текст",
    mail: "Письмо",
    sheet: "Таблица",
    slides: "Слайды",
    audio: "Звук",
    video: "Видео",
  },
  verification: {
    unverified: "ещё не проверено",
    confirmed: "подтверждено",
    likely: "вероятно",
    possible: "возможно",
    unlikely: "маловероятно",
  },
  roles: {
    victim: "пострадавший",
    "alleged-perpetrator": "предполагаемый нарушитель",
    witness: "свидетель",
    counsel: "адвокат",
    official: "должностное лицо",
    source: "источник",
    relative: "родственник",
    present: "присутствовал",
    other: "иное",
  },
}

const kk: DossierWords = {
  evidenceBundle: "Есімдері жабылған дәлелдемелер жинағы",
  preparedFor: "Кімге дайындалды",
  dated: "Күні",
  contents: "Мазмұны",
  namesHeading: "Есімдер туралы",
  namesNote:
    "Қауіп төнген адамдар мұнда тек осы алушы үшін кездейсоқ таңдалған шартты атпен аталады. Қосымшалардың барлық беттерінде олардың есімдері жабылған.",
  chronology: "Оқиғалар реті",
  people: "Адамдар",
  annexList: "Қосымшалар",
  keptBack: "Берілмейді",
  method: "Бұл жинақ қалай жасалды және тексерілді",
  methodNote:
    "Әр қосымша — түпнұсқа беттерінің суреті: жабылуға тиіс жерлер пиксельдерге күйдіріліп жазылды, ал мәтін қабаты дайын суреттен қайта оқылды. Сақталған файлдар кейін басқа талдаушы бағдарламалармен тексеріліп, беттері екінші рет оқылды. Машинамен оқу кей сөздерді, әсіресе қолжазбаны, өткізіп алуы мүмкін, сондықтан мұнда өзгеше айтылмаса, әр бетті адам да қабылдады. Барлық файлдардың бақылау сомалары осы файлдың қасындағы manifest-sha256.txt ішінде; оларды “sha256sum -c manifest-sha256.txt” тексереді.",
  annex: "Қосымша",
  page: "б.",
  pages: "Беттер",
  supports: "растайды",
  contradicts: "қайшы келеді",
  mentions: "атап өтеді",
  dateUnknown: "күні белгісіз",
  number: "№",
  title: "Атауы",
  bundlePages: "Жинақ беттері",
  covered: "Жабылған жерлер",
  noStatements: "Бұл оқиғаға ешқандай дәлелдеме байланыстырылмаған.",
  mediaKeptBack: "ешкім беруге рұқсат етпеген дыбыс немесе бейне",
  kindKeptBack: "файлдың бұл түрін әзірге бет түрінде беруге болмайды",
  recording: "жазба",
  recordingNote:
    "Жазбалар қайта декодталып, жаңадан жазылды: кетпеуі тиіс жерлері өшірілді, қарайтылды немесе қиып алынды, бұрынғы файлдан ештеңе қалмады. Сақталған файл тексеру үшін қайта талданып, декодталды. Жазбадағы есімдер, дауыстар мен беттер өздігінен табылмайды: адам оны түгел тыңдады.",
  untitled: {
    pdf: "Құжат",
    image: "Сурет",
    text: "Мәтін",
    mail: "Хат",
    sheet: "Кесте",
    slides: "Слайдтар",
    audio: "Дыбыс",
    video: "Бейне",
  },
  verification: {
    unverified: "әлі тексерілмеген",
    confirmed: "расталған",
    likely: "ықтимал",
    possible: "мүмкін",
    unlikely: "екіталай",
  },
  roles: {
    victim: "жәбірленуші",
    "alleged-perpetrator": "болжамды бұзушы",
    witness: "куә",
    counsel: "адвокат",
    official: "лауазымды адам",
    source: "дереккөз",
    relative: "туысы",
    present: "қатысқан",
    other: "басқа",
  },
}

export const dossierWords: Readonly<Record<Language, DossierWords>> = { en, ru, kk }
