/** Acts in proceedings, against privacy, home and property. */
export const actsInJustice = `
justice | Proceedings and fair trial | Судопроизводство и справедливый суд | Сот ісін жүргізу және әділ сот
  criminal-case-opened | Criminal case opened | Возбуждение уголовного дела | Қылмыстық іс қозғау
  charge | Charge or naming as suspect | Предъявление обвинения или признание подозреваемым | Айып тағу немесе күдікті деп тану
    charge-changed | Charge changed or made graver | Изменение или утяжеление обвинения | Айыптауды өзгерту немесе ауырлату
    charge-vague-law | Charge under a vague law | Обвинение по неопределённой норме закона | Заңның бұлыңғыр нормасы бойынша айыптау
  interrogation | Interrogation | Допрос | Жауап алу
    interrogation-no-counsel | Interrogation without counsel | Допрос без адвоката | Адвокатсыз жауап алу
    interrogation-night | Interrogation at night or for too long | Ночной или чрезмерно долгий допрос | Түнде немесе тым ұзақ жауап алу
  counsel-denied | Denial of counsel | Недопуск адвоката | Адвокатты жібермеу
    counsel-imposed | Counsel imposed | Навязывание адвоката по назначению | Тағайындалған адвокатты күштеп таңу
    counsel-confidentiality | Breach of lawyer–client confidentiality | Нарушение адвокатской тайны | Адвокаттық құпияны бұзу
    counsel-persecuted | Pressure on counsel | Давление на адвоката | Адвокатқа қысым көрсету
    counsel-disbarred | Loss of a lawyer's licence | Лишение адвоката лицензии | Адвокатты лицензиядан айыру
  non-disclosure-order | Gag order on the defence | Подписка о неразглашении, наложенная на защиту | Қорғаушыдан жария етпеу туралы қолхат алу
  evidence-fabricated | Planted or fabricated evidence | Подброс или фабрикация доказательств | Дәлелдемелерді тастап кету немесе қолдан жасау
  evidence-refused | Refusal of defence evidence or witnesses | Отказ в приобщении доказательств или вызове свидетелей защиты | Қорғау тарапының дәлелдемелерін қоспау немесе куәларын шақырмау
  evidence-from-torture | Use of evidence obtained by torture | Использование доказательств, полученных под пыткой | Азаптау арқылы алынған дәлелдемелерді пайдалану
  anonymous-witness | Reliance on an anonymous witness | Опора на показания анонимного свидетеля | Жасырын куәнің айғағына сүйену
  expert-opinion | Commissioned expert opinion | Заказное экспертное заключение | Тапсырыспен жасалған сараптама қорытындысы
  hearing-closed | Closed hearing | Закрытое судебное заседание | Жабық сот отырысы
  hearing-absent | Trial in absence | Заочное судебное разбирательство | Сырттай сот талқылауы
  observers-barred | Observers or press barred from court | Недопуск наблюдателей или прессы в суд | Бақылаушыларды немесе баспасөзді сотқа кіргізбеу
  no-interpreter | No interpreter or wrong language | Отсутствие переводчика, чужой язык процесса | Аудармашының болмауы, түсініксіз тілде жүргізу
  trial-delayed | Undue delay | Необоснованное затягивание разбирательства | Іс қарауды негізсіз созу
  court-biased | Bias or pressure on the court | Предвзятость суда или давление на суд | Соттың бейтарап болмауы немесе сотқа қысым
  presumption-breached | Presumption of innocence breached by officials | Нарушение презумпции невиновности должностными лицами | Лауазымды адамдардың кінәсіздік презумпциясын бұзуы
  conviction | Conviction | Осуждение | Соттау
    conviction-administrative | Penalty for an administrative offence | Взыскание за административное правонарушение | Әкімшілік құқық бұзушылық үшін жаза қолдану
    ban-on-activity | Ban on activity or office | Запрет на деятельность или должность | Белгілі бір қызметпен айналысуға тыйым салу
  appeal-refused | Appeal refused or not examined | Отказ в рассмотрении жалобы | Шағымды қараудан бас тарту
  inquiry-refused | Refusal to open an inquiry | Отказ в возбуждении или регистрации дела | Іс қозғаудан немесе тіркеуден бас тарту
  inquiry-suspended | Inquiry suspended or closed | Приостановление или прекращение расследования | Тергеп-тексеруді тоқтата тұру немесе тоқтату
  judgment-not-enforced | Judgment not enforced | Неисполнение судебного решения | Сот шешімін орындамау
  views-not-implemented | Decision of a treaty body not carried out | Невыполнение решения договорного органа | Шарттық орган шешімін орындамау
  extremist-listing | Listing as extremist or terrorist | Включение в список экстремистов или террористов | Экстремистер немесе террористер тізіміне енгізу
  retroactive-law | Law applied retroactively | Придание закону обратной силы | Заңға кері күш беру
privacy | Privacy, home and communications | Частная жизнь, жилище и связь | Жеке өмір, тұрғын үй және байланыс
  search | Search | Обыск | Тінту
    search-home | Search of a home | Обыск жилища | Тұрғын үйді тінту
    search-office | Search of an office | Обыск офиса | Кеңсені тінту
    search-body | Body search | Личный досмотр | Жеке тексеру
    search-without-warrant | Search without a warrant | Обыск без санкции суда | Сот санкциясынсыз тінту
  inspection-entry | Inspection or entry of premises | Осмотр помещения или проникновение в него | Үй-жайды қарап тексеру немесе оған кіру
  seizure | Seizure | Изъятие | Алып қою
    device-seizure | Seizure of devices | Изъятие телефонов, компьютеров и носителей | Телефондарды, компьютерлерді және тасығыштарды алып қою
    document-seizure | Seizure of documents | Изъятие документов | Құжаттарды алып қою
    money-seizure | Seizure of money | Изъятие денег | Ақшаны алып қою
    inventory-wrong | Inventory missing or disputed | Отсутствие описи изъятого или её неточность | Алынған заттар тізімдемесінің болмауы немесе дәл еместігі
    return-refused | Refusal to return what was seized | Отказ вернуть изъятое | Алынған заттарды қайтарудан бас тарту
    returned-damaged | Returned damaged or with broken seals | Возврат с повреждениями или нарушенными печатями | Зақымдалған немесе мөрі бұзылған күйде қайтару
  forced-unlock | Being forced to unlock a device | Принуждение разблокировать устройство | Құрылғының құлпын ашуға мәжбүрлеу
  infiltration | Infiltration of a group | Внедрение агента в группу | Топқа агент енгізу
  covert-recording | Covert recording | Негласная запись | Жасырын жазба жасау
  surveillance | Surveillance | Слежка | Аңду
    interception | Interception of communications | Прослушивание и перехват связи | Сөйлесулерді тыңдау және байланысты ұстап алу
    video-surveillance | Hidden or aimed cameras | Скрытое или целевое видеонаблюдение | Жасырын немесе арнайы бейнебақылау
    tracking | Tracking of movements | Отслеживание перемещений | Жүріп-тұруын бақылау
  recruitment | Pressure to inform | Принуждение к сотрудничеству со спецслужбами | Арнаулы қызметтермен жұмыс істеуге мәжбүрлеу
  biometrics | Forced fingerprints, photographs or samples | Принудительное снятие отпечатков, фото или образцов | Саусақ таңбасын, фото немесе үлгілерді мәжбүрлеп алу
  data-leak | Private data or recordings made public | Обнародование личных данных или записей | Жеке деректерді немесе жазбаларды жариялау
  correspondence-opened | Mail opened or withheld | Вскрытие или задержка корреспонденции | Хат-хабарды ашу немесе ұстап қалу
family | Family | Семья | Отбасы
  relatives-pressured | Pressure on relatives | Давление на родственников | Туыстарына қысым көрсету
  relatives-dismissed | Dismissal of a relative | Увольнение родственника | Туысын жұмыстан шығару
  child-removal | Removal of a child or threat of it | Изъятие ребёнка или угроза изъятия | Баланы алып қою немесе алып қоямыз деп қорқыту
  family-visits-denied | Denial of visits, calls or letters | Отказ в свиданиях, звонках, переписке | Кездесуге, қоңырауға, хат алмасуға рұқсат бермеу
  burial-denied | Body or place of burial withheld | Невыдача тела или сокрытие места захоронения | Мәйітті бермеу немесе жерленген жерін жасыру
`
