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
  | { readonly says: "approximate" | "uncertain" | "from" | "to" | "or" | "between" | "before" | "after" }
  | { readonly says: "nothing" }

const others: readonly (readonly [Exclude<DateWord["says"], "month">, RegExp])[] = [
  ["approximate", /^(about|around|approximately|approx|circa|ca|c|примерно|около|ок|приблизительно|прибл|шамамен)$/],
  ["uncertain", /^(probably|possibly|perhaps|maybe|вероятно|возможно|предположительно|мумкин|балким)$/],
  ["or", /^(or|или|либо|немесе)$/],
  ["between", /^(between|между)$/],
  ["before", /^(before|ранее)$/],
  ["after", /^(after|после|кейин)$/],
  ["from", /^(from|since|с|со|от|бастап|бери)$/],
  ["to", /^(to|till|until|through|and|по|до|и|дейин)$/],
  // "of", "in", "year": they carry nothing.
  [
    "nothing",
    /^(of|in|the|on|в|во|г|гг|год|года|году|годы|годов|годах|ж|жж|жыл|жылы|жылга|жылгы|жылдын|жылдан|аралыгы(нда)?)$/,
  ],
]

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
