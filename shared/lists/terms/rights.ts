import { table } from "../table.ts"

/** What is protected: the rights that an incident affects. */
export const rights = table(
  "rights",
  `
person | The person | Личность | Жеке тұлға
  life | Right to life | Право на жизнь | Өмір сүру құқығы
  death-penalty | Freedom from the death penalty | Защита от смертной казни | Өлім жазасынан қорғалу құқығы
  torture | Freedom from torture | Запрет пыток | Азаптауға тыйым салу
  ill-treatment | Freedom from cruel, inhuman or degrading treatment | Запрет жестокого, бесчеловечного или унижающего достоинство обращения | Қатыгез, адамгершілікке жатпайтын немесе қадір-қасиетті қорлайтын іс-әрекетке тыйым салу
  integrity | Physical and mental integrity | Физическая и психическая неприкосновенность | Тән және психикалық қолсұғылмаушылық
  liberty | Liberty and security of person | Свобода и личная неприкосновенность | Бас бостандығы және жеке басқа қол сұғылмаушылық
  enforced-disappearance | Freedom from enforced disappearance | Защита от насильственных исчезновений | Күштеп жоғалтып жіберуден қорғалу құқығы
  slavery | Freedom from slavery and forced labour | Запрет рабства и принудительного труда | Құлдыққа және мәжбүрлі еңбекке тыйым салу
  detention-conditions | Humane treatment in detention | Гуманное обращение в местах лишения свободы | Бас бостандығынан айыру орындарында ізгілікпен қарау
  legal-personality | Recognition as a person before the law | Признание правосубъектности | Құқық субъектілігінің танылуы
  name | Right to a name and documents | Право на имя и документы | Есімі мен құжаттары болу құқығы
justice | Justice | Правосудие | Әділ сот төрелігі
  equality-before-law | Equality before the law and the courts | Равенство перед законом и судом | Заң мен сот алдындағы теңдік
  fair-trial | Fair and public hearing | Справедливое и публичное судебное разбирательство | Әділ және жария сот талқылауы
  independent-court | Independent and impartial court | Независимый и беспристрастный суд | Тәуелсіз әрі бейтарап сот
  presumption-of-innocence | Presumption of innocence | Презумпция невиновности | Кінәсіздік презумпциясы
  defence | Right to defence and counsel of one's choice | Право на защиту и выбранного адвоката | Қорғалу және өзі таңдаған адвокаты болу құқығы
  self-incrimination | Freedom from self-incrimination | Право не свидетельствовать против себя | Өзіне қарсы айғақ бермеу құқығы
  interpreter | Right to an interpreter and one's language in court | Право на переводчика и родной язык в суде | Сотта аудармашы мен ана тілін пайдалану құқығы
  appeal | Review by a higher court | Пересмотр дела вышестоящим судом | Істі жоғары тұрған соттың қайта қарауы
  retroactivity | No punishment without law | Недопустимость обратной силы уголовного закона | Заңсыз жазалауға жол бермеу
  double-jeopardy | Not to be tried twice for the same act | Запрет повторного наказания за одно и то же деяние | Бір іс-әрекет үшін екі рет жазаламау
  remedy | Effective remedy | Эффективное средство правовой защиты | Құқықтық қорғаудың тиімді құралы
  reparation | Reparation for miscarriage of justice | Возмещение вреда за незаконное осуждение или задержание | Заңсыз соттау немесе ұстау үшін зиянды өтеу
  abuse-of-authority | Protection from abuse of authority | Защита от злоупотребления властью | Билікті асыра пайдаланудан қорғалу құқығы
public-life | Public life | Общественная жизнь | Қоғамдық өмір
  expression | Freedom of expression | Свобода выражения мнения | Пікір білдіру бостандығы
  information | Access to information | Доступ к информации | Ақпаратқа қол жеткізу құқығы
  media | Freedom of the media | Свобода средств массовой информации | Бұқаралық ақпарат құралдарының бостандығы
  assembly | Freedom of peaceful assembly | Свобода мирных собраний | Бейбіт жиналыстар бостандығы
  association | Freedom of association | Свобода объединений | Бірлесу бостандығы
  conscience | Freedom of thought and conscience | Свобода мысли и совести | Ой және ар-ождан бостандығы
  religion | Freedom of religion | Свобода вероисповедания | Діни сенім бостандығы
  elections | To vote and to stand for election | Право избирать и быть избранным | Сайлау және сайлану құқығы
  participation | To take part in public affairs | Участие в ведении государственных дел | Мемлекет істерін басқаруға қатысу
  defend-rights | To defend human rights | Право защищать права человека | Адам құқықтарын қорғау құқығы
  academic-freedom | Academic and creative freedom | Академическая свобода и свобода творчества | Академиялық еркіндік және шығармашылық бостандығы
private-life | Private life | Частная жизнь | Жеке өмір
  privacy | Private life | Неприкосновенность частной жизни | Жеке өмірге қол сұғылмаушылық
  correspondence | Secrecy of correspondence and communications | Тайна переписки и переговоров | Хат алмасу мен сөйлесу құпиясы
  personal-data | Protection of personal data | Защита персональных данных | Дербес деректерді қорғау
  home | Inviolability of the home | Неприкосновенность жилища | Тұрғын үйге қол сұғылмаушылық
  honour | Honour and reputation | Честь, достоинство и деловая репутация | Ар-намыс, қадір-қасиет және іскерлік бедел
  family | Family life | Семейная жизнь | Отбасылық өмір
  marriage | Marriage and founding a family | Право на брак и создание семьи | Неке қию және отбасын құру құқығы
  child | Rights of the child | Права ребёнка | Бала құқықтары
  property | Property | Право собственности | Меншік құқығы
movement-group | Movement and nationality | Передвижение и гражданство | Жүріп-тұру және азаматтық
  movement | Freedom of movement and residence | Свобода передвижения и выбора места жительства | Жүріп-тұру және тұрғылықты жерін таңдау бостандығы
  leave-country | To leave one's country and to return | Право покидать страну и возвращаться в неё | Елден кету және оған қайтып оралу құқығы
  nationality | Nationality | Право на гражданство | Азаматтық алу құқығы
  asylum | Asylum and non-refoulement | Право на убежище и невысылка | Баспана алу және қауіпті елге қайтармау құқығы
equality | Equality | Равенство | Теңдік
  discrimination | Freedom from discrimination | Запрет дискриминации | Кемсітушілікке тыйым салу
  women | Equality of women and men | Равенство женщин и мужчин | Әйелдер мен ерлер теңдігі
  minorities | Rights of minorities: culture, language, faith | Права меньшинств: культура, язык, вера | Азшылықтардың құқықтары: мәдениет, тіл, дін
  disability | Rights of persons with disabilities | Права лиц с инвалидностью | Мүгедектігі бар адамдардың құқықтары
  hate-protection | Protection from incitement to hatred and violence | Защита от разжигания ненависти и насилия | Өшпенділік пен зорлыққа арандатудан қорғалу құқығы
social | Economic, social and cultural | Экономические, социальные и культурные права | Экономикалық, әлеуметтік және мәдени құқықтар
  work | Work and just conditions | Труд и справедливые условия труда | Еңбек ету және әділ еңбек жағдайлары
  trade-union | Trade unions and strikes | Профсоюзы и забастовки | Кәсіподақтар мен ереуілдер
  social-security | Social security | Социальное обеспечение | Әлеуметтік қамсыздандыру
  health | Health | Охрана здоровья | Денсаулықты сақтау құқығы
  education | Education | Образование | Білім алу құқығы
  housing | Adequate housing | Достаточное жилище | Лайықты тұрғын үй
  living-standard | Adequate standard of living | Достаточный жизненный уровень | Лайықты өмір сүру деңгейі
  environment | Healthy environment | Благоприятная окружающая среда | Қолайлы қоршаған орта
`,
)
