import { table } from "../table.ts"

/** Where and how somebody is held, and what the Istanbul Protocol asks about. */
export const detentionLists = [
  table(
    "detention-kinds",
    `
stop | Stop, identity check | Остановка, установление личности | Тоқтату, жеке басын анықтау
administrative-detention | Administrative detention | Административное задержание | Әкімшілік ұстау
administrative-arrest | Administrative arrest | Административный арест | Әкімшілік қамақ
criminal-detention | Detention as a suspect | Задержание подозреваемого | Күдіктіні ұстау
remand | Remand in custody | Содержание под стражей | Күзетпен ұстау
house-arrest | House arrest | Домашний арест | Үйқамақ
sentence | Sentence | Отбывание наказания | Жазаны өтеу
emergency | Under emergency rules | По режиму чрезвычайного положения | Төтенше жағдай тәртібімен
immigration | Immigration detention | Миграционное задержание | Көші-қон ережесімен ұстау
extradition | For extradition | Экстрадиционный арест | Экстрадициялық қамақ
military | Military detention | Гауптвахта, военное задержание | Гауптвахта, әскери ұстау
psychiatric | Psychiatric confinement | Принудительная госпитализация | Мәжбүрлеп ауруханаға жатқызу
quarantine | Quarantine | Карантин | Карантиндік ұстау
protective | "For own safety" | «В целях безопасности» самого человека | Адамның «өз қауіпсіздігі үшін»
unofficial | Unofficial | Неофициальное удержание | Бейресми ұстау
by-private | By private persons | Удержание частными лицами | Жеке адамдардың ұстауы
unknown | Unknown | Неизвестно | Белгісіз
`,
  ),
  table(
    "custody-places",
    `
police | Police | Полиция | Полиция мекемелері
  police-station | Police station | Отдел полиции | Полиция бөлімі
  police-post | Police post | Участковый пункт полиции | Учаскелік полиция пункті
  police-vehicle | Police vehicle, van | Автомобиль полиции, автозак | Полиция көлігі, автозак
  temporary-detention | Temporary detention facility | Изолятор временного содержания (ИВС) | Уақытша ұстау изоляторы (УҰИ)
  special-reception | Special detention facility for administrative arrest | Специальный приёмник | Арнайы қабылдау орны
  reception-distribution | Reception centre for persons without papers | Приёмник-распределитель | Қабылдап-бөлу орны
remand-centre | Remand centre | Следственный изолятор (СИЗО) | Тергеу изоляторы (СИЗО)
national-security-remand | Remand centre of the security service | Следственный изолятор органов нацбезопасности | Ұлттық қауіпсіздік органдарының тергеу изоляторы
prison | Prison, colony | Учреждение исполнения наказаний | Жазаны өтеу мекемесі
  prison-minimum | Minimum security | Учреждение минимальной безопасности | Қауіпсіздігі барынша төмен мекеме
  prison-medium | Medium security | Учреждение средней безопасности | Қауіпсіздігі орташа мекеме
  prison-maximum | Maximum security | Учреждение максимальной безопасности | Қауіпсіздігі барынша жоғары мекеме
  prison-full | Full security (cells) | Учреждение полной безопасности | Толық қауіпсіз мекеме
  prison-juvenile | Juvenile institution | Учреждение для несовершеннолетних | Кәмелетке толмағандар мекемесі
  prison-women | Women's institution | Женское учреждение | Әйелдер мекемесі
  prison-hospital | Prison hospital | Больница учреждения | Мекеме ауруханасы
  punishment-cell | Punishment cell | Дисциплинарный изолятор (ДИЗО) | Тәртіптік изолятор
court | Court cells | Помещение для подсудимых в суде | Соттағы сотталушылар орны
hospital | Hospital | Больница | Аурухана
psychiatric-hospital | Psychiatric hospital | Психиатрическая больница | Психиатриялық аурухана
home | Home | Дом | Үйі
military | Military facility | Воинская часть, гауптвахта | Әскери бөлім, гауптвахта
border | Border or airport room | Помещение на границе или в аэропорту | Шекарадағы немесе әуежайдағы бөлме
bus-yard | Bus, yard, sports hall | Автобус, двор, спортзал | Автобус, аула, спортзал
unofficial | Unofficial place | Неофициальное место | Бейресми орын
foreign | Abroad | За рубежом | Шетелде
unknown | Unknown | Неизвестно | Белгісіз
`,
  ),
  table(
    "whereabouts",
    `
known-confirmed | Known, confirmed by the authority | Известно, подтверждено органом | Белгілі, орган растаған
known-unconfirmed | Known from others only | Известно только от других лиц | Тек басқалардан белгілі
disputed | Sources differ | Источники расходятся | Дереккөздер әртүрлі айтады
refused | Authority refuses to say | Орган отказывается назвать | Орган айтудан бас тартады
denied | Authority denies holding the person | Орган отрицает задержание | Орган ұстағанын жоққа шығарады
unknown | Unknown | Неизвестно | Белгісіз
released | Released | Освобождён | Босатылған
transferred-unknown | Moved, new place unknown | Переведён, куда — неизвестно | Ауыстырылған, қайда екені белгісіз
found-dead | Found dead | Найден мёртвым | Өлі табылған
`,
  ),
  table(
    "counsel-access",
    `
own-choice-at-once | Own counsel, at once | Свой адвокат, сразу | Өз адвокаты, бірден
own-choice-late | Own counsel, late | Свой адвокат, с опозданием | Өз адвокаты, кешіктіріліп
appointed | Appointed counsel | Адвокат по назначению | Тағайындалған адвокат
appointed-against-will | Appointed against the person's will | Адвокат навязан против воли | Адвокат еркінен тыс таңылған
not-confidential | Access, but not alone | Доступ без конфиденциальности | Құпиялықсыз кездесу
before-charge | First seen before the charge | Впервые до предъявления обвинения | Алғаш рет айып тағылғанға дейін
after-charge | First seen after the charge | Впервые после предъявления обвинения | Алғаш рет айып тағылғаннан кейін
at-interrogation | Present at interrogation | Присутствовал на допросе | Жауап алуда қатысқан
only-in-court | Only in court | Только в суде | Тек сотта
refused | Refused by the authority | Отказано органом | Орган рұқсат бермеген
waived | Waived freely | Добровольный отказ | Өз еркімен бас тартқан
waived-forced | Waived under pressure | Отказ под давлением | Қысыммен бас тартқан
not-requested | Not asked for | Не просил | Сұрамаған
unknown | Unknown | Неизвестно | Белгісіз
`,
  ),
  table(
    "family-contact",
    `
told-at-once | Told at once | Уведомлены сразу | Бірден хабарланған
told-late | Told late | Уведомлены с опозданием | Кешіктіріп хабарланған
not-told | Not told | Не уведомлены | Хабарланбаған
visits | Visits allowed | Свидания разрешены | Кездесуге рұқсат берілген
visits-limited | Visits limited | Свидания ограничены | Кездесу шектелген
visits-refused | Visits refused | В свиданиях отказано | Кездесуге рұқсат берілмеген
calls | Calls allowed | Звонки разрешены | Қоңырауға рұқсат берілген
letters | Letters pass | Переписка доходит | Хат-хабар жетеді
letters-withheld | Letters withheld | Переписка задерживается | Хат-хабар ұсталады
parcels-refused | Parcels refused | Передачи не принимают | Сәлемдеме қабылданбайды
none | None | Нет связи | Байланыс жоқ
unknown | Unknown | Неизвестно | Белгісіз
`,
  ),
  table(
    "statement-signing",
    `
not-asked | Not asked to sign | Подписать не просили | Қол қоюды сұрамаған
refused | Refused to sign | Отказался подписать | Қол қоюдан бас тартқан
understood | Signed freely, understanding it | Подписал добровольно и осознанно | Өз еркімен, түсініп қол қойған
not-understood | Signed without understanding it | Подписал, не понимая содержания | Мазмұнын түсінбей қол қойған
unread | Signed unread or blank | Подписал не читая или пустой лист | Оқымай немесе бос параққа қол қойған
forced | Signed under force or threat | Подписал под принуждением или угрозой | Мәжбүрлеумен немесе қорқытумен қол қойған
deceived | Signed by deception | Подписал вследствие обмана | Алдау салдарынан қол қойған
unknown | Unknown | Неизвестно | Белгісіз
`,
  ),
  table(
    "medical-attention",
    `
not-needed | Not needed, as the person says | Не требовалась, по словам человека | Адамның айтуынша, қажет болмаған
asked-refused | Asked for and refused | Просил, отказано | Сұраған, бас тартылған
none | None given | Не оказана | Көрсетілмеген
limited | Limited | Оказана частично | Ішінара көрсетілген
adequate | Adequate | Оказана в достаточной мере | Жеткілікті көрсетілген
examined-independent | Examined by an independent doctor | Осмотрен независимым врачом | Тәуелсіз дәрігер қараған
examined-official | Examined by an official doctor | Осмотрен врачом органа | Орган дәрігері қараған
examined-with-police | Examined with police in the room | Осмотрен в присутствии полиции | Полиция қатысуымен қаралған
doctor-during | A doctor was present during torture | Врач присутствовал при пытках | Азаптау кезінде дәрігер болған
doctor-took-part | A doctor took part in torture | Врач участвовал в пытках | Дәрігер азаптауға қатысқан
record-refused | Injuries not recorded | Травмы не зафиксированы | Жарақаттар тіркелмеген
unknown | Unknown | Неизвестно | Белгісіз
`,
  ),
  table(
    "autopsies",
    `
by-experts | Done by forensic experts | Проведено судебно-медицинскими экспертами | Сот-медицина сарапшылары жүргізген
independent | Independent examination | Независимое исследование | Тәуелсіз зерттеу
informal | Body seen informally | Неофициальный осмотр тела | Мәйітті бейресми қарау
result-withheld | Done, result withheld | Проведено, результат не выдан | Жүргізілген, қорытындысы берілмеген
refused | Refused | В проведении отказано | Жүргізуден бас тартылған
none | Not done | Не проводилось | Жүргізілмеген
unknown | Unknown | Неизвестно | Белгісіз
`,
  ),
  table(
    "death-certificates",
    `
at-hand | At hand | Имеется на руках | Қолда бар
seen | Seen by a reliable person | Видел надёжный свидетель | Сенімді адам көрген
exists-withheld | Exists, not given out | Существует, не выдаётся | Бар, бірақ берілмейді
none | None found | Не найдено | Табылмаған
cause-disputed | Cause of death disputed | Причина смерти оспаривается | Өлім себебіне дау бар
unknown | Unknown | Неизвестно | Белгісіз
`,
  ),
] as const
