import { type FindPattern, type PatternSpan, spansOf } from "./pattern.ts"

const edge = String.raw`(?<![\p{L}\p{N}])`
const between = String.raw`[\s,]{1,3}`
/** A name of one to four words, also "8 Марта", "Абая", "Толе-би", "ХХ лет Октября", "Жандосов А." */
const name = String.raw`(?:[«"“]?[\p{L}\p{N}][\p{L}\p{N}.'’\-]*[»"”]?)(?:\s+[\p{L}\p{N}«"][\p{L}\p{N}.'’\-]*[»"”]?){0,3}?`
/** 15, 15а, 15/2, 15-А, 15 корпус 2. */
const house = String.raw`\d{1,4}(?:\s?[а-гa-d](?![\p{L}]))?(?:\s?[\/\-]\s?\d{1,4}(?:\s?[а-гa-d](?![\p{L}]))?)?`
const russianHouse = String.raw`(?:(?:д(?:ом(?:е|а|у)?|\.)?|уч(?:\.|асток))\s*№?\s*)?${house}(?:${between}(?:корп(?:ус(?:е|а)?|\.)?|стр(?:оение|\.)?|к\.)\s*${house})?`
const russianFlat = String.raw`(?:(?:кв(?:артир(?:а|е|у|ы)|\.)?|оф(?:ис(?:е|а)?|\.)|ком(?:ната|\.))\s*№?\s*\d{1,4}[а-г]?)`
const russianStreet = String.raw`(?:ул(?:иц(?:а|е|ы|у|ей)|\.)|пр(?:оспект(?:е|а|у)?|-т|-кт|осп)\.?|пр\.|пер(?:еул(?:ок|ке|ка)|\.)|б(?:ульвар(?:е|а)?|-р|ульв\.)|шоссе|ш\.|мкр(?:н|-н)?\.?|микрорайон(?:е|а)?|пл(?:ощад(?:ь|и)|\.)|наб(?:ережн(?:ая|ой)|\.)|пр(?:оезд(?:е|а)?|-д)|тупик|квартал)`
const city = String.raw`(?:(?:\d{6},?\s+)?(?:г(?:ород(?:е|а)?|\.)|с(?:ел(?:о|е)|\.)|пос(?:ёлок|елок|\.)|аул)\s*${name},\s*)?`

const russian = new RegExp(
  String.raw`${edge}${city}(?:${russianStreet}\s*${name}|${name}\s+${russianStreet})${between}${russianHouse}(?:${between}${russianFlat})?(?![\p{L}\p{N}])`,
  "giu",
)
const russianHouseAndFlat = new RegExp(
  String.raw`${edge}д(?:ом(?:е|а)?|\.)\s*№?\s*${house}${between}${russianFlat}(?![\p{L}\p{N}])`,
  "giu",
)

const kazakhStreet = String.raw`(?:көше(?:сі\p{L}*|с\.)|к-сі|даңғыл(?:ы\p{L}*)|д-лы|шағын\s?аудан(?:ы\p{L}*)?|ықшам\s?аудан(?:ы\p{L}*)?|ш\/а|м\/а|бульвар(?:ы\p{L}*)|тұйығы\p{L}*|өткелі)`
const kazakhHouse = String.raw`(?:(?:№\s*)?${house}(?:\s?-?\s?ші|\s?-?\s?шы)?(?:\s?-?\s?үй\p{L}*)?|үй\s*№?\s*${house})`
const kazakhFlat = String.raw`(?:\d{1,4}\s?-?\s?(?:ші\s|шы\s)?(?:пәтер\p{L}*|кеңсе\p{L}*)|(?:пәтер|кеңсе)\s*№?\s*\d{1,4})`
const kazakh = new RegExp(
  String.raw`${edge}(?:[\p{L}\-]+\s+қ(?:аласы|\.),?\s*)?${name}\s+${kazakhStreet}${between}${kazakhHouse}(?:${between}${kazakhFlat})?(?![\p{L}\p{N}])`,
  "giu",
)
const kazakhHouseAndFlat = new RegExp(
  String.raw`${edge}(?:\d{1,4}\s?-?\s?үй\p{L}*|үй\s*№?\s*\d{1,4})${between}${kazakhFlat}(?![\p{L}\p{N}])`,
  "giu",
)

/** The name of a street begins with a capital; its kind need not. */
const englishKind = String.raw`(?:[Ss]treet|[Ss]t\.?|[Aa]venue|[Aa]ve\.?|[Rr]oad|[Rr]d\.?|[Ll]ane|[Bb]oulevard|[Bb]lvd\.?|[Ss]quare|[Dd]rive|[Mm]icrodistrict|[Mm]kr\.?)`
const englishFlat = String.raw`(?:[Aa]pt\.?|[Aa]partment|[Ff]lat|[Oo]ffice|[Uu]nit|[Ss]uite)\s*№?#?\s*\d{1,4}`
const englishHouse = String.raw`\d{1,4}[a-d]?(?:\/\d{1,3})?`
const englishName = String.raw`(?:[A-Z][\p{L}'’\-]*\s+){1,3}`
const english = new RegExp(
  String.raw`${edge}(?:${englishHouse},?\s+${englishName}${englishKind}|${englishName}${englishKind}${between}(?:(?:house|bld\.?|building)\s*)?${englishHouse})(?:${between}${englishFlat})?(?![\p{L}\p{N}])`,
  "gu",
)

/** Postal addresses in Russian, Kazakh and English: a street and a house, or a house and a flat. */
export const findAddresses: FindPattern = (text) =>
  [russian, russianHouseAndFlat, kazakh, kazakhHouseAndFlat, english].flatMap((pattern): PatternSpan[] =>
    spansOf(text, pattern, () => 0.85),
  )
