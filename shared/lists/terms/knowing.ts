import { table } from "../table.ts"

/** How something is known: statements, grades, evidence and its custody. */
export const knowingLists = [
  table(
    "source-forms",
    `
testimony | Testimony | Свидетельство | Айғақ
  interview | Interview | Интервью, беседа | Сұхбат, әңгіме
  affidavit | Affidavit | Аффидевит, заверенные показания | Аффидевит, куәландырылған айғақ
  written-statement | Written statement | Письменное объяснение | Жазбаша түсініктеме
  phone-call | Telephone call | Телефонный разговор | Телефонмен сөйлесу
  hotline | Hotline call | Звонок на горячую линию | Жедел желіге қоңырау
official-document | Official document | Официальный документ | Ресми құжат
  court-record | Court record | Протокол судебного заседания | Сот отырысының хаттамасы
  judgment | Judgment or ruling | Судебный акт | Сот актісі
  interrogation-record | Interrogation record | Протокол допроса | Жауап алу хаттамасы
  search-record | Search or seizure record | Протокол обыска или выемки | Тінту немесе алу хаттамасы
  detention-record | Record of detention | Протокол задержания | Ұстау хаттамасы
  official-letter | Official letter | Официальное письмо | Ресми хат
  act-of-inspection | Inspection report | Акт проверки | Тексеру актісі
  official-statement | Official statement | Официальное заявление | Ресми мәлімдеме
medical | Medical document | Медицинский документ | Медициналық құжат
  forensic-report | Forensic report | Заключение судебно-медицинской экспертизы | Сот-медициналық сараптама қорытындысы
expert-report | Expert report | Заключение эксперта | Сарапшы қорытындысы
recording | Recording | Запись | Жазба
  audio | Audio | Аудиозапись | Дыбыс жазбасы
  video | Video | Видеозапись | Бейнежазба
  photograph | Photograph | Фотография | Фотосурет
  cctv | Camera footage | Запись камеры наблюдения | Бақылау камерасының жазбасы
  satellite | Satellite picture | Спутниковый снимок | Жерсеріктік сурет
online | Online | Интернет | Интернеттегі дерек
  chat | Chat | Переписка, чат | Хат алмасу, чат
  social-media | Social media post | Публикация в соцсети | Әлеуметтік желідегі жазба
  web-page | Web page | Веб-страница | Веб-парақша
  email | E-mail | Электронное письмо | Электрондық хат
press | Press report | Сообщение прессы | Баспасөз хабары
  broadcast | Broadcast | Теле- или радиопередача | Теле немесе радиохабар
ngo-report | Report of an organisation | Доклад организации | Ұйым баяндамасы
un-document | Document of an international body | Документ международного органа | Халықаралық орган құжаты
personal-document | Letter, diary | Письмо, дневник | Хат, күнделік
financial | Financial or telephone records | Финансовые или телефонные данные | Қаржылық немесе телефон деректері
hearsay | Told by others | С чужих слов | Біреудің сөзінен
anonymous | Anonymous message | Анонимное сообщение | Жасырын хабарлама
`,
  ),
  table(
    "statement-circumstances",
    `
free | Freely given | Добровольно | Өз еркімен
under-oath | Under oath or warned of liability | Под присягой или с предупреждением об ответственности | Ант беріп немесе жауапкершілік туралы ескертіліп
in-custody | In custody | Под стражей | Қамауда
with-counsel | With counsel present | В присутствии адвоката | Адвокат қатысуымен
without-counsel | Without counsel | Без адвоката | Адвокатсыз
duress | Under duress | Под принуждением | Мәжбүрлеумен
torture-alleged | Under alleged torture | Предположительно под пыткой | Болжам бойынша азаптау арқылы
inducement | For a promise or payment | За обещание или плату | Уәде немесе ақы үшін
on-camera | Before a camera of the authorities | Перед камерой властей | Биліктің камерасы алдында
covert | Without knowing of the recording | Без ведома о записи | Жазба туралы білмей
leading-questions | Leading questions | Наводящие вопросы | Бағыттаушы сұрақтармен
through-interpreter | Through an interpreter | Через переводчика | Аудармашы арқылы
long-after | Long after the event | Спустя долгое время | Оқиғадан көп уақыт өткен соң
by-minor | By a minor | Несовершеннолетним | Кәмелетке толмаған адам
withdrawn | Withdrawn later | Позднее отозвано | Кейін қайтарып алынған
changed | Changed later | Позднее изменено | Кейін өзгертілген
confirmed-in-court | Confirmed in court | Подтверждено в суде | Сотта расталған
unknown | Unknown | Неизвестно | Белгісіз
`,
  ),
  table(
    "reliability",
    `
A | A — Completely reliable: never in doubt | A — Полностью надёжен: сомнений не было никогда | A — Толық сенімді: ешқашан күмән болмаған
B | B — Usually reliable: small doubts | B — Обычно надёжен: небольшие сомнения | B — Әдетте сенімді: аздаған күмән бар
C | C — Fairly reliable: was right before, some doubts | C — Довольно надёжен: бывал прав, есть сомнения | C — Біршама сенімді: бұрын дұрыс айтқан, күмән бар
D | D — Not usually reliable: strong doubts | D — Обычно ненадёжен: серьёзные сомнения | D — Әдетте сенімсіз: елеулі күмән бар
E | E — Unreliable: was wrong or dishonest before | E — Ненадёжен: ошибался или лгал | E — Сенімсіз: қателескен немесе өтірік айтқан
F | F — Cannot be judged: too little is known | F — Оценить нельзя: слишком мало известно | F — Бағалау мүмкін емес: мәлімет тым аз
`,
  ),
  table(
    "credibility",
    `
1 | 1 — Confirmed by independent sources | 1 — Подтверждено независимыми источниками | 1 — Тәуелсіз дереккөздер растаған
2 | 2 — Probably true: fits what is known | 2 — Вероятно верно: согласуется с известным | 2 — Шындыққа жақын: белгілі жайттармен сәйкес
3 | 3 — Possibly true: reasonable, not confirmed | 3 — Возможно верно: правдоподобно, не подтверждено | 3 — Шын болуы мүмкін: қисынды, бірақ расталмаған
4 | 4 — Doubtful: possible, not confirmed, little fits | 4 — Сомнительно: возможно, но мало что согласуется | 4 — Күмәнді: мүмкін, бірақ сәйкестігі аз
5 | 5 — Improbable: contradicted by other facts | 5 — Маловероятно: противоречит другим данным | 5 — Екіталай: басқа деректерге қайшы
6 | 6 — Cannot be judged | 6 — Оценить нельзя | 6 — Бағалау мүмкін емес
`,
  ),
  table(
    "verification",
    `
unverified | Not verified | Не проверено | Тексерілмеген
confirmed | Confirmed | Подтверждено | Расталған
likely | Likely | Вероятно | Ықтимал
possible | Possible | Возможно | Мүмкін
unlikely | Unlikely | Маловероятно | Екіталай
`,
  ),
  table(
    "monitoring",
    `
active | Active | Ведётся | Бақылануда
watching | Watched for changes | Отслеживаются изменения | Өзгерістері қадағалануда
pending | Waiting for something | Ожидание | Күту
inactive | Not active | Не ведётся | Бақыланбайды
closed | Closed | Закрыто | Жабық
`,
  ),
  table(
    "incident-relations",
    `
part-of | Part of | Часть | Бөлігі
contains | Contains | Включает | Қамтиды
followed-by | Followed by | За ним последовало | Артынан болған
follows | Follows | Последовало за | Кейін болған
caused | Caused | Повлекло | Себеп болған
caused-by | Caused by | Вызвано | Салдары
retaliation-for | Retaliation for | Месть за | Кек қайтару
same-pattern-as | Same pattern as | Тот же почерк, что и | Ұқсас үлгі
same-time-as | At the same time as | Одновременно с | Бір мезгілде
alternative-account-of | Another account of | Иная версия | Басқа нұсқасы
`,
  ),
  table(
    "date-types",
    `
exact | Exact | Точная | Нақты
estimate | Estimate | Примерная | Шамамен
day-unknown | Day unknown | День неизвестен | Күні белгісіз
month-unknown | Month and day unknown | Месяц и день неизвестны | Айы мен күні белгісіз
range | From one day to another | Период | Кезең
some-time-within | Some time within | В какой-то момент периода | Кезең ішінде бір уақыт
before | Not later than | Не позднее | Кешіктірмей
after | Not earlier than | Не ранее | Ерте емес
disputed | Disputed | Оспаривается | Даулы
unknown | Unknown | Неизвестна | Белгісіз
`,
  ),
  table(
    "place-precisions",
    `
unknown | Not said how exact | Точность не указана | Дәлдігі айтылмаған
exact | Exact | Точно | Дәл
vicinity | Vicinity | Окрестности | Маңы
locality | Locality | Населённый пункт | Елді мекен
region | Region | Регион | Аймақ
`,
  ),
  table(
    "custody-verbs",
    `
received | Received | Получено | Алынды
found | Found | Найдено | Табылды
seized | Seized | Изъято | Алып қойылды
opened | Opened | Открыто | Ашылды
copied | Copied | Скопировано | Көшірілді
exported | Exported | Выгружено | Шығарылды
moved | Moved | Перемещено | Жылжытылды
handed-over | Handed over | Передано | Тапсырылды
lent | Lent | Выдано на время | Уақытша берілді
sealed | Sealed | Запечатано | Мөрленді
unsealed | Seal opened | Вскрыто | Мөрі ашылды
examined | Examined | Исследовано | Зерттелді
photographed | Photographed | Сфотографировано | Суретке түсірілді
returned | Returned | Возвращено | Қайтарылды
found-altered | Found altered | Обнаружено изменение | Өзгергені анықталды
lost | Lost | Утрачено | Жоғалды
destroyed | Destroyed | Уничтожено | Жойылды
`,
  ),
  table(
    "conditions",
    `
intact | Intact | Целое | Бүтін
worn | Worn | Со следами износа | Тозған
damaged | Damaged | Повреждено | Зақымдалған
broken | Not working | Не работает | Жұмыс істемейді
incomplete | Incomplete | Неполное | Толық емес
wet | Wet or soiled | Мокрое или загрязнённое | Су немесе кір
seal-intact | Seal intact | Печать цела | Мөрі бүтін
seal-broken | Seal broken | Печать нарушена | Мөрі бұзылған
no-seal | No seal | Без печати | Мөрсіз
data-missing | Data missing | Данные отсутствуют | Деректері жоқ
data-altered | Data altered | Данные изменены | Деректері өзгертілген
unknown | Unknown | Неизвестно | Белгісіз
`,
  ),
  table(
    "physical-items",
    `
phone | Telephone | Телефон | Телефон
computer | Computer | Компьютер | Компьютер
  laptop | Laptop | Ноутбук | Ноутбук
  tablet | Tablet | Планшет | Планшет
storage | Storage | Носитель информации | Ақпарат тасығыш
  disk | Disk | Жёсткий диск | Қатты диск
  usb-stick | USB stick | Флеш-накопитель | Флеш-жинақтауыш
  memory-card | Memory card | Карта памяти | Жад картасы
  optical-disc | CD, DVD | Оптический диск | Оптикалық диск
sim-card | SIM card | SIM-карта | SIM-карта
camera | Camera | Фото- или видеокамера | Фото немесе бейнекамера
recorder | Voice recorder | Диктофон | Диктофон
router | Router, server | Роутер, сервер | Роутер, сервер құрылғысы
paper | Paper | Бумажный документ | Қағаз құжат
  original-document | Original document | Подлинник документа | Құжаттың түпнұсқасы
  notebook | Notebook, diary | Тетрадь, дневник | Дәптер, күнделік
  passport | Passport, identity card | Паспорт, удостоверение | Төлқұжат, жеке куәлік
  accounts | Accounts, bank papers | Бухгалтерские и банковские бумаги | Бухгалтерлік және банк қағаздары
  stamp | Stamp, seal | Печать, штамп | Мөр, мөртабан
money | Money | Деньги | Ақша
bank-card | Bank card | Банковская карта | Банк картасы
printed-matter | Books, leaflets | Книги, листовки | Кітаптар, парақшалар
banner | Banner, poster | Плакат, баннер | Плакат, ұран жазылған мата
clothing | Clothing | Одежда | Киім
vehicle | Vehicle | Транспортное средство | Көлік құралы
weapon | Weapon, ammunition | Оружие, боеприпасы | Қару, оқ-дәрі
substance | Substance, medicine | Вещество, лекарство | Зат, дәрі
sample | Sample (blood, trace) | Образец (кровь, след) | Үлгі (қан, із)
valuables | Valuables | Ценности | Құнды заттар
other | Other | Другое | Басқа
`,
  ),
  table(
    "link-relations",
    `
supports | Supports | Подтверждает | Растайды
contradicts | Contradicts | Противоречит | Қайшы келеді
depicts | Depicts | Изображает | Бейнелейді
mentions | Mentions | Упоминает | Атап өтеді
original-of | Is the original of | Является оригиналом | Түпнұсқасы болып табылады
copy-of | Is a copy of | Является копией | Көшірмесі болып табылады
translation-of | Is a translation of | Является переводом | Аудармасы болып табылады
extract-of | Is an extract of | Является выдержкой | Үзіндісі болып табылады
answers | Answers | Является ответом на | Жауабы болып табылады
`,
  ),
  table(
    "confidentiality",
    `
open | Open | Открыто | Ашық
internal | Within the organisation | Внутри организации | Ұйым ішінде
restricted | Restricted to the case team | Только команде дела | Тек іс тобына
secret | Named persons only | Только названным лицам | Тек аты аталған адамдарға
privileged | Privileged (lawyer and client) | Адвокатская тайна | Адвокаттық құпия
`,
  ),
  table(
    "copies",
    `
original | Original | Подлинник | Түпнұсқа
certified-copy | Certified copy | Заверенная копия | Куәландырылған көшірме
copy | Copy | Копия | Көшірме
scan | Scan | Скан | Сканерленген көшірме
photo-of-document | Photograph of a document | Фотография документа | Құжаттың фотосуреті
screenshot | Screenshot | Снимок экрана | Экран суреті
web-capture | Saved web page | Сохранённая веб-страница | Сақталған веб-парақша
forensic-image | Forensic image | Побитовая копия | Биттік көшірме
extract | Extract | Выдержка | Үзінді
transcript | Transcript | Расшифровка | Жазбаша мәтіні
translation | Translation | Перевод | Аударма
re-encoded | Re-encoded or forwarded file | Пережатый или пересланный файл | Қайта кодталған немесе қайта жіберілген файл
unknown | Unknown | Неизвестно | Белгісіз
`,
  ),
  table(
    "authenticity",
    `
not-examined | Not examined | Не исследовано | Зерттелмеген
appears-authentic | No sign of alteration | Признаков изменения нет | Өзгерту белгісі жоқ
confirmed | Confirmed | Подлинность подтверждена | Түпнұсқалығы расталған
confirmed-by-author | Confirmed by its author | Подтверждена автором | Авторы растаған
confirmed-by-expert | Confirmed by an expert | Подтверждена экспертом | Сарапшы растаған
edited | Edited | Отредактировано | Өңделген
cropped | Cropped or shortened | Обрезано или сокращено | Қиылған немесе қысқартылған
out-of-context | Out of context | Вне контекста | Мәнмәтіннен тыс
disputed | Disputed | Подлинность оспаривается | Түпнұсқалығына дау бар
suspected-forgery | Suspected forgery | Подозрение на подделку | Жалған деген күдік бар
forged | Forged | Подделка | Жалған
generated | Machine-made | Создано нейросетью | Нейрожелі жасаған
`,
  ),
] as const
