/** The words that dates are written in: English, Russian and Kazakh, any case ending. Looked up folded. */

// Each: the shortest stem that means this month alone, then what may follow.
const months: readonly RegExp[] = [
  /^(jan(uary)?|янв(ар[ьяе])?|кантар[а-я]{0,4})$/,
  /^(feb(ruary)?|фев(рал[ьяе])?|акпан[а-я]{0,4})$/,
  /^(mar(ch)?|мар(т[ае]?)?|наурыз[а-я]{0,4})$/,
  /^(apr(il)?|апр(ел[ьяе])?|сауир[а-я]{0,4})$/,
  /^(may|ма[йяе]|мамыр[а-я]{0,4})$/,
  /^(june?|июн[ьяе]?|маусым[а-я]{0,4})$/,
  /^(july?|июл[ьяе]?|шилде[а-я]{0,4})$/,
  /^(aug(ust)?|авг(уст[ае]?)?|тамыз[а-я]{0,4})$/,
  /^(sept?(ember)?|сент?(ябр[ьяе])?|кыркуйе[кг][а-я]{0,4})$/,
  /^(oct(ober)?|окт(ябр[ьяе])?|казан[а-я]{0,4})$/,
  /^(nov(ember)?|ноя(б(р[ьяе])?)?|караша[а-я]{0,4})$/,
  /^(dec(ember)?|дек(абр[ьяе])?|желтоксан[а-я]{0,4})$/,
]

// EDTF numbers the seasons from 21.
const seasons: readonly RegExp[] = [
  /^(spring|весн(а|ы|е|ой|ою)|коктем[а-я]{0,4})$/,
  /^(summer|лет(о|а|е|ом)|жаз(да|ы|гы|ында)?)$/,
  /^(autumn|fall|осен(ь|и|ью)|куз(де|ги|и|инде)?)$/,
  /^(winter|зим(а|ы|е|ой|ою)|кыс(та|кы|ы|ында)?)$/,
]

/** What one word of a date says. */
export type DateWord =
  | { readonly says: "month"; readonly month: string }
  | { readonly says: "approximate" | "uncertain" | "from" | "to" | "or" | "between" | "within" | "before" | "after" }
  | { readonly says: "nothing" }

const others: readonly (readonly [Exclude<DateWord["says"], "month">, RegExp])[] = [
  ["approximate", /^(about|around|approximately|approx|circa|ca|c|примерно|около|ок|приблизительно|прибл|шамамен)$/],
  ["uncertain", /^(probably|possibly|perhaps|maybe|вероятно|возможно|предположительно|мумкин|балким)$/],
  ["or", /^(or|или|либо|немесе)$/],
  ["between", /^(between|между)$/],
  // A night lies on two days, and it is not said on which of them; "аралығында" stands behind what it spans.
  ["within", /^(night|overnight|ночь|ночью|ночи|тун(и|де|инде)|аралыгында)$/],
  ["before", /^(before|ранее)$/],
  ["after", /^(after|после|кейин)$/],
  ["from", /^(from|since|с|со|от|бастап|бери)$/],
  ["to", /^(to|till|until|through|and|по|до|на|и|жане|дейин)$/],
  // "of", "in", "year": they carry nothing.
  [
    "nothing",
    /^(of|in|the|on|в|во|г|гг|год|года|году|годы|годов|годах|ж|жж|жыл|жылы|жылга|жылгы|жылдын|жылдан|аралыгы|караган)$/,
  ],
]

// "First", "2nd", "III", "4-й", "екінші", folded. What stands before a quarter or a half.
const ordinals: readonly string[] = [
  "1|i|first|перв[а-я]+|биринши",
  "2|ii|second|втор[а-я]+|екинши",
  "3|iii|third|трет[а-я]+|ушинши",
  "4|iv|fourth|четверт[а-я]+|тортинши",
]
const ordinalEnd = "(?:-?(?:st|nd|rd|th|й|го|е|я|ый|ой|ая|ое|м|ом|ши|шы))?"

const phrase = (text: string): RegExp => new RegExp(`(?<![\\p{L}\\d])(?:${text})(?![\\p{L}\\d])`, "gu")

/** Several words that mean one thing, and the one word that `dateWord` or the tokens know it by. */
const phrases: readonly (readonly [RegExp, string])[] = [
  ...ordinals.flatMap((ordinal, index): [RegExp, string][] => [
    [phrase(`(?:${ordinal})${ordinalEnd}[-\\s]*(?:quarter|квартал[а-я]*|кв|токсан[а-я]*)`), `q${index + 1}`],
    [phrase(`(?:${ordinal})${ordinalEnd}[-\\s]*(?:half|половин[а-я]*|полугоди[а-я]*|жарты[а-я]*)`), `h${index + 1}`],
  ]),
  [phrase("не ран(?:ее|ьше)|(?:or|или) (?:later|позже|позднее)|немесе одан кейин"), "after"],
  [phrase("не поз(?:днее|же)|(?:or|или) (?:earlier|ранее|раньше)|немесе одан бурын"), "before"],
  [phrase("жане одан кейин"), "from"],
  [phrase("some ?time (?:in|between)|(?:в )?период(?: с)?"), "between"],
]

/** A folded text with the phrases that say one thing made one word. */
export const joinPhrases = (folded: string): string =>
  phrases.reduce((text, [pattern, word]) => text.replace(pattern, ` ${word} `), folded)

/** EDTF's number of "q1" to "q4" and "h1", "h2"; undefined for a third half. */
export const yearPart = (part: string): string | undefined => {
  const number = Number(part[1])
  if (part[0] === "q") return String(32 + number)
  return number > 2 ? undefined : String(39 + number)
}

const numbered = (patterns: readonly RegExp[], word: string, first: number): DateWord | undefined => {
  const index = patterns.findIndex((pattern) => pattern.test(word))
  return index < 0 ? undefined : { says: "month", month: String(first + index).padStart(2, "0") }
}

/** "From" as a Kazakh ending: "4 наурыздан 9 наурызға дейін". No month ends so by itself. */
export const endsInFrom = (word: string): boolean => /(дан|ден|нан|нен|тан|тен)$/.test(word)

/** What a folded word says; undefined where it is no word of a date. */
export const dateWord = (word: string): DateWord | undefined => {
  const month = numbered(months, word, 1) ?? numbered(seasons, word, 21)
  if (month !== undefined) return month
  const other = others.find(([, pattern]) => pattern.test(word))
  return other && { says: other[0] }
}
