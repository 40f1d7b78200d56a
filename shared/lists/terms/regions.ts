import { table } from "../table.ts"

/** Kazakhstan's 17 regions and 3 cities of republican rank, as they stand since 2022; three have their Kazakh name in Russian too. */
export const regions = table(
  "regions",
  `
abai-region | Abai Region | область Абай | Абай облысы
akmola-region | Akmola Region | Акмолинская область | Ақмола облысы
aktobe-region | Aktobe Region | Актюбинская область | Ақтөбе облысы
almaty-region | Almaty Region | Алматинская область | Алматы облысы
atyrau-region | Atyrau Region | Атырауская область | Атырау облысы
east-kazakhstan-region | East Kazakhstan Region | Восточно-Казахстанская область | Шығыс Қазақстан облысы
jambyl-region | Jambyl Region | Жамбылская область | Жамбыл облысы
jetisu-region | Jetisu Region | область Жетісу | Жетісу облысы
karaganda-region | Karaganda Region | Карагандинская область | Қарағанды облысы
kostanay-region | Kostanay Region | Костанайская область | Қостанай облысы
kyzylorda-region | Kyzylorda Region | Кызылординская область | Қызылорда облысы
mangystau-region | Mangystau Region | Мангистауская область | Маңғыстау облысы
north-kazakhstan-region | North Kazakhstan Region | Северо-Казахстанская область | Солтүстік Қазақстан облысы
pavlodar-region | Pavlodar Region | Павлодарская область | Павлодар облысы
turkistan-region | Turkistan Region | Туркестанская область | Түркістан облысы
ulytau-region | Ulytau Region | область Ұлытау | Ұлытау облысы
west-kazakhstan-region | West Kazakhstan Region | Западно-Казахстанская область | Батыс Қазақстан облысы
almaty-city | Almaty (city) | город Алматы | Алматы қаласы
astana-city | Astana (city) | город Астана | Астана қаласы
shymkent-city | Shymkent (city) | город Шымкент | Шымкент қаласы
`,
)
