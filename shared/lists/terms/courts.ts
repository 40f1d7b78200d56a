import { table } from "../table.ts"

/** Courts and proceedings, remedies, help and answers, measures of authorities, law and mechanisms. */
export const courtLists = [
  table(
    "court-kinds",
    `
district-court | District court | Районный суд | Аудандық сот
specialised-criminal | Specialised criminal court | Специализированный межрайонный суд по уголовным делам | Қылмыстық істер жөніндегі мамандандырылған ауданаралық сот
investigating-court | Investigating judge, investigating court | Следственный суд, следственный судья | Тергеу соты, тергеу судьясы
specialised-administrative | Court for administrative offences | Суд по административным правонарушениям | Әкімшілік құқық бұзушылықтар жөніндегі сот
administrative-court | Administrative court (public law) | Административный суд | Әкімшілік сот
economic-court | Economic court | Экономический суд | Экономикалық сот
juvenile-court | Juvenile court | Ювенальный суд | Ювеналдық сот
military-court | Military court | Военный суд | Әскери сот
regional-court | Regional court (appeal) | Областной суд | Облыстық сот
cassation-court | Court of cassation | Кассационный суд | Кассациялық сот
supreme-court | Supreme Court | Верховный суд | Жоғарғы сот
constitutional-court | Constitutional Court | Конституционный суд | Конституциялық сот
prosecutor-office | Prosecutor's office | Прокуратура | Прокуратура органы
police-body | Police body | Орган внутренних дел | Ішкі істер органы
ombudsman | Ombudsman | Уполномоченный по правам человека | Адам құқықтары жөніндегі уәкіл
authority | Administrative authority | Государственный орган | Мемлекеттік орган
foreign-court | Foreign court | Иностранный суд | Шетел соты
un-treaty-body | UN treaty body | Договорный орган ООН | БҰҰ шарттық органы
un-procedure | UN special procedure | Специальная процедура ООН | БҰҰ арнайы рәсімі
international-court | International court | Международный суд | Халықаралық сот
arbitration | Arbitration | Арбитраж | Төрелік
bar | Bar association discipline | Дисциплинарный орган адвокатуры | Адвокатураның тәртіптік органы
`,
  ),
  table(
    "proceeding-kinds",
    `
criminal | Criminal | Уголовное дело | Қылмыстық іс
pre-trial | Pre-trial inquiry | Досудебное расследование | Сотқа дейінгі тергеп-тексеру
administrative-offence | Administrative offence | Дело об административном правонарушении | Әкімшілік құқық бұзушылық туралы іс
public-law | Administrative dispute with an authority | Административное дело (спор с органом) | Әкімшілік іс (органмен дау)
civil | Civil | Гражданское дело | Азаматтық іс
labour | Labour dispute | Трудовой спор | Еңбек дауы
tax | Tax dispute | Налоговый спор | Салық дауы
constitutional | Constitutional | Конституционное производство | Конституциялық іс жүргізу
enforcement | Enforcement | Исполнительное производство | Атқарушылық іс жүргізу
parole | Parole, change of sentence | Условно-досрочное освобождение, замена наказания | Шартты түрде босату, жазаны ауыстыру
complaint-inquiry | Complaint about the inquiry | Жалоба на действия следствия | Тергеу әрекеттеріне шағым
complaint-authority | Complaint to an authority | Жалоба в государственный орган | Мемлекеттік органға шағым
disciplinary | Disciplinary | Дисциплинарное производство | Тәртіптік іс жүргізу
extradition | Extradition | Экстрадиция | Экстрадициялау
asylum | Asylum | Предоставление убежища | Баспана беру
international-complaint | International complaint | Международная жалоба | Халықаралық шағым
official-inspection | Official inspection | Служебная проверка | Қызметтік тексеру
`,
  ),
  table(
    "proceeding-stages",
    `
complaint-filed | Complaint filed | Жалоба подана | Шағым берілді
registered | Registered | Зарегистрировано | Тіркелді
pre-trial | Pre-trial inquiry | Досудебное расследование | Сотқа дейінгі тергеп-тексеру
charged | Charged | Обвинение предъявлено | Айып тағылды
remand | Remand hearing | Санкционирование стражи | Қамауға санкция беру
sent-to-court | Sent to court | Направлено в суд | Сотқа жолданды
preliminary-hearing | Preliminary hearing | Предварительное слушание | Алдын ала тыңдау
trial | Trial, first instance | Главное разбирательство, первая инстанция | Басты талқылау, бірінші саты
judgment | Judgment | Приговор или решение | Үкім немесе шешім
appeal | Appeal | Апелляция | Апелляциялық саты
cassation | Cassation | Кассация | Кассациялық саты
supervisory | Review by the prosecutor or highest court | Протест, пересмотр высшей инстанцией | Наразылық, жоғары сатының қайта қарауы
new-circumstances | Reopening on new facts | По вновь открывшимся обстоятельствам | Жаңадан ашылған мән-жайлар бойынша
enforcement | Enforcement | Исполнение | Орындау
suspended | Suspended | Приостановлено | Тоқтатыла тұрды
reopened | Reopened | Возобновлено | Қайта басталды
closed | Closed | Прекращено | Тоқтатылды
admissibility | Admissibility | Приемлемость | Қабылдануға жарамдылығы
merits | Merits | Существо дела | Істің мәні
follow-up | Follow-up | Последующие меры | Кейінгі шаралар
`,
  ),
  table(
    "decision-outcomes",
    `
convicted | Convicted | Обвинительный приговор | Айыптау үкімі
acquitted | Acquitted | Оправдательный приговор | Ақтау үкімі
suspended-sentence | Conditional sentence | Условное осуждение | Шартты түрде соттау
fine | Fine | Штраф | Айыппұл
arrest | Administrative arrest | Административный арест | Әкімшілік қамақ
warning | Warning | Предупреждение | Ескерту
closed | Case closed | Дело прекращено | Іс тоқтатылды
returned | Sent back | Возвращено | Кері қайтарылды
upheld | Upheld | Оставлено без изменения | Өзгеріссіз қалдырылды
changed | Changed | Изменено | Өзгертілді
quashed | Quashed | Отменено | Күші жойылды
granted | Granted | Удовлетворено | Қанағаттандырылды
partly-granted | Granted in part | Удовлетворено частично | Ішінара қанағаттандырылды
refused | Refused | Отказано | Бас тартылды
not-examined | Left without examination | Оставлено без рассмотрения | Қараусыз қалдырылды
inadmissible | Inadmissible | Неприемлемо | Қабылдауға жатпайды
admissible | Admissible | Приемлемо | Қабылдауға жатады
violation | Violation found | Установлено нарушение | Бұзушылық анықталды
no-violation | No violation found | Нарушение не установлено | Бұзушылық анықталмады
interim-measures | Interim measures | Временные меры | Уақытша шаралар
settled | Settled | Мировое соглашение | Татуласу келісімі
withdrawn | Withdrawn | Отозвано | Қайтарып алынды
custody-ordered | Custody ordered | Избрана стража | Қамауға алу шарасы қолданылды
custody-extended | Custody extended | Стража продлена | Қамау мерзімі ұзартылды
released | Release ordered | Постановлено освободить | Босату туралы қаулы
parole-granted | Parole granted | УДО предоставлено | Шартты түрде мерзімінен бұрын босатылды
pending | Pending | На рассмотрении | Қаралуда
`,
  ),
  table(
    "party-roles",
    `
suspect | Suspect | Подозреваемый | Күдікті
accused | Accused | Обвиняемый | Айыпталушы
defendant-criminal | Defendant on trial | Подсудимый | Сотталушы
convict | Convicted person | Осуждённый | Сотталған адам
person-charged-administrative | Person charged with an administrative offence | Лицо, привлекаемое к административной ответственности | Әкімшілік жауаптылыққа тартылатын адам
injured-party | Injured party | Потерпевший | Жәбірленуші
private-prosecutor | Private prosecutor | Частный обвинитель | Жекеше айыптаушы
witness | Witness | Свидетель | Куә
witness-with-defence | Witness with right to defence | Свидетель, имеющий право на защиту | Қорғалуға құқығы бар куә
claimant | Claimant | Истец | Талап қоюшы
respondent | Respondent | Ответчик | Жауапкер
third-party | Third party | Третье лицо | Үшінші тұлға
applicant | Applicant | Заявитель | Арыз беруші
author | Author of a communication | Автор сообщения | Хабарлама авторы
state-party | State party | Государство-участник | Қатысушы мемлекет
counsel | Counsel | Защитник, адвокат | Қорғаушы, адвокат
representative | Representative | Представитель | Өкілі
prosecutor | Prosecutor | Прокурор | Прокурор
investigator | Investigator | Следователь | Тергеуші
judge | Judge | Судья | Судья
presiding-judge | Presiding judge | Председательствующий | Төрағалық етуші
expert | Expert | Эксперт | Сарапшы
specialist | Specialist | Специалист | Маман
interpreter | Interpreter | Переводчик | Аудармашы
bailiff | Bailiff | Судебный исполнитель | Сот орындаушысы
observer | Observer | Наблюдатель | Бақылаушы
amicus | Friend of the court | Друг суда (амикус) | Сот досы (амикус)
`,
  ),
  table(
    "remedy-results",
    `
succeeded | Succeeded | Удовлетворено | Қанағаттандырылды
partly | Succeeded in part | Удовлетворено частично | Ішінара қанағаттандырылды
failed | Failed | Отказано | Бас тартылды
pending | Pending | Рассматривается | Қаралуда
no-answer | No answer | Без ответа | Жауапсыз
formal-answer | Answer without substance | Отписка | Мәнсіз жауап
not-tried | Not tried | Не использовано | Қолданылмаған
not-enforced | Succeeded, not carried out | Удовлетворено, не исполнено | Қанағаттандырылған, орындалмаған
withdrawn | Withdrawn | Отозвано | Қайтарып алынған
out-of-time | Out of time | Пропущен срок | Мерзімі өтіп кеткен
unknown | Unknown | Неизвестно | Белгісіз
`,
  ),
  table(
    "remedy-reasons",
    `
unavailable | Not available in law | Не предусмотрено законом | Заңда көзделмеген
not-accessible | Not within reach in fact | Фактически недоступно | Іс жүзінде қолжетімсіз
ineffective | Not effective | Неэффективно | Тиімсіз
no-prospect | No prospect by settled practice | Бесперспективно по устоявшейся практике | Қалыптасқан тәжірибе бойынша нәтижесіз
prolonged | Unreasonably prolonged | Неоправданно затянуто | Негізсіз созылған
not-independent | Body is not independent | Орган не независим | Орган тәуелсіз емес
discretionary | Depends on an official's discretion | Зависит от усмотрения должностного лица | Лауазымды адамның қалауына байланысты
fear-of-reprisal | Fear of reprisal | Страх преследования | Қудалаудан қорқу
no-counsel | No counsel to be had | Не найти адвоката | Адвокат табылмаған
no-documents | Documents withheld | Документы не выдают | Құжаттар берілмейді
no-means | No means | Нет средств | Қаражат жоқ
incommunicado | Person held without contact | Человек содержится без связи | Адам байланыссыз ұсталуда
not-told-of-right | Not told of the right | Право не разъяснено | Құқығы түсіндірілмеген
time-limit-missed | Time limit passed through no fault | Срок пропущен не по своей вине | Мерзім өз кінәсінсіз өткен
already-exhausted | Already exhausted by another remedy | Исчерпано иным средством | Басқа құралмен таусылған
`,
  ),
  table(
    "intervention-kinds",
    `
legal-aid | Legal aid | Юридическая помощь | Заң көмегі
defence | Defence in court | Защита в суде | Сотта қорғау
medical-aid | Medical aid | Медицинская помощь | Медициналық көмек
psychological-aid | Psychological aid | Психологическая помощь | Психологиялық көмек
financial-aid | Financial aid | Материальная помощь | Материалдық көмек
relocation | Relocation, shelter | Релокация, убежище | Басқа жерге көшіру, баспана
visit | Visit | Посещение | Барып көру
trial-observation | Trial observation | Наблюдение за судом | Сотты бақылау
monitoring-visit | Visit of a monitoring body | Посещение наблюдательной комиссией или НПМ | Бақылау комиссиясының немесе ҰПТ барып көруі
petition | Petition, letter | Петиция, обращение | Петиция, үндеу
open-letter | Open letter | Открытое письмо | Ашық хат
statement | Statement | Заявление | Мәлімдеме
diplomatic | Diplomatic step | Дипломатический шаг | Дипломатиялық қадам
parliamentary | Question in parliament | Парламентский запрос | Парламенттік сауал
un-appeal | UN appeal or letter | Обращение органов ООН | БҰҰ органдарының үндеуі
international-complaint | International complaint | Международная жалоба | Халықаралық шағым
demand-for-inquiry | Demand for an inquiry | Требование расследовать | Тергеуді талап ету
media | Publicity | Публикации | Жарияланымдар
campaign | Campaign | Кампания | Науқан
negotiation | Talks with the authorities | Переговоры с властями | Билікпен келіссөз
digital-security | Help with digital security | Помощь в цифровой безопасности | Цифрлық қауіпсіздік көмегі
search-for-person | Search for the person | Поиск человека | Адамды іздеу
award | Award, recognition | Награда, признание | Марапат, мойындау
other | Other | Другое | Басқа
`,
  ),
  table(
    "responses",
    `
met | Request met | Просьба выполнена | Өтініш орындалды
partly-met | Met in part | Выполнено частично | Ішінара орындалды
promised | Promised | Обещано | Уәде берілді
inquiry-opened | Inquiry opened | Начата проверка | Тексеру басталды
information-given | Information given | Предоставлены сведения | Мәлімет берілді
information-asked | More information asked for | Запрошены дополнительные сведения | Қосымша мәлімет сұралды
formal | Formal answer | Формальный ответ | Ресми ғана жауап
denied-fact | Fact denied | Факт отрицается | Факт жоққа шығарылды
denied-responsibility | Responsibility denied | Ответственность отрицается | Жауапкершілік жоққа шығарылды
justified | Act justified | Действия оправданы | Әрекет ақталды
refused | Refused | Отказ | Бас тарту
no-answer | No answer | Нет ответа | Жауап жоқ
obstruction | Intervention obstructed | Воспрепятствование | Кедергі жасау
reprisal | Reprisal | Ответное преследование | Жауап ретінде қудалау
pending | Awaited | Ожидается | Күтілуде
`,
  ),
  table(
    "administrative-measures",
    `
fine | Fine | Штраф | Айыппұл
warning | Warning | Предупреждение | Ескерту
arrest | Administrative arrest | Административный арест | Әкімшілік қамақ
order | Binding order | Предписание | Нұсқама
suspension | Suspension of activity | Приостановление деятельности | Қызметті тоқтата тұру
ban-on-activity | Ban on activity | Запрет деятельности | Қызметке тыйым салу
licence-withdrawal | Licence withdrawn | Лишение лицензии | Лицензиядан айыру
registration-refusal | Refusal of registration | Отказ в регистрации | Тіркеуден бас тарту
registration-annulment | Registration annulled | Аннулирование регистрации | Тіркеудің күшін жою
tax-assessment | Tax assessment | Доначисление налогов | Салықты қосымша есептеу
account-freeze | Account frozen | Арест счёта | Шотқа тыйым салу
confiscation | Confiscation | Конфискация | Тәркілеу
expulsion | Expulsion from the country | Выдворение | Елден шығарып жіберу
inspection | Inspection ordered | Назначение проверки | Тексеру тағайындау
website-block | Blocking order | Предписание о блокировке | Бұғаттау туралы нұсқама
permission-refusal | Permission refused | Отказ в разрешении | Рұқсат беруден бас тарту
official-caution | Prosecutor's caution | Разъяснение или предостережение прокурора | Прокурордың түсіндіруі немесе ескертуі
entry-in-register | Entry in a register or list | Внесение в реестр или список | Тізілімге немесе тізімге енгізу
other | Other | Иное | Басқа
`,
  ),
  table(
    "restrictions",
    `
assembly | Assembly | Собрания | Жиналыстар
  assembly-refusal | Refused | Отказ в согласовании | Келісуден бас тарту
  assembly-place | Place or time limited | Ограничение места или времени | Орны немесе уақыты шектелген
  assembly-ban | General ban | Общий запрет | Жалпы тыйым
association | Association | Объединения | Бірлестіктер
  association-registration | Registration | Регистрация | Тіркеу
  association-funding | Funding | Финансирование | Қаржыландыру
  association-activity | Activity | Деятельность | Қызметі
website | Website, account, network | Сайт, аккаунт, сеть | Сайт, аккаунт, желі
  website-block | Blocked | Блокировка | Бұғаттау
  website-removal | Removal demanded | Требование удалить | Жоюды талап ету
  network-shutdown | Shutdown | Отключение связи | Байланысты өшіру
travel | Travel | Передвижение | Жүріп-тұру
  travel-exit | Leaving the country | Выезд из страны | Елден шығу
  travel-entry | Entering the country | Въезд в страну | Елге кіру
  travel-local | Leaving the town or district | Выезд из города или района | Қаладан немесе ауданнан шығу
  curfew | Curfew | Комендантский час | Коменданттық сағат
profession | Profession or post | Профессия или должность | Кәсіп немесе лауазым
social-media | Use of media or networks | Пользование СМИ и сетями | БАҚ пен желілерді пайдалану
contact | Contact with named persons | Общение с определёнными лицами | Белгілі адамдармен қатынас
property | Use of property or accounts | Распоряжение имуществом и счетами | Мүлік пен шоттарды пайдалану
reporting | Duty to report to police | Обязанность отмечаться в полиции | Полицияға тіркеліп тұру міндеті
`,
  ),
  table(
    "legal-instruments",
    `
national | National law | Национальное право | Ұлттық құқық
  constitution | Constitution of Kazakhstan | Конституция Республики Казахстан | Қазақстан Республикасының Конституциясы
  criminal-code | Criminal Code | Уголовный кодекс | Қылмыстық кодекс
  criminal-procedure-code | Criminal Procedure Code | Уголовно-процессуальный кодекс | Қылмыстық-процестік кодекс
  penal-enforcement-code | Penal Enforcement Code | Уголовно-исполнительный кодекс | Қылмыстық-атқару кодексі
  administrative-offences-code | Code of Administrative Offences | Кодекс об административных правонарушениях | Әкімшілік құқық бұзушылық туралы кодекс
  administrative-procedure-code | Administrative Procedural and Process-Related Code | Административный процедурно-процессуальный кодекс | Әкімшілік рәсімдік-процестік кодекс
  civil-code | Civil Code | Гражданский кодекс | Азаматтық кодекс
  civil-procedure-code | Civil Procedure Code | Гражданский процессуальный кодекс | Азаматтық процестік кодекс
  tax-code | Tax Code | Налоговый кодекс | Салық кодексі
  labour-code | Labour Code | Трудовой кодекс | Еңбек кодексі
  law-assemblies | Law on peaceful assemblies | Закон о мирных собраниях | Бейбіт жиналыстар туралы заң
  law-associations | Law on public associations | Закон об общественных объединениях | Қоғамдық бірлестіктер туралы заң
  law-ngo | Law on non-commercial organisations | Закон о некоммерческих организациях | Коммерциялық емес ұйымдар туралы заң
  law-unions | Law on trade unions | Закон о профессиональных союзах | Кәсіптік одақтар туралы заң
  law-parties | Law on political parties | Закон о политических партиях | Саяси партиялар туралы заң
  law-media | Law on mass media | Закон о масс-медиа | Масс-медиа туралы заң
  law-communications | Law on communications | Закон о связи | Байланыс туралы заң
  law-personal-data | Law on personal data | Закон о персональных данных | Дербес деректер туралы заң
  law-religion | Law on religious activity | Закон о религиозной деятельности | Діни қызмет туралы заң
  law-extremism | Law on countering extremism | Закон о противодействии экстремизму | Экстремизмге қарсы іс-қимыл туралы заң
  law-terrorism | Law on countering terrorism | Закон о противодействии терроризму | Терроризмге қарсы іс-қимыл туралы заң
  law-operational-search | Law on operational-search activity | Закон об оперативно-розыскной деятельности | Жедел-іздестіру қызметі туралы заң
  law-bar | Law on advocates and legal aid | Закон об адвокатской деятельности и юридической помощи | Адвокаттық қызмет және заң көмегі туралы заң
  law-elections | Law on elections | Закон о выборах | Сайлау туралы заң
  law-by-law | By-law, order of an authority | Подзаконный акт, приказ органа | Заңға тәуелді акт, орган бұйрығы
  foreign-law | Law of another country | Право другого государства | Басқа мемлекет құқығы
universal | Universal | Универсальные договоры | Әмбебап шарттар
  udhr | Universal Declaration of Human Rights | Всеобщая декларация прав человека | Адам құқықтарының жалпыға бірдей декларациясы
  iccpr | International Covenant on Civil and Political Rights | Международный пакт о гражданских и политических правах | Азаматтық және саяси құқықтар туралы халықаралық пакт
  iccpr-op1 | Optional Protocol to the Covenant | Факультативный протокол к Пакту | Пактінің факультативтік хаттамасы
  iccpr-op2 | Second Optional Protocol (death penalty) | Второй факультативный протокол (смертная казнь) | Екінші факультативтік хаттама (өлім жазасы)
  icescr | International Covenant on Economic, Social and Cultural Rights | Международный пакт об экономических, социальных и культурных правах | Экономикалық, әлеуметтік және мәдени құқықтар туралы халықаралық пакт
  cat | Convention against Torture | Конвенция против пыток | Азаптауларға қарсы конвенция
  opcat | Optional Protocol to the Convention against Torture | Факультативный протокол к Конвенции против пыток | Азаптауларға қарсы конвенцияның факультативтік хаттамасы
  cedaw | Convention on discrimination against women | Конвенция о ликвидации дискриминации в отношении женщин | Әйелдерге қатысты кемсітушілікті жою туралы конвенция
  crc | Convention on the Rights of the Child | Конвенция о правах ребёнка | Бала құқықтары туралы конвенция
  crpd | Convention on the Rights of Persons with Disabilities | Конвенция о правах инвалидов | Мүгедектердің құқықтары туралы конвенция
  cerd | Convention on racial discrimination | Конвенция о ликвидации расовой дискриминации | Нәсілдік кемсітушілікті жою туралы конвенция
  ced | Convention on enforced disappearance | Конвенция о защите от насильственных исчезновений | Күштеп жоғалтудан қорғау туралы конвенция
  refugee-convention | Refugee Convention | Конвенция о статусе беженцев | Босқындар мәртебесі туралы конвенция
  consular-convention | Vienna Convention on Consular Relations | Венская конвенция о консульских сношениях | Консулдық қатынастар туралы Вена конвенциясы
  ilo-29 | ILO Convention 29, forced labour | Конвенция МОТ № 29 о принудительном труде | Мәжбүрлі еңбек туралы ХЕҰ № 29 конвенциясы
  ilo-87 | ILO Convention 87, freedom of association | Конвенция МОТ № 87 о свободе ассоциации | Бірлесу бостандығы туралы ХЕҰ № 87 конвенциясы
  ilo-98 | ILO Convention 98, collective bargaining | Конвенция МОТ № 98 о коллективных переговорах | Ұжымдық келіссөздер туралы ХЕҰ № 98 конвенциясы
  ilo-105 | ILO Convention 105, abolition of forced labour | Конвенция МОТ № 105 об упразднении принудительного труда | Мәжбүрлі еңбекті жою туралы ХЕҰ № 105 конвенциясы
standards | Standards and principles | Стандарты и принципы | Стандарттар мен қағидаттар
  mandela-rules | Nelson Mandela Rules | Правила Нельсона Манделы | Нельсон Мандела ережелері
  bangkok-rules | Bangkok Rules | Бангкокские правила | Бангкок ережелері
  defenders-declaration | Declaration on human rights defenders | Декларация о правозащитниках | Құқық қорғаушылар туралы декларация
  istanbul-protocol | Istanbul Protocol | Стамбульский протокол | Стамбул хаттамасы
  minnesota-protocol | Minnesota Protocol | Миннесотский протокол | Миннесота хаттамасы
  basic-principles-lawyers | Basic Principles on the Role of Lawyers | Основные принципы, касающиеся роли юристов | Заңгерлердің рөліне қатысты негізгі қағидаттар
  general-comment | General comment of a treaty body | Замечание общего порядка договорного органа | Шарттық органның жалпы тәртіптегі ескертпесі
regional | Regional | Региональные договоры | Аймақтық шарттар
  echr | European Convention on Human Rights | Европейская конвенция по правам человека | Адам құқықтары туралы Еуропа конвенциясы
  osce | OSCE commitments | Обязательства ОБСЕ | ЕҚЫҰ міндеттемелері
  cis-minsk | CIS conventions on legal assistance | Конвенции СНГ о правовой помощи | ТМД-ның құқықтық көмек туралы конвенциялары
`,
  ),
  table(
    "mechanisms",
    `
treaty-bodies | UN treaty bodies | Договорные органы ООН | БҰҰ шарттық органдары
  hrc | Human Rights Committee | Комитет по правам человека | Адам құқықтары жөніндегі комитет
  cat | Committee against Torture | Комитет против пыток | Азаптауларға қарсы комитет
  spt | Subcommittee on Prevention of Torture | Подкомитет по предупреждению пыток | Азаптаулардың алдын алу кіші комитеті
  cedaw | Committee on Discrimination against Women | Комитет по ликвидации дискриминации в отношении женщин | Әйелдерге қатысты кемсітушілікті жою комитеті
  crc | Committee on the Rights of the Child | Комитет по правам ребёнка | Бала құқықтары жөніндегі комитет
  crpd | Committee on the Rights of Persons with Disabilities | Комитет по правам инвалидов | Мүгедектердің құқықтары жөніндегі комитет
  cerd | Committee on Racial Discrimination | Комитет по ликвидации расовой дискриминации | Нәсілдік кемсітушілікті жою комитеті
  cescr | Committee on Economic, Social and Cultural Rights | Комитет по экономическим, социальным и культурным правам | Экономикалық, әлеуметтік және мәдени құқықтар комитеті
  ced | Committee on Enforced Disappearances | Комитет по насильственным исчезновениям | Күштеп жоғалту жөніндегі комитет
  treaty-body-report | Alternative report to a treaty body | Альтернативный доклад договорному органу | Шарттық органға баламалы баяндама
special-procedures | UN special procedures | Специальные процедуры ООН | БҰҰ арнайы рәсімдері
  wgad | Working Group on Arbitrary Detention | Рабочая группа по произвольным задержаниям | Негізсіз ұстау жөніндегі жұмыс тобы
  wgeid | Working Group on Disappearances | Рабочая группа по насильственным исчезновениям | Күштеп жоғалту жөніндегі жұмыс тобы
  sr-torture | Special Rapporteur on torture | Спецдокладчик по вопросу о пытках | Азаптаулар жөніндегі арнайы баяндамашы
  sr-expression | Special Rapporteur on freedom of expression | Спецдокладчик по свободе выражения мнений | Пікір білдіру бостандығы жөніндегі арнайы баяндамашы
  sr-assembly | Special Rapporteur on assembly and association | Спецдокладчик по свободе собраний и ассоциаций | Жиналыстар мен бірлестіктер бостандығы жөніндегі арнайы баяндамашы
  sr-defenders | Special Rapporteur on human rights defenders | Спецдокладчик по правозащитникам | Құқық қорғаушылар жөніндегі арнайы баяндамашы
  sr-judges-lawyers | Special Rapporteur on judges and lawyers | Спецдокладчик по независимости судей и адвокатов | Судьялар мен адвокаттар тәуелсіздігі жөніндегі арнайы баяндамашы
  sr-executions | Special Rapporteur on extrajudicial executions | Спецдокладчик по внесудебным казням | Соттан тыс өлтіру жөніндегі арнайы баяндамашы
  sr-terrorism | Special Rapporteur on countering terrorism | Спецдокладчик по правам человека при борьбе с терроризмом | Терроризммен күрестегі адам құқықтары жөніндегі арнайы баяндамашы
  sr-religion | Special Rapporteur on freedom of religion | Спецдокладчик по свободе религии | Діни сенім бостандығы жөніндегі арнайы баяндамашы
  sr-privacy | Special Rapporteur on privacy | Спецдокладчик по праву на неприкосновенность частной жизни | Жеке өмір құпиясы жөніндегі арнайы баяндамашы
upr | Universal Periodic Review | Универсальный периодический обзор | Әмбебап мерзімді шолу
ilo | International Labour Organization | Международная организация труда | Халықаралық еңбек ұйымы
osce-odihr | OSCE/ODIHR | БДИПЧ ОБСЕ | ЕҚЫҰ ДИАҚБ
eu | European Union | Европейский союз | Еуропалық одақ
ecthr | European Court of Human Rights | Европейский суд по правам человека | Адам құқықтары жөніндегі Еуропа соты
sanctions | Sanctions bodies | Органы, применяющие санкции | Санкция қолданатын органдар
interpol | Commission for the Control of INTERPOL's Files | Комиссия по контролю за файлами Интерпола | Интерпол файлдарын бақылау комиссиясы
national | National | Национальные механизмы | Ұлттық тетіктер
  ombudsman | Commissioner for Human Rights | Уполномоченный по правам человека | Адам құқықтары жөніндегі уәкіл
  npm | National preventive mechanism | Национальный превентивный механизм | Ұлттық превентивтік тетік
  prosecutor | Prosecutor's office | Прокуратура | Прокуратура
  courts | Courts | Суды | Соттар
press | Press | Пресса | Баспасөз
`,
  ),
] as const
