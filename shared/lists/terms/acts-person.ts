/** Acts against liberty, life and integrity. */
export const actsAgainstPerson = `
liberty | Deprivation of liberty | Лишение свободы | Бас бостандығынан айыру
  arrest | Arrest | Задержание | Ұстау
    arrest-without-warrant | Arrest without a warrant or court decision | Задержание без ордера или решения суда | Ордерсіз немесе сот шешімінсіз ұстау
    arrest-at-assembly | Detention at an assembly | Задержание на мирном собрании | Бейбіт жиналыста ұстау
    arrest-preventive | Detention ahead of an event | Превентивное задержание накануне мероприятия | Іс-шара қарсаңында алдын ала ұстау
    arrest-repeated | Re-arrest on release | Повторное задержание при освобождении | Босатылған сәтте қайта ұстау
    arrest-rights-not-explained | Reasons or rights not explained on arrest | Неразъяснение причин задержания и прав | Ұстау себептері мен құқықтарын түсіндірмеу
    arrest-family-not-told | Family not told of the arrest | Неуведомление родных о задержании | Ұсталғаны туралы туыстарына хабарламау
    forced-appearance | Being brought in by force | Принудительный привод | Мәжбүрлеп алып келу
    summons-talk | Summons for a "talk" without status | Вызов на «беседу» без процессуального статуса | Іс жүргізу мәртебесінсіз «әңгімеге» шақыру
  kettling | Encirclement of a crowd (kettling) | Удержание людей в оцеплении («кеттлинг») | Адамдарды қоршауда ұстау («кеттлинг»)
  custody | Remand in custody | Заключение под стражу | Күзетпен ұстау
    custody-extended | Extension of custody | Продление срока содержания под стражей | Күзетпен ұстау мерзімін ұзарту
    custody-over-term | Custody beyond the lawful term | Содержание под стражей сверх законного срока | Заңды мерзімнен артық күзетпен ұстау
    house-arrest | House arrest | Домашний арест | Үйқамақ
    bail-refused | Refusal of bail or a milder measure | Отказ в залоге или более мягкой мере пресечения | Кепілден немесе жеңілірек бұлтартпау шарасынан бас тарту
  administrative-arrest | Administrative arrest | Административный арест | Әкімшілік қамаққа алу
  incommunicado | Detention without contact with the outside | Содержание без связи с внешним миром | Сыртқы әлеммен байланыссыз ұстау
  secret-detention | Secret or unrecorded detention | Тайное или незарегистрированное содержание под стражей | Жасырын немесе тіркелмеген ұстау
  psychiatric-confinement | Forced confinement in a psychiatric hospital | Принудительное помещение в психиатрическую больницу | Психиатриялық ауруханаға мәжбүрлеп жатқызу
  imprisonment | Imprisonment under a sentence | Лишение свободы по приговору | Үкім бойынша бас бостандығынан айыру
  prison-transfer | Prison transfer | Перевод (этапирование) осуждённого | Сотталған адамды басқа мекемеге ауыстыру
    prison-transfer-far | Transfer far from home or family | Перевод вдали от дома и семьи | Үйі мен отбасынан алысқа ауыстыру
  prison-regime | Stricter prison regime | Ужесточение режима отбывания наказания | Жазаны өтеу режимін қатаңдату
  parole-refused | Refusal of parole | Отказ в условно-досрочном освобождении | Шартты түрде мерзімінен бұрын босатудан бас тарту
  parole-conditions | Parole with conditions | Условно-досрочное освобождение с условиями | Міндеттер жүктеп, шартты түрде мерзімінен бұрын босату
  restricted-liberty | Restricted liberty, probation | Ограничение свободы, пробация | Бас бостандығын шектеу, пробация
  administrative-supervision | Police supervision after release | Административный надзор после освобождения | Босатылғаннан кейінгі әкімшілік қадағалау
  abduction | Abduction | Похищение | Адам ұрлау
  enforced-disappearance | Enforced disappearance | Насильственное исчезновение | Күштеп жоғалтып жіберу
  hostage-taking | Hostage-taking | Захват заложника | Кепілге алу
life | Life | Жизнь | Өмір
  extrajudicial-execution | Extrajudicial execution | Внесудебная казнь | Соттан тыс өлтіру
  killing-at-assembly | Killing at an assembly or in unrest | Гибель на собрании или при беспорядках | Жиналыста немесе тәртіпсіздік кезінде қаза табу
  killing-excessive-force | Killing by excessive force | Гибель от чрезмерного применения силы | Күшті шамадан тыс қолдану салдарынан қаза табу
  killing-by-private-person | Killing by a private person | Убийство частным лицом | Жеке адамның кісі өлтіруі
  killing-in-conflict | Killing of a civilian in conflict | Убийство гражданского лица в ходе конфликта | Қақтығыс кезінде бейбіт тұрғынды өлтіру
  death-in-custody | Death in custody | Смерть под стражей | Қамауда қайтыс болу
    death-after-torture | Death after torture or beating | Смерть после пыток или избиения | Азаптаудан немесе ұрып-соғудан кейін қайтыс болу
    death-no-medical-care | Death for want of medical care | Смерть из-за неоказания медицинской помощи | Медициналық көмек көрсетілмеуінен қайтыс болу
    death-reported-suicide | Death reported as suicide | Смерть, названная самоубийством | Өзіне-өзі қол жұмсау деп жарияланған өлім
  death-unexplained | Unexplained death | Смерть при невыясненных обстоятельствах | Мән-жайы анықталмаған өлім
  death-staged-accident | Death in a supposed accident | Смерть под видом несчастного случая | Жазатайым оқиға деп көрсетілген өлім
  attempt-on-life | Attempt on life | Покушение на жизнь | Өмірге қастандық жасау
  death-sentence | Death sentence | Смертный приговор | Өлім жазасына кесу
integrity | Torture, ill-treatment and violence | Пытки, жестокое обращение и насилие | Азаптау, қатыгездік және зорлық
  torture | Torture | Пытки | Азаптау
    torture-confession | Torture for a confession | Пытки ради признания | Мойындату үшін азаптау
    torture-sexual | Sexual torture | Пытки с сексуальным насилием | Жыныстық зорлықпен азаптау
    torture-psychological | Psychological torture | Психологические пытки | Психологиялық азаптау
  ill-treatment | Cruel, inhuman or degrading treatment | Жестокое, бесчеловечное или унижающее достоинство обращение | Қатыгез, адамгершілікке жатпайтын немесе қадір-қасиетті қорлайтын іс-әрекет
    beating-in-custody | Beating in custody | Избиение под стражей | Қамауда ұрып-соғу
    humiliation | Humiliation, forced nudity | Унижение, принудительное раздевание | Қорлау, мәжбүрлеп шешіндіру
    solitary | Solitary confinement | Одиночное заключение | Жалғыз қамауда ұстау
    restraints | Excessive handcuffs or restraints | Чрезмерное применение наручников и средств ограничения | Кісен мен шектеу құралдарын шамадан тыс қолдану
    threats-in-custody | Threats in custody | Угрозы под стражей | Қамауда қорқыту
    force-feeding | Force-feeding | Принудительное кормление | Мәжбүрлеп тамақтандыру
    medical-care-denied | Denial of medical care | Неоказание медицинской помощи | Медициналық көмек көрсетпеу
    prison-conditions | Inhuman conditions of detention | Бесчеловечные условия содержания | Адамгершілікке жатпайтын ұстау жағдайлары
    forced-treatment | Forced medical treatment | Принудительное лечение | Мәжбүрлеп емдеу
  confession-forced | Confession forced | Принуждение к признанию | Мойындауға мәжбүрлеу
    confession-broadcast | Forced confession broadcast | Показ вынужденного признания по телевидению или в сети | Мәжбүрлі мойындауды теледидардан немесе желіде көрсету
  assault | Physical attack | Физическое нападение | Дене күшін қолданып шабуыл жасау
    assault-unknown | Attack by unknown persons | Нападение неизвестных | Белгісіз адамдардың шабуылы
    assault-police | Violence by police outside custody | Насилие полиции вне мест содержания под стражей | Полицияның қамаудан тыс зорлық-зомбылығы
  sexual-violence | Sexual violence | Сексуальное насилие | Жыныстық зорлық-зомбылық
    rape | Rape | Изнасилование | Зорлау
    sexual-harassment | Sexual harassment | Сексуальное домогательство | Жыныстық қудалау
  domestic-violence | Domestic violence | Бытовое насилие | Тұрмыстық зорлық-зомбылық
  threat | Threat | Угроза | Қорқыту
    threat-of-death | Death threat | Угроза убийством | Өлтіремін деп қорқыту
    threat-of-prosecution | Threat of prosecution | Угроза уголовным преследованием | Қылмыстық қудалаумен қорқыту
    threat-sexual | Threat of sexual violence | Угроза сексуальным насилием | Жыныстық зорлықпен қорқыту
    threat-to-relatives | Threat against relatives | Угрозы в отношении родственников | Туыстарына қатысты қорқыту
  harassment | Harassment | Преследование и травля | Қудалау және қысым
  blackmail | Blackmail, intimate recordings | Шантаж, в том числе интимными записями | Бопсалау, соның ішінде жеке өмір жазбаларымен
  forced-labour | Forced labour | Принудительный труд | Мәжбүрлі еңбек
  trafficking | Trafficking in persons | Торговля людьми | Адам саудасы
  failure-to-protect | Failure to protect or investigate violence | Непринятие мер защиты или нерасследование насилия | Қорғау шараларын қолданбау немесе зорлықты тергемеу
`
