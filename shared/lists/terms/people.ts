import { table } from "../table.ts"

/** Who takes part, how they are named, and what they agreed to. */
export const peopleLists = [
  table(
    "involvement-roles",
    `
victim | Victim | Пострадавший | Жәбірленуші
  indirect-victim | Indirect victim | Косвенно пострадавший | Жанама жәбірленуші
alleged-perpetrator | Alleged perpetrator | Предполагаемый виновник | Болжамды кінәлі
witness | Witness | Свидетель | Куәгер
  eyewitness | Eyewitness | Очевидец | Көзімен көрген куә
  attesting-witness | Attesting witness | Понятой | Айғақ куә
counsel | Counsel | Адвокат | Адвокат
  representative | Representative | Представитель | Өкіл
official | Official | Должностное лицо | Лауазымды тұлға
  judge | Judge | Судья | Судья
  prosecutor | Prosecutor | Прокурор | Прокурор
  investigator | Investigator | Следователь | Тергеуші
  police-officer | Police officer | Сотрудник полиции | Полиция қызметкері
  court-staff | Court staff | Работник суда | Сот қызметкері
  inspector | Inspector | Проверяющий | Тексеруші
source | Source | Источник | Дереккөз
  collector | Person who recorded it | Кто зафиксировал | Тіркеген адам
relative | Relative | Родственник | Туысы
expert | Expert | Эксперт | Сарапшы
  doctor | Doctor | Врач | Дәрігер
interpreter | Interpreter | Переводчик | Аудармашы
organiser | Organiser | Организатор | Ұйымдастырушы
participant | Participant | Участник | Қатысушы
journalist | Journalist | Журналист | Журналист
observer | Observer | Наблюдатель | Бақылаушы
employer | Employer | Работодатель | Жұмыс беруші
informant | Informant, planted person | Осведомитель, внедрённое лицо | Тыңшы, енгізілген адам
intervener | Who intervened | Вмешавшийся | Араша түскен адам
present | Was present | Присутствовал | Қасында болған
other | Other | Другое | Басқа
`,
  ),
  table(
    "victim-roles",
    `
defender | Human rights defender | Правозащитник | Құқық қорғаушы
journalist | Journalist, media worker | Журналист, работник СМИ | Журналист, БАҚ қызметкері
blogger | Blogger | Блогер | Блогер
lawyer | Lawyer | Адвокат, юрист | Адвокат, заңгер
activist | Civil activist | Гражданский активист | Азаматтық белсенді
organiser | Organiser of an assembly | Организатор собрания | Жиналысты ұйымдастырушы
demonstrator | Participant in an assembly | Участник собрания | Жиналысқа қатысушы
bystander | Bystander | Случайный прохожий | Кездейсоқ өткінші
trade-unionist | Trade-unionist | Профсоюзный деятель | Кәсіподақ қайраткері
worker | Worker | Работник | Жұмысшы
politician | Politician, candidate | Политик, кандидат | Саясаткер, кандидат
opposition | Opposition supporter | Сторонник оппозиции | Оппозицияны қолдаушы
election-observer | Election observer | Наблюдатель на выборах | Сайлау бақылаушысы
ngo | Organisation | Организация | Ұйым
media-outlet | Media outlet | Издание, СМИ | Басылым, БАҚ
entrepreneur | Entrepreneur | Предприниматель | Кәсіпкер
believer | Believer, religious community | Верующий, религиозная община | Діндар, діни қауым
cleric | Cleric | Священнослужитель | Дін қызметшісі
minority-member | Member of a minority | Представитель меньшинства | Азшылық өкілі
lgbt | LGBT person | ЛГБТ-персона | ЛГБТ өкілі
woman | Woman as such | Женщина (по признаку пола) | Әйел (жынысына байланысты)
child | Child | Ребёнок | Бала
student | Student | Студент, учащийся | Студент, оқушы
teacher | Teacher, scholar | Преподаватель, учёный | Оқытушы, ғалым
artist | Artist, writer | Художник, писатель | Суретші, жазушы
doctor | Medical worker | Медицинский работник | Медицина қызметкері
detainee | Prisoner, detainee | Заключённый, задержанный | Қамаудағы, ұсталған адам
conscript | Conscript, soldier | Призывник, военнослужащий | Әскерге шақырылушы, әскери қызметші
migrant | Migrant | Мигрант | Көшіп-қонушы
refugee | Refugee, asylum seeker | Беженец, ищущий убежища | Босқын, баспана іздеуші
person-with-disability | Person with a disability | Человек с инвалидностью | Мүгедектігі бар адам
witness | Witness in a case | Свидетель по делу | Іс бойынша куә
relative | Relative of a person under pressure | Родственник преследуемого | Қудаланған адамның туысы
whistle-blower | Whistle-blower | Заявитель о нарушениях | Заң бұзушылықты хабарлаушы
public-servant | Public servant | Государственный служащий | Мемлекеттік қызметші
local-resident | Local resident | Местный житель | Жергілікті тұрғын
other | Other | Другое | Басқа
`,
  ),
  table(
    "actor-kinds",
    `
person | Person | Человек | Адам
group | Group | Группа | Топ
institution | Institution | Организация или орган | Ұйым немесе орган
`,
  ),
  table(
    "name-kinds",
    `
legal | Legal name | Имя по документам | Құжат бойынша аты-жөні
birth | Name at birth | Имя при рождении | Туған кездегі аты-жөні
former | Former name | Прежнее имя | Бұрынғы аты-жөні
alias | Alias | Псевдоним | Бүркеншік аты
nickname | Nickname | Прозвище, ник | Лақап аты, нигі
transliteration | Transliteration | Написание другой графикой | Басқа әліпбимен жазылуы
short | Short form | Краткая форма | Қысқаша түрі
misspelling | Misspelling met in papers | Ошибочное написание в бумагах | Қағаздардағы қате жазылуы
`,
  ),
  table(
    "identifier-kinds",
    `
iin | Individual identification number (IIN) | ИИН | ЖСН
bin | Business identification number (BIN) | БИН | БСН
document | Identity document | Удостоверяющий документ | Жеке басты куәландыратын құжат
passport | Passport | Паспорт | Төлқұжат
phone | Telephone | Телефон | Телефон нөмірі
email | E-mail | Электронная почта | Электрондық пошта
account | Account in a network or messenger | Аккаунт в сети или мессенджере | Желідегі немесе мессенджердегі аккаунт
plate | Vehicle plate | Номер автомобиля | Көлік нөмірі
bank-account | Bank account | Банковский счёт | Банк шоты
badge | Badge or service number | Жетон или служебный номер | Төсбелгі немесе қызметтік нөмір
lawyer-licence | Lawyer's licence | Лицензия адвоката | Адвокат лицензиясы
case-number | Prisoner or personal file number | Номер личного дела | Жеке іс нөмірі
address | Address | Адрес | Мекенжай
other | Other | Другое | Басқа
`,
  ),
  table(
    "genders",
    `
woman | Woman | Женщина | Әйел
man | Man | Мужчина | Ер адам
other | Other, as the person says | Иное, как говорит сам человек | Басқа, адамның өз айтуынша
refused | Refused to say | Отказался отвечать | Айтудан бас тартты
not-asked | Not asked | Не спрашивали | Сұралмаған
unknown | Unknown | Неизвестно | Белгісіз
`,
  ),
  table(
    "affiliations",
    `
employee | Employee | Сотрудник | Қызметкер
head | Head | Руководитель | Басшы
founder | Founder | Учредитель | Құрылтайшы
member | Member | Член | Мүше
supporter | Supporter | Сторонник | Жақтаушы
volunteer | Volunteer | Волонтёр | Ерікті
student-of | Student | Учащийся | Білім алушы
client | Client | Клиент, доверитель | Клиент, сенім білдіруші
contractor | Contractor | Подрядчик | Мердігер
owner | Owner | Владелец | Иесі
family-of | Family | Член семьи | Отбасы мүшесі
spouse-of | Spouse, partner | Супруг, партнёр | Жұбайы, серігі
parent-of | Parent | Родитель | Ата-анасы
child-of | Child | Сын или дочь | Ұлы немесе қызы
sibling-of | Brother, sister | Брат или сестра | Бауыры
friend-of | Friend | Друг | Досы
colleague-of | Colleague | Коллега | Әріптесі
neighbour-of | Neighbour | Сосед | Көршісі
subordinate-of | Subordinate | Подчинённый | Бағынышты
branch-of | Branch, subdivision | Филиал, подразделение | Филиалы, бөлімшесі
former | Former connection | Прежняя связь | Бұрынғы байланыс
alleged | Alleged connection | Предполагаемая связь | Болжамды байланыс
`,
  ),
  table(
    "languages",
    `
kk | Kazakh | Казахский | Қазақ тілі
ru | Russian | Русский | Орыс тілі
en | English | Английский | Ағылшын тілі
uz | Uzbek | Узбекский | Өзбек тілі
ky | Kyrgyz | Кыргызский | Қырғыз тілі
ug | Uyghur | Уйгурский | Ұйғыр тілі
tg | Tajik | Таджикский | Тәжік тілі
tk | Turkmen | Туркменский | Түрікмен тілі
tt | Tatar | Татарский | Татар тілі
tr | Turkish | Турецкий | Түрік тілі
az | Azerbaijani | Азербайджанский | Әзербайжан тілі
ko | Korean | Корейский | Корей тілі
uk | Ukrainian | Украинский | Украин тілі
be | Belarusian | Белорусский | Беларусь тілі
de | German | Немецкий | Неміс тілі
fr | French | Французский | Француз тілі
es | Spanish | Испанский | Испан тілі
zh | Chinese | Китайский | Қытай тілі
mn | Mongolian | Монгольский | Моңғол тілі
ar | Arabic | Арабский | Араб тілі
fa | Persian, Dari | Персидский, дари | Парсы, дари тілі
ka | Georgian | Грузинский | Грузин тілі
hy | Armenian | Армянский | Армян тілі
ce | Chechen | Чеченский | Шешен тілі
pl | Polish | Польский | Поляк тілі
`,
  ),
  table(
    "consent-purposes",
    `
be-recorded | To be recorded in the case | Запись сведений в деле | Істе мәліметтерін жазу
be-named | To be named | Указание имени | Аты-жөнін атау
be-quoted | To be quoted | Цитирование слов | Сөзін дәйексөз ету
be-photographed | To show a picture | Показ фотографии | Суретін көрсету
be-recorded-av | To use voice or video | Использование голоса или видео | Дауысын немесе бейнесін пайдалану
medical-data | To use medical data | Использование медицинских сведений | Медициналық мәліметтерін пайдалану
identity-documents | To enclose identity documents | Приложение документов, удостоверяющих личность | Жеке құжаттарын қоса беру
contact-data | To give contact data | Передача контактов | Байланыс деректерін беру
family-data | To mention the family | Упоминание семьи | Отбасын атап өту
file-complaint | To file a complaint for the person | Подача жалобы от имени человека | Оның атынан шағым беру
contact-authorities | To address the authorities | Обращение к властям | Билікке жүгіну
publish | To publish | Публикация | Жариялау
share-with-partners | To share with partners | Передача партнёрам | Серіктестерге беру
research | To use without the name in research | Использование без имени в исследованиях | Аты-жөнінсіз зерттеуде пайдалану
keep-after-closing | To keep after the case closes | Хранение после закрытия дела | Іс жабылғаннан кейін сақтау
`,
  ),
  table(
    "consent-audiences",
    `
own-lawyers | Own lawyers | Собственные адвокаты | Өз адвокаттары
team | The team | Команда | Өз тобымыз
named-ngo | A named organisation | Названная организация | Аты аталған ұйым
family | The family | Семья | Отбасы
un-confidential | A UN body, confidentially | Орган ООН, конфиденциально | БҰҰ органы, құпия түрде
un-state | A UN body, known to the State | Орган ООН, с передачей государству | БҰҰ органы, мемлекетке мәлім етіле отырып
regional-court | An international court | Международный суд | Халықаралық сот
domestic-court | A court or authority of the State | Суд или орган государства | Мемлекет соты немесе органы
state | The State | Государство | Мемлекет
diplomats | Embassies, foreign governments | Посольства, иностранные правительства | Елшіліктер, шетел үкіметтері
donors | Donors | Доноры | Донорлар
journalists | Journalists, not for print | Журналисты, не для печати | Журналистер, жариялау үшін емес
public | The public | Общественность | Жұртшылық
`,
  ),
  table(
    "consent-forms",
    `
written-signed | Signed paper | Подписанный документ | Қол қойылған құжат
electronic-signature | Electronic signature | Электронная подпись | Электрондық қолтаңба
recorded-audio | Voice recording | Аудиозапись | Дыбыс жазбасы
recorded-video | Video recording | Видеозапись | Бейнежазба
message | Message or e-mail | Сообщение или письмо | Хабарлама немесе хат
oral-witnessed | By word, before a witness | Устно при свидетеле | Куә алдында ауызша
oral | By word | Устно | Ауызша
power-of-attorney | Power of attorney | Доверенность | Сенімхат
`,
  ),
  table(
    "consent-givers",
    `
self | The person | Сам человек | Адамның өзі
guardian | Guardian, parent | Законный представитель, родитель | Заңды өкілі, ата-анасы
next-of-kin | Next of kin | Близкий родственник | Жақын туысы
counsel | Counsel | Адвокат | Адвокаты
cannot-ask | Cannot be asked | Спросить невозможно | Сұрау мүмкін емес
  cannot-ask-missing | Missing | Пропал без вести | Хабарсыз кеткен
  cannot-ask-incommunicado | Held incommunicado | Содержится без связи | Байланыссыз ұсталуда
  cannot-ask-dead | Dead | Умер или погиб | Қайтыс болған
  cannot-ask-unfit | Not able to decide | Не способен принять решение | Шешім қабылдауға қабілетсіз
  cannot-ask-danger | Asking would endanger the person | Сам вопрос опасен для человека | Сұраудың өзі адамға қауіпті
`,
  ),
  table(
    "risks",
    `
arrest | Arrest | Задержание | Ұсталып қалу
prosecution | Prosecution | Уголовное преследование | Қылмыстық қудалау
administrative-penalty | Administrative penalty | Административное наказание | Әкімшілік жаза
violence | Violence | Насилие | Зорлық-зомбылық
killing | Killing | Убийство | Өлтірілу
torture-custody | Ill-treatment in custody | Жестокое обращение под стражей | Қамаудағы қатыгездік
worse-conditions | Worse prison conditions | Ухудшение условий содержания | Қамау жағдайының нашарлауы
pressure-on-family | Pressure on the family | Давление на семью | Отбасына қысым
dismissal | Loss of work or study | Потеря работы или учёбы | Жұмыстан немесе оқудан айырылу
housing-loss | Loss of home | Потеря жилья | Баспанадан айырылу
property-loss | Loss of property | Потеря имущества | Мүліктен айырылу
travel-ban | Ban on travel | Запрет на выезд | Елден шығуға тыйым
deportation | Deportation | Депортация | Елден шығарып жіберу
disclosure-of-identity | Identity revealed | Раскрытие личности | Жеке басының ашылуы
disclosure-of-private-life | Private life revealed | Раскрытие частной жизни | Жеке өмірінің ашылуы
stigma | Stigma, shame | Стигма, позор | Кемсітілу, масқаралану
retraumatisation | Suffering relived | Повторная травма | Қайта жарақат алу
suicide | Self-harm | Самоповреждение, суицид | Өзіне зиян келтіру, суицид қаупі
surveillance | Surveillance | Слежка | Аңду
smear-campaign | Smear campaign | Кампания по очернению | Қаралау науқаны
evidence-destroyed | Evidence destroyed | Уничтожение доказательств | Дәлелдемелердің жойылуы
witness-pressure | Pressure to change testimony | Давление с целью изменить показания | Айғағын өзгертуге қысым
organisation-closed | Organisation closed | Закрытие организации | Ұйымның жабылуы
other | Other | Другое | Басқа
`,
  ),
] as const
