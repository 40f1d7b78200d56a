import { table } from "../table.ts"

/** Countries and territories by ISO 3166-1 alpha-2 code; names as i18n-iso-countries has them. Made by tools/make-places.ts. */
export const countries = table(
  "countries",
  `
AD | Andorra | Андорра | Андорра
AE | United Arab Emirates | ОАЭ | Біріккен Араб Әмірліктері
AF | Afghanistan | Афганистан | Ауғанстан
AG | Antigua and Barbuda | Антигуа и Барбуда | Антигуа және Барбуда
AI | Anguilla | Ангилья | Ангилья
AL | Albania | Албания | Албания
AM | Armenia | Армения | Армения
AO | Angola | Ангола | Ангола
AQ | Antarctica | Антарктида | Антарктида
AR | Argentina | Аргентина | Аргентина
AS | American Samoa | Американское Самоа | Америкалық Самоа
AT | Austria | Австрия | Австрия
AU | Australia | Австралия | Австралия
AW | Aruba | Аруба | Аруба
AX | Åland Islands | Аландские острова | Аланд аралдары
AZ | Azerbaijan | Азербайджан | Әзірбайжан
BA | Bosnia and Herzegovina | Босния и Герцеговина | Босния және Герцеговина
BB | Barbados | Барбадос | Барбадос
BD | Bangladesh | Бангладеш | Бангладеш
BE | Belgium | Бельгия | Бельгия
BF | Burkina Faso | Буркина-Фасо | Буркина-Фасо
BG | Bulgaria | Болгария | Болгария
BH | Bahrain | Бахрейн | Бахрейн
BI | Burundi | Бурунди | Бурунди
BJ | Benin | Бенин | Бенин
BL | Saint Barthélemy | Сен-Бартелеми | Сен-Бартелеми
BM | Bermuda | Бермуды | Бермуд аралдары
BN | Brunei Darussalam | Бруней | Бруней
BO | Bolivia | Боливия | Боливия
BQ | Bonaire, Sint Eustatius and Saba | Бонэйр, Синт-Эстатиус и Саба | Кариб Нидерландысы
BR | Brazil | Бразилия | Бразилия
BS | Bahamas | Багамы | Багам аралдары
BT | Bhutan | Бутан | Бутан
BV | Bouvet Island | Остров Буве | Буве аралы
BW | Botswana | Ботсвана | Ботсвана
BY | Belarus | Беларусь | Беларусь
BZ | Belize | Белиз | Белиз
CA | Canada | Канада | Канада
CC | Cocos (Keeling) Islands | Кокосовые острова | Кокос (Килинг) аралдары
CD | Democratic Republic of the Congo | Демократическая Республика Конго | Конго
CF | Central African Republic | ЦАР | Орталық Африка Республикасы
CG | Republic of the Congo | Республика Конго | Конго Республикасы
CH | Switzerland | Швейцария | Швейцария
CI | Cote d'Ivoire | Кот-д’Ивуар | Кот-д’Ивуар
CK | Cook Islands | Острова Кука | Кук аралдары
CL | Chile | Чили | Чили
CM | Cameroon | Камерун | Камерун
CN | People's Republic of China | КНР (Китайская Народная Республика) | Қытай
CO | Colombia | Колумбия | Колумбия
CR | Costa Rica | Коста-Рика | Коста-Рика
CU | Cuba | Куба | Куба
CV | Cape Verde | Кабо-Верде | Кабо-Верде
CW | Curaçao | Кюрасао | Кюрасао
CX | Christmas Island | Остров Рождества | Рождество аралы
CY | Cyprus | Кипр | Кипр
CZ | Czech Republic | Чехия | Чех Республикасы
DE | Germany | Германия | Германия
DJ | Djibouti | Джибути | Джибути
DK | Denmark | Дания | Дания
DM | Dominica | Доминика | Доминика
DO | Dominican Republic | Доминиканская Республика | Доминикан Республикасы
DZ | Algeria | Алжир | Алжир
EC | Ecuador | Эквадор | Эквадор
EE | Estonia | Эстония | Эстония
EG | Egypt | Египет | Мысыр
EH | Western Sahara | САДР | Батыс Сахара
ER | Eritrea | Эритрея | Эритрея
ES | Spain | Испания | Испания
ET | Ethiopia | Эфиопия | Эфиопия
FI | Finland | Финляндия | Финляндия
FJ | Fiji | Фиджи | Фиджи
FK | Falkland Islands (Malvinas) | Фолклендские острова | Фолкленд аралдары
FM | Micronesia, Federated States of | Микронезия | Микронезия
FO | Faroe Islands | Фареры | Фарер аралдары
FR | France | Франция | Франция
GA | Gabon | Габон | Габон
GB | United Kingdom | Великобритания | Ұлыбритания
GD | Grenada | Гренада | Гренада
GE | Georgia | Грузия | Грузия
GF | French Guiana | Гвиана | Француз Гвианасы
GG | Guernsey | Гернси | Гернси
GH | Ghana | Гана | Гана
GI | Gibraltar | Гибралтар | Гибралтар
GL | Greenland | Гренландия | Гренландия
GM | Republic of The Gambia | Гамбия | Гамбия
GN | Guinea | Гвинея | Гвинея
GP | Guadeloupe | Гваделупа | Гваделупа
GQ | Equatorial Guinea | Экваториальная Гвинея | Экваторлық Гвинея
GR | Greece | Греция | Грекия
GS | South Georgia and the South Sandwich Islands | Южная Георгия и Южные Сандвичевы Острова | Оңтүстік Георгия және Оңтүстік Сандвич аралдары
GT | Guatemala | Гватемала | Гватемала
GU | Guam | Гуам | Гуам
GW | Guinea-Bissau | Гвинея-Бисау | Гвинея-Бисау
GY | Guyana | Гайана | Гайана
HK | Hong Kong | Гонконг | Гонконг
HM | Heard Island and McDonald Islands | Херд и Макдональд | Херд аралы және Макдональд аралдары
HN | Honduras | Гондурас | Гондурас
HR | Croatia | Хорватия | Хорватия
HT | Haiti | Гаити | Гаити
HU | Hungary | Венгрия | Венгрия
ID | Indonesia | Индонезия | Индонезия
IE | Ireland | Ирландия | Ирландия
IL | Israel | Израиль | Израиль
IM | Isle of Man | Остров Мэн | Мэн аралы
IN | India | Индия | Үндістан
IO | British Indian Ocean Territory | Британская территория в Индийском океане | Үнді мұхитындағы Британ аймағы
IQ | Iraq | Ирак | Ирак
IR | Islamic Republic of Iran | Иран | Иран
IS | Iceland | Исландия | Исландия
IT | Italy | Италия | Италия
JE | Jersey | Джерси | Джерси
JM | Jamaica | Ямайка | Ямайка
JO | Jordan | Иордания | Иордания
JP | Japan | Япония | Жапония
KE | Kenya | Кения | Кения
KG | Kyrgyzstan | Киргизия | Қырғызстан
KH | Cambodia | Камбоджа | Камбоджа
KI | Kiribati | Кирибати | Кирибати
KM | Comoros | Коморы | Комор аралдары
KN | Saint Kitts and Nevis | Сент-Китс и Невис | Сент-Китс және Невис
KP | North Korea | КНДР (Корейская Народно-Демократическая Республика) | Солтүстік Корея
KR | South Korea | Республика Корея | Оңтүстік Корея
KW | Kuwait | Кувейт | Кувейт
KY | Cayman Islands | Острова Кайман | Кайман аралдары
KZ | Kazakhstan | Казахстан | Қазақстан
LA | Lao People's Democratic Republic | Лаос | Лаос
LB | Lebanon | Ливан | Ливан
LC | Saint Lucia | Сент-Люсия | Сент-Люсия
LI | Liechtenstein | Лихтенштейн | Лихтенштейн
LK | Sri Lanka | Шри-Ланка | Шри-Ланка
LR | Liberia | Либерия | Либерия
LS | Lesotho | Лесото | Лесото
LT | Lithuania | Литва | Литва
LU | Luxembourg | Люксембург | Люксембург
LV | Latvia | Латвия | Латвия
LY | Libya | Ливия | Ливия
MA | Morocco | Марокко | Марокко
MC | Monaco | Монако | Монако
MD | Moldova, Republic of | Молдавия | Молдова
ME | Montenegro | Черногория | Черногория
MF | Saint Martin (French part) | Сен-Мартен | Сен-Мартен
MG | Madagascar | Мадагаскар | Мадагаскар
MH | Marshall Islands | Маршалловы Острова | Маршалл аралдары
MK | The Republic of North Macedonia | Северная Македония | Солтүстік Македония Республикасы
ML | Mali | Мали | Мали
MM | Myanmar | Мьянма | Мьянма (Бирма)
MN | Mongolia | Монголия | Моңғолия
MO | Macao | Макао | Макао
MP | Northern Mariana Islands | Северные Марианские Острова | Солтүстік Мариана аралдары
MQ | Martinique | Мартиника | Мартиника
MR | Mauritania | Мавритания | Мавритания
MS | Montserrat | Монтсеррат | Монтсеррат
MT | Malta | Мальта | Мальта
MU | Mauritius | Маврикий | Маврикий
MV | Maldives | Мальдивы | Мальдив аралдары
MW | Malawi | Малави | Малави
MX | Mexico | Мексика | Мексика
MY | Malaysia | Малайзия | Малайзия
MZ | Mozambique | Мозамбик | Мозамбик
NA | Namibia | Намибия | Намибия
NC | New Caledonia | Новая Каледония | Жаңа Каледония
NE | Niger | Нигер | Нигер
NF | Norfolk Island | Остров Норфолк | Норфолк аралы
NG | Nigeria | Нигерия | Нигерия
NI | Nicaragua | Никарагуа | Никарагуа
NL | Netherlands | Нидерланды | Нидерланд
NO | Norway | Норвегия | Норвегия
NP | Nepal | Непал | Непал
NR | Nauru | Науру | Науру
NU | Niue | Ниуэ | Ниуэ
NZ | New Zealand | Новая Зеландия | Жаңа Зеландия
OM | Oman | Оман | Оман
PA | Panama | Панама | Панама
PE | Peru | Перу | Перу
PF | French Polynesia | Французская Полинезия | Француз Полинезиясы
PG | Papua New Guinea | Папуа — Новая Гвинея | Папуа — Жаңа Гвинея
PH | Philippines | Филиппины | Филиппин
PK | Pakistan | Пакистан | Пәкістан
PL | Poland | Польша | Польша
PM | Saint Pierre and Miquelon | Сен-Пьер и Микелон | Сен-Пьер және Микелон
PN | Pitcairn | Острова Питкэрн | Питкэрн аралдары
PR | Puerto Rico | Пуэрто-Рико | Пуэрто-Рико
PS | State of Palestine | Государство Палестина | Палестина аймақтары
PT | Portugal | Португалия | Португалия
PW | Palau | Палау | Палау
PY | Paraguay | Парагвай | Парагвай
QA | Qatar | Катар | Катар
RE | Reunion | Реюньон | Реюньон
RO | Romania | Румыния | Румыния
RS | Serbia | Сербия | Сербия
RU | Russian Federation | Российская Федерация | Ресей
RW | Rwanda | Руанда | Руанда
SA | Saudi Arabia | Саудовская Аравия | Сауд Арабиясы
SB | Solomon Islands | Соломоновы Острова | Соломон аралдары
SC | Seychelles | Сейшельские Острова | Сейшель аралдары
SD | Sudan | Судан | Судан
SE | Sweden | Швеция | Швеция
SG | Singapore | Сингапур | Сингапур
SH | Saint Helena | Острова Святой Елены, Вознесения и Тристан-да-Кунья | Әулие Елена аралы
SI | Slovenia | Словения | Словения
SJ | Svalbard and Jan Mayen | Шпицберген и Ян-Майен | Шпицберген және Ян-Майен
SK | Slovakia | Словакия | Словакия
SL | Sierra Leone | Сьерра-Леоне | Сьерра-Леоне
SM | San Marino | Сан-Марино | Сан-Марино
SN | Senegal | Сенегал | Сенегал
SO | Somalia | Сомали | Сомали
SR | Suriname | Суринам | Суринам
SS | South Sudan | Южный Судан | Оңтүстік Судан
ST | Sao Tome and Principe | Сан-Томе и Принсипи | Сан-Томе және Принсипи
SV | El Salvador | Сальвадор | Сальвадор
SX | Sint Maarten (Dutch part) | Синт-Мартен | Синт-Мартен
SY | Syrian Arab Republic | Сирия | Сирия
SZ | Eswatini | Эсватини | Свазиленд
TC | Turks and Caicos Islands | Теркс и Кайкос | Теркс және Кайкос аралдары
TD | Chad | Чад | Чад
TF | French Southern Territories | Французские Южные и Антарктические Территории | Францияның оңтүстік аймақтары
TG | Togo | Того | Того
TH | Thailand | Таиланд | Тайланд
TJ | Tajikistan | Таджикистан | Тәжікстан
TK | Tokelau | Токелау | Токелау
TL | Timor-Leste | Восточный Тимор | Тимор-Лесте
TM | Turkmenistan | Туркмения | Түрікменстан
TN | Tunisia | Тунис | Тунис
TO | Tonga | Тонга | Тонга
TR | Türkiye | Турция | Түркия
TT | Trinidad and Tobago | Тринидад и Тобаго | Тринидад және Тобаго
TV | Tuvalu | Тувалу | Тувалу
TW | Taiwan, Province of China | Тайвань | Тайвань
TZ | United Republic of Tanzania | Танзания | Танзания
UA | Ukraine | Украина | Украина
UG | Uganda | Уганда | Уганда
UM | United States Minor Outlying Islands | Внешние малые острова (США) | АҚШ-тың сыртқы кіші аралдары
US | United States of America | США | Америка Құрама Штаттары
UY | Uruguay | Уругвай | Уругвай
UZ | Uzbekistan | Узбекистан | Өзбекстан
VA | Holy See (Vatican City State) | Ватикан | Ватикан
VC | Saint Vincent and the Grenadines | Сент-Винсент и Гренадины | Сент-Винсент және Гренадин аралдары
VE | Venezuela | Венесуэла | Венесуэла
VG | Virgin Islands, British | Виргинские Острова (Великобритания) | Британдық Виргин аралдары
VI | Virgin Islands, U.S. | Виргинские Острова (США) | АҚШ-тың Виргин аралдары
VN | Vietnam | Вьетнам | Вьетнам
VU | Vanuatu | Вануату | Вануату
WF | Wallis and Futuna | Уоллис и Футуна | Уоллис және Футуна
WS | Samoa | Самоа | Самоа
XK | Kosovo | Косово | Косово
YE | Yemen | Йемен | Йемен
YT | Mayotte | Майотта | Майотта
ZA | South Africa | ЮАР | Оңтүстік Африка Республикасы
ZM | Zambia | Замбия | Замбия
ZW | Zimbabwe | Зимбабве | Зимбабве
`,
)
