import { type FindPattern, type PatternSpan, spansOf } from "./pattern.ts"

const sign = String.raw`[+\-−]?`
const side = String.raw`(?:\s?(?:с|ю)\.?\s?ш\.?|\s?(?:в|з)\.?\s?д\.?|\s?[NSEWСЮВЗ](?![\p{L}])|\s?(?:солтүстік|оңтүстік|шығыс|батыс)\p{L}*(?:\s(?:ендік|бойлық)\p{L}*)?)`
const degrees = String.raw`\d{1,3}\s?[°º˚]\s?\d{1,2}(?:[.,]\d+)?\s?['’′](?:\s?\d{1,2}(?:[.,]\d+)?\s?(?:["”″]|['’′]{2}))?`

/** 43.2389, 76.8897 with signs, sides or degree marks. */
const decimal = new RegExp(
  String.raw`(?<![\d.,])(${sign}\d{1,2}[.,]\d{3,15})\s?°?${side}?\s?[,;\/\s]\s*(${sign}\d{1,3}[.,]\d{3,15})\s?°?${side}?(?![\d])`,
  "giu",
)
/** One or both of 43°14′20″ N 76°53′23″ E. */
const sexagesimal = new RegExp(String.raw`(?<![\d])${degrees}${side}?(?:[\s,;и\/]{1,4}${degrees}${side}?)?`, "giu")
const oneWithSide = new RegExp(String.raw`(?<![\d.,])\d{1,3}[.,]\d{3,15}\s?[°º˚]${side}?`, "giu")

const number = (text: string | undefined): number => Number((text ?? "").replace("−", "-").replace(",", "."))

/** GPS coordinates: decimal pairs within the ranges of latitude and longitude, degrees and minutes, with sides or not. */
export const findCoordinates: FindPattern = (text) =>
  [
    spansOf(text, decimal, ([, latitude, longitude]) =>
      Math.abs(number(latitude)) <= 90 && Math.abs(number(longitude)) <= 180 ? 0.9 : undefined,
    ),
    spansOf(text, sexagesimal, () => 0.95),
    spansOf(text, oneWithSide, () => 0.8),
  ].flatMap((spans): PatternSpan[] => spans)
