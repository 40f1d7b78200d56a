/** Acts against public life: expression, assembly, association, elections, the net, and by administrative means. */
export const actsInPublicLife = `
expression | Expression and media | Выражение мнения и СМИ | Пікір білдіру және БАҚ
  prosecution-for-speech | Prosecution for words | Преследование за высказывание | Айтқан сөзі үшін қудалау
  censorship | Censorship, ban on a publication | Цензура, запрет публикации | Цензура, жариялауға тыйым салу
  media-closed | Closure of a media outlet | Закрытие СМИ | БАҚ-ты жабу
  accreditation-refused | Accreditation refused or withdrawn | Отказ в аккредитации или её лишение | Аккредиттеуден бас тарту немесе одан айыру
  print-run-seized | Print run seized | Изъятие тиража | Таралымды тәркілеу
  reporting-obstructed | Obstruction of reporting | Воспрепятствование работе журналиста | Журналистің жұмысына кедергі келтіру
  source-disclosure | Pressure to disclose a source | Принуждение раскрыть источник | Ақпарат көзін ашуға мәжбүрлеу
  defamation-suit | Defamation suit | Иск о защите чести и достоинства | Ар-намыс пен қадір-қасиетті қорғау туралы талап қою
  defamation-state-media | Defamation in state media | Очернение в государственных СМИ | Мемлекеттік БАҚ-та жала жабу
  recantation-forced | Coerced public recantation or apology | Принуждение к публичному покаянию или извинению | Көпшілік алдында бас тартуға немесе кешірім сұрауға мәжбүрлеу
  information-refused | Refusal of information | Отказ в предоставлении информации | Ақпарат беруден бас тарту
  hate-speech | Incitement to hatred | Разжигание ненависти | Өшпенділікті қоздыру
digital | Digital | Цифровая среда | Цифрлық орта
  website-blocked | Website blocking | Блокировка сайта | Сайтты бұғаттау
  account-blocked | Account or channel blocked or deleted | Блокировка или удаление аккаунта, канала | Аккаунтты немесе арнаны бұғаттау, жою
  internet-shutdown | Internet shutdown | Отключение интернета | Интернетті өшіру
  service-throttled | Slowing or blocking of a service | Замедление или блокировка сервиса | Сервисті баяулату немесе бұғаттау
  account-hacked | Account taken over | Взлом аккаунта | Аккаунтты бұзу
  phone-spyware | Spyware on a device | Шпионская программа на устройстве | Құрылғыдағы тыңшылық бағдарлама
  ddos | Denial-of-service attack | DDoS-атака | DDoS-шабуыл
  content-removal | Order to remove content | Требование удалить материал | Материалды жоюды талап ету
  sim-blocked | Phone number or SIM cut off | Отключение номера или SIM-карты | Нөмірді немесе SIM-картаны өшіру
  troll-campaign | Coordinated online abuse | Организованная травля в сети | Желідегі ұйымдасқан шабуыл
  impersonation | Fake account or forged message | Поддельный аккаунт или сообщение от чужого имени | Жалған аккаунт немесе басқаның атынан хабарлама
assembly | Assembly | Мирные собрания | Бейбіт жиналыстар
  assembly-refused | Refusal of assembly permission | Отказ в согласовании собрания | Жиналысты келісуден бас тарту
  assembly-moved | Place or time imposed | Навязывание иного места или времени собрания | Жиналыстың басқа орнын немесе уақытын таңу
  assembly-dispersed | Dispersal | Разгон собрания | Жиналысты тарату
  force-at-assembly | Force against participants | Применение силы к участникам | Қатысушыларға күш қолдану
  assembly-obstructed | Access or place blocked | Перекрытие места собрания или проходов | Жиналыс орнын немесе өтетін жолдарды жабу
  assembly-penalised | Penalty for taking part | Наказание за участие в собрании | Жиналысқа қатысқаны үшін жазалау
  assembly-counter | Provocation or counter-crowd | Провокация, подставные участники | Арандату, жалған қатысушылар
  single-picket-stopped | Single picket stopped | Пресечение одиночного пикета | Жеке пикетті тоқтату
association | Association | Объединения | Бірлестіктер
  registration-refused | Refusal of registration | Отказ в регистрации | Тіркеуден бас тарту
  registration-annulled | Annulment of registration | Аннулирование регистрации | Тіркеудің күшін жою
  activity-suspended | Suspension of activity | Приостановление деятельности | Қызметін тоқтата тұру
  organisation-banned | Organisation banned | Запрет организации | Ұйымға тыйым салу
  organisation-liquidated | Forced dissolution | Принудительная ликвидация | Мәжбүрлеп тарату
  foreign-funding-penalty | Penalty over foreign funding | Наказание за иностранное финансирование | Шетелдік қаржыландыру үшін жазалау
  foreign-agent-label | Labelling as foreign-funded or agent | Внесение в реестр получателей иностранных средств | Шетел қаражатын алушылар тізіліміне енгізу
  membership-pressure | Pressure to leave an organisation | Принуждение выйти из организации | Ұйымнан шығуға мәжбүрлеу
  party-obstructed | Obstruction of a political party | Воспрепятствование деятельности партии | Партия қызметіне кедергі келтіру
administrative | Administrative pressure and property | Административное давление и собственность | Әкімшілік қысым және меншік
  tax-inspection | Tax inspection | Налоговая проверка | Салықтық тексеру
  inspection | Other official inspection | Иная проверка государственного органа | Мемлекеттік органның өзге тексеруі
  administrative-fine | Administrative fine | Административный штраф | Әкімшілік айыппұл
  tax-claim | Additional tax or penalty claimed | Доначисление налогов или пени | Қосымша салық немесе өсімпұл есептеу
  licence-withdrawn | Licence withdrawn | Лишение лицензии | Лицензиядан айыру
  account-frozen | Bank account frozen | Арест или блокировка банковского счёта | Банк шотына тыйым салу немесе оны бұғаттау
  confiscation | Confiscation | Конфискация | Тәркілеу
  property-arrest | Property placed under arrest | Наложение ареста на имущество | Мүлікке тыйым салу
  property-damage | Damage to property, arson | Порча имущества, поджог | Мүлікті бүлдіру, өртеу
  eviction | Eviction, lease ended under pressure | Выселение, расторжение аренды под давлением | Үйден шығару, жалдау шартын қысыммен бұзу
  demolition | Demolition of a home | Снос жилья | Тұрғын үйді бұзу
  land-taking | Taking of land | Изъятие земли | Жерді алып қою
  service-refused | Refusal of a public service or document | Отказ в государственной услуге или документе | Мемлекеттік қызметтен немесе құжат беруден бас тарту
  debt-restriction | Restriction by a bailiff | Ограничения судебного исполнителя | Сот орындаушысының шектеулері
movement | Movement and nationality | Передвижение и гражданство | Жүріп-тұру және азаматтық
  travel-ban | Ban on leaving the country | Запрет на выезд из страны | Елден шығуға тыйым салу
  entry-ban | Ban on entering the country | Запрет на въезд в страну | Елге кіруге тыйым салу
  removal-from-transport | Taken off a train, flight or bus | Снятие с поезда, рейса, автобуса | Пойыздан, рейстен, автобустан түсіру
  roadblock | Stopped on the road | Остановка и задержка в пути | Жолда тоқтату және кідірту
  passport-withheld | Passport refused or withdrawn | Отказ в паспорте или его изъятие | Паспорт бермеу немесе оны алып қою
  deportation | Deportation | Депортация | Депортация
  extradition | Extradition or return to danger | Экстрадиция или возвращение в опасную страну | Экстрадициялау немесе қауіпті елге қайтару
  cross-border-pursuit | Pursuit abroad, wanted notice | Преследование за рубежом, объявление в розыск | Шетелде қудалау, іздеу жариялау
  nationality-removed | Deprivation of nationality | Лишение гражданства | Азаматтығынан айыру
  residence-registration | Residence registration refused | Отказ в регистрации по месту жительства | Тұрғылықты жері бойынша тіркеуден бас тарту
discrimination | Discrimination | Дискриминация | Кемсітушілік
  discrimination-ethnic | Ethnic or racial discrimination | Этническая или расовая дискриминация | Этностық немесе нәсілдік кемсіту
  discrimination-language | Discrimination by language | Дискриминация по языку | Тіліне қарай кемсіту
  discrimination-religion | Discrimination by religion | Дискриминация по религии | Дініне қарай кемсіту
  discrimination-sex | Discrimination against women | Дискриминация женщин | Әйелдерді кемсіту
  discrimination-orientation | Discrimination by orientation or gender identity | Дискриминация по ориентации или гендерной идентичности | Бағдарына немесе гендерлік болмысына қарай кемсіту
  discrimination-disability | Discrimination by disability | Дискриминация по инвалидности | Мүгедектігіне қарай кемсіту
  discrimination-political | Discrimination by political opinion | Дискриминация по политическим взглядам | Саяси көзқарасына қарай кемсіту
religion | Religion | Религия | Дін
  worship-prevented | Worship prevented or penalised | Запрет богослужения или наказание за него | Құлшылық жасауға тыйым салу немесе ол үшін жазалау
  religious-literature | Religious literature seized or banned | Изъятие или запрет религиозной литературы | Діни әдебиетті алып қою немесе оған тыйым салу
  missionary-penalty | Penalty for missionary activity | Наказание за миссионерскую деятельность | Миссионерлік қызмет үшін жазалау
labour | Work and unions | Труд и профсоюзы | Еңбек және кәсіподақтар
  dismissal | Dismissal | Увольнение | Жұмыстан шығару
  forced-resignation | Forced resignation | Принуждение к увольнению | Жұмыстан кетуге мәжбүрлеу
  work-refused | Refusal of work, blacklisting | Отказ в приёме на работу, «чёрные списки» | Жұмысқа алмау, «қара тізімдер»
  wages-withheld | Wages withheld | Невыплата заработной платы | Жалақы төлемеу
  strike-banned | Strike declared illegal | Признание забастовки незаконной | Ереуілді заңсыз деп тану
  strike-call-prosecuted | Prosecution for calling a strike | Преследование за призыв к забастовке | Ереуілге шақырғаны үшін қудалау
  union-obstructed | Obstruction of a trade union | Воспрепятствование деятельности профсоюза | Кәсіподақ қызметіне кедергі келтіру
  expulsion-from-study | Expulsion from studies | Отчисление из учебного заведения | Оқу орнынан шығару
  study-pressure | Pressure through school or university | Давление через школу или вуз | Мектеп немесе жоғары оқу орны арқылы қысым көрсету
elections | Elections | Выборы | Сайлау
  candidate-refused | Candidate not registered | Отказ в регистрации кандидата | Кандидатты тіркеуден бас тарту
  observers-removed | Observers removed | Удаление наблюдателей | Бақылаушыларды шығарып жіберу
  votes-falsified | Falsified count or ballots | Фальсификация подсчёта или бюллетеней | Дауыс санауды немесе бюллетеньдерді бұрмалау
  voters-coerced | Pressure on voters | Принуждение избирателей | Сайлаушыларды мәжбүрлеу
  vote-denied | Vote denied | Лишение возможности голосовать | Дауыс беру мүмкіндігінен айыру
  referendum-obstructed | Obstruction of campaigning | Воспрепятствование агитации | Үгіт жүргізуге кедергі келтіру
`
