import { table } from "../table.ts"

/** How an act was done, with what, what for, by whom, and how it stands. */
export const doingLists = [
  table(
    "methods",
    `
force | Bodily force | Физическая сила | Дене күші
  beating | Beating | Избиение | Ұрып-соғу
  kicking-punching | Blows with hands or feet | Удары руками или ногами | Қолмен немесе аяқпен соққы жасау
  blows-with-object | Blows with an object | Удары предметом | Затпен соққы жасау
  beating-soles | Blows to the soles | Удары по подошвам | Табанға соққы жасау
  strangling | Strangling | Удушение руками или петлёй | Қылқындыру
  suffocation | Suffocation (bag, gas mask) | Удушение пакетом или противогазом | Пакетпен немесе противогазбен тұншықтыру
  submersion | Submersion in water | Погружение в воду | Суға батыру
  suspension | Suspension | Подвешивание | Асып қою
  stress-position | Forced position | Вынужденная поза | Мәжбүрлі қалыпта ұстау
  burning | Burning | Ожоги | Күйдіру
  cutting | Cutting or stabbing | Порезы и колющие ранения | Кесу немесе шаншу
  electric-shock | Electric shock | Электрический ток | Электр тогымен соғу
  shooting | Shooting | Стрельба | Ату
  explosion | Explosion | Взрыв | Жарылыс
  vehicle | Use of a vehicle | Наезд или использование автомобиля | Көлікпен қағу немесе көлікті пайдалану
  tear-gas | Tear gas | Слезоточивый газ | Көзден жас шығаратын газ
  stun-grenade | Stun grenade | Светошумовая граната | Жарық-дыбыс гранатасы
  rubber-bullets | Rubber bullets | Резиновые пули | Резеңке оқ
  water-cannon | Water cannon | Водомёт | Су атқыш
  dogs | Dogs | Собаки | Иттер
deprivation | Deprivation | Лишения | Айыру
  sleep-deprivation | Sleep deprivation | Лишение сна | Ұйқыдан айыру
  food-deprivation | Deprivation of food or water | Лишение еды или воды | Тамақтан немесе судан айыру
  heat-cold | Heat or cold | Жара или холод | Ыстық немесе суық
  light-noise | Constant light or noise | Постоянный свет или шум | Үздіксіз жарық немесе шу
  medicine-withheld | Medicine withheld | Лишение лекарств | Дәрі-дәрмектен айыру
  isolation | Isolation | Изоляция | Оқшаулау
mind | Pressure on the mind | Психическое давление | Психикалық қысым
  threats | Threats | Угрозы | Қорқыту
  insults | Insults | Оскорбления | Балағаттау
  nudity | Forced nudity | Принудительное обнажение | Мәжбүрлеп шешіндіру
  mock-execution | Mock execution | Имитация казни | Өлім жазасын жалған орындау
  made-to-watch | Made to watch others suffer | Принуждение смотреть на страдания других | Өзгелердің азабын көруге мәжбүрлеу
  drugs | Drugs or medicines given | Введение препаратов | Препараттар енгізу
sexual | Sexual methods | Сексуальные методы | Жыныстық әдістер
  sexual-assault | Sexual assault | Сексуальное посягательство | Жыныстық қол сұғу
  sexual-threats | Sexual threats or touching | Сексуальные угрозы или прикосновения | Жыныстық қорқыту немесе қол тигізу
digital | Digital methods | Цифровые методы | Цифрлық әдістер
  phishing | Phishing | Фишинг | Фишинг
  spyware | Spyware | Шпионское ПО | Тыңшылық бағдарлама
  network-block | Blocking in the network | Блокировка в сети | Желіде бұғаттау
  device-extraction | Extraction of a device's data | Выгрузка данных устройства | Құрылғы деректерін көшіріп алу
official | Official means | Официальные средства | Ресми құралдар
  court-order | Court order | Судебный акт | Сот актісі
  administrative-order | Order of an authority | Решение или предписание органа | Органның шешімі немесе нұсқамасы
  inspection | Inspection | Проверка | Тексеру
  plain-clothes | By persons in plain clothes | Силами людей в штатском | Азаматтық киімдегі адамдар арқылы
  provocation | Provocation | Провокация | Арандату
  deception | Deception | Обман | Алдау
other | Other | Иное | Басқа
unknown | Unknown | Неизвестно | Белгісіз
`,
  ),
  table(
    "instruments",
    `
hands | Hands, feet | Руки, ноги | Қол, аяқ
baton | Baton | Дубинка | Резеңке таяқ
belt-cable | Belt, cable, hose | Ремень, кабель, шланг | Белдік, кабель, шланг
book-bottle | Book, filled bottle | Книга, наполненная бутылка | Кітап, су толтырылған бөтелке
plastic-bag | Plastic bag | Полиэтиленовый пакет | Полиэтилен пакет
gas-mask | Gas mask | Противогаз | Противогаз
stun-gun | Stun gun | Электрошокер | Электрошокер
wires | Live wires | Оголённые провода | Жалаңаш сымдар
handcuffs | Handcuffs | Наручники | Кісен
rope | Rope | Верёвка | Арқан
knife | Knife, blade | Нож, лезвие | Пышақ, жүз
cigarette | Cigarette, hot object | Сигарета, раскалённый предмет | Темекі, қызған зат
water | Water | Вода | Су
firearm | Firearm | Огнестрельное оружие | Атыс қаруы
traumatic-weapon | Rubber-bullet weapon | Травматическое оружие | Жарақаттайтын қару
gas-spray | Gas, pepper spray | Газ, перцовый баллончик | Газ, бұрыш баллоны
grenade | Grenade | Граната | Граната
vehicle | Vehicle | Автомобиль | Көлік
animal | Animal | Животное | Жануар
furniture | Furniture, wall, floor | Мебель, стена, пол | Жиһаз, қабырға, еден
medicine | Medicine, drug | Медикамент, препарат | Дәрі, препарат
camera | Camera, recorder | Камера, диктофон | Бейнекамера, диктофон
software | Software | Программа | Бағдарлама
other | Other | Иное | Басқа
unknown | Unknown | Неизвестно | Белгісіз
`,
  ),
  table(
    "torture-intents",
    `
information | To obtain information | Получить сведения | Мәлімет алу
confession | To obtain a confession | Получить признание | Мойындату
testimony-against | To obtain testimony against another | Получить показания против другого | Басқа адамға қарсы айғақ алу
intimidation | To intimidate the person | Запугать самого человека | Адамның өзін қорқыту
intimidation-of-others | To intimidate others | Запугать других | Өзгелерді қорқыту
punishment | To punish | Наказать | Жазалау
break-person | To break the person | Сломить личность | Адамның рухын сындыру
break-opposition | To break opposition or protest | Подавить оппозицию или протест | Оппозицияны немесе наразылықты басу
discrimination | From discrimination | Из дискриминации | Кемсіту салдарынан
extortion | To extort money or property | Вымогательство денег или имущества | Ақша немесе мүлік талап ету
cruelty | From cruelty | Из жестокости | Қатыгездіктен
withdraw-complaint | To make a complaint be withdrawn | Заставить отозвать жалобу | Шағымды қайтарып алуға мәжбүрлеу
unknown | Unknown | Неизвестно | Белгісіз
`,
  ),
  table(
    "perpetrator-types",
    `
state | State agents | Представители государства | Мемлекет өкілдері
  police | Police | Полиция | Полиция
  special-police | Special police unit | Спецподразделение полиции | Полицияның арнайы бөлімшесі
  national-security | National security service | Органы национальной безопасности | Ұлттық қауіпсіздік органдары
  anti-corruption | Anti-corruption service | Антикоррупционная служба | Сыбайлас жемқорлыққа қарсы қызмет
  financial-monitoring | Financial monitoring or economic crime service | Служба экономических расследований, финансовый мониторинг | Экономикалық тергеп-тексеру қызметі, қаржы мониторингі
  prison-staff | Prison staff | Сотрудники учреждений уголовно-исполнительной системы | Қылмыстық-атқару жүйесі мекемелерінің қызметкерлері
  military | Armed forces, national guard | Вооружённые силы, национальная гвардия | Қарулы күштер, ұлттық ұлан
  border-service | Border or migration service | Пограничная или миграционная служба | Шекара немесе көші-қон қызметі
  investigator | Investigator | Следователь, дознаватель | Тергеуші, анықтаушы
  prosecutor | Prosecutor | Прокуратура | Прокуратура
  judge | Judge, court | Судья, суд | Судья немесе сот
  bailiff | Bailiff | Судебный исполнитель | Сот орындаушысы
  tax-authority | Tax authority | Налоговый орган | Салық органы
  inspectorate | Other inspectorate | Иной контролирующий орган | Өзге бақылаушы орган
  local-executive | Local executive (akimat) | Акимат | Әкімдік
  central-government | Central government | Центральный государственный орган | Орталық мемлекеттік орган
  health-staff | Health staff of the State | Сотрудники государственных медучреждений | Мемлекеттік медициналық мекеме қызметкерлері
  education-staff | Staff of schools and universities | Сотрудники школ и вузов | Мектеп пен жоғары оқу орны қызметкерлері
  state-media | State media | Государственные СМИ | Мемлекеттік БАҚ
foreign-state | Agents of a foreign State | Представители иностранного государства | Шет мемлекет өкілдері
non-state | Not the State | Негосударственные лица | Мемлекетке қатысы жоқ тұлғалар
  employer | Employer | Работодатель | Жұмыс беруші
  company | Company | Компания | Компания
  private-security | Private security | Частная охрана | Жеке күзет
  hired-persons | Hired persons ("titushky") | Нанятые лица («титушки») | Жалданған адамдар («титушкалар»)
  pro-government-group | Pro-government group | Провластная группа | Билікшіл топ
  armed-group | Armed group | Вооружённая группа | Қарулы топ
  criminal-group | Criminal group | Преступная группа | Қылмыстық топ
  prisoners | Other prisoners | Другие заключённые | Басқа қамаудағылар
  relative | Relative, partner | Родственник, партнёр | Туысы, серігі
  crowd | Crowd | Толпа | Тобыр
  private-person | Private person | Частное лицо | Жеке адам
unknown | Unknown persons | Неизвестные | Белгісіз адамдар
  unknown-uniform | Unknown in uniform | Неизвестные в форме | Нысанды киімдегі белгісіз адамдар
  unknown-masked | Unknown in masks | Неизвестные в масках | Бетперде киген белгісіз адамдар
  unknown-plain-clothes | Unknown in plain clothes | Неизвестные в штатском | Азаматтық киімдегі белгісіз адамдар
`,
  ),
  table(
    "degrees",
    `
direct | Did it | Непосредственно совершил | Тікелей жасаған
ordered | Ordered it | Приказал | Бұйрық берген
planned | Planned it | Спланировал | Жоспарлаған
assisted | Helped | Содействовал | Көмектескен
incited | Incited | Подстрекал | Арандатқан
present | Was present | Присутствовал | Қасында болған
acquiesced | Knew and did not prevent it | Знал и не предотвратил | Біле тұра болдырмаған
command | Responsible as superior | Отвечает как начальник | Басшы ретінде жауапты
failed-to-investigate | Did not investigate or punish | Не расследовал и не наказал | Тергемеген және жазаламаған
enabled-by-law | Made or applied the law or policy | Принял или применил закон либо политику | Заңды немесе саясатты қабылдаған не қолданған
suspected | Suspected of taking part | Подозревается в участии | Қатысы бар деп күдік келтірілген
unknown | Unknown | Неизвестно | Белгісіз
`,
  ),
  table(
    "attributions",
    `
identified-by-victim | Identified by the victim | Опознан пострадавшим | Жәбірленуші таныған
identified-by-witness | Identified by a witness | Опознан свидетелем | Куә таныған
named-in-document | Named in a document | Назван в документе | Құжатта аталған
own-statement | By own statement | По собственным словам | Өз сөзі бойынша
court-finding | Found by a court | Установлено судом | Сот анықтаған
official-finding | Found by an official inquiry | Установлено официальным расследованием | Ресми тергеп-тексеру анықтаған
treaty-body-finding | Found by an international body | Установлено международным органом | Халықаралық орган анықтаған
video | Seen in a picture or video | Виден на фото или видео | Фото немесе бейнежазбадан көрінеді
uniform-insignia | By uniform, badge, vehicle | По форме, жетону, автомобилю | Киімі, төсбелгісі немесе көлігі бойынша
post-held | By the post held | По занимаемой должности | Атқарған лауазымы бойынша
technical | By technical traces | По техническим следам | Техникалық іздер бойынша
media-report | By a press report | По сообщению прессы | Баспасөз хабары бойынша
inference | Inferred | По косвенным признакам | Жанама белгілер бойынша
unknown | Basis unknown | Основание неизвестно | Негізі белгісіз
`,
  ),
  table(
    "act-statuses",
    `
continuing | Continuing | Продолжается | Жалғасуда
ended | Ended | Завершилось | Аяқталған
released | Released | Освобождён | Босатылған
transferred | Transferred | Переведён | Ауыстырылған
under-investigation | Under investigation | Расследуется | Тергеп-тексерілуде
charged | Charges pending | Предъявлено обвинение | Айып тағылған
on-trial | On trial | Идёт суд | Сот жүріп жатыр
convicted | Convicted | Осуждён | Сотталған
acquitted | Acquitted | Оправдан | Ақталған
annulled | Annulled | Отменено | Күші жойылған
appealed | Under appeal | Обжалуется | Шағым берілген
unpunished | Nobody was held to account | Никто не привлечён к ответственности | Ешкім жауапқа тартылмаған
unknown | Unknown | Неизвестно | Белгісіз
`,
  ),
  table(
    "victim-statuses",
    `
alive-free | Alive and free | Жив и на свободе | Тірі және бостандықта
detained | Detained | Под стражей | Қамауда
serving-sentence | Serving a sentence | Отбывает наказание | Жазасын өтеуде
house-arrest | Under house arrest | Под домашним арестом | Үйқамақта
on-parole | On parole or probation | Условно-досрочно освобождён или на пробации | Шартты түрде босатылған немесе пробацияда
travel-restricted | Under travel restriction | Ограничен в выезде | Елден шығуы шектелген
injured | Injured | Ранен или травмирован | Жараланған немесе жарақат алған
missing | Missing | Пропал без вести | Хабарсыз кеткен
found-alive | Found alive after missing | Найден живым после исчезновения | Жоғалғаннан кейін тірі табылған
dead | Dead | Умер или погиб | Қайтыс болған
exile | In exile | В изгнании | Шетелде жүруге мәжбүр
displaced | Displaced within the country | Перемещён внутри страны | Ел ішінде қоныс аударған
wanted | Wanted | В розыске | Іздеуде
unknown | Unknown | Неизвестно | Белгісіз
`,
  ),
] as const
