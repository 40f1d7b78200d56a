/**
 * Words that may be a name though no spelling of it: romanised otherwise, misheard, mistyped. All of it is for a person to look
 * at, so it errs on the side of asking; words written small are mostly left out, since names are not.
 */
import { deletions, editDistance } from "./edits.ts"
import { endsAt, hitOf, isCapitalAt, type PartPlace, type SearchedText, startsAt } from "./find-letters.ts"
import type { NameHit } from "./hit.ts"
import { isKazakhEnding, kazakhEndingsOf } from "./kazakh-endings.ts"
import type { SubjectPart } from "./patterns.ts"
import { similarity, type Sounds, soundsOf } from "./sounds.ts"

interface Sounding {
  readonly part: SubjectPart
  readonly full: string
  readonly latin: boolean
}

interface Mistyped {
  readonly part: SubjectPart
  readonly form: string
  readonly most: number
}

export interface AlikeIndex {
  readonly bySound: ReadonlyMap<string, readonly Sounding[]>
  readonly byLetters: ReadonlyMap<string, readonly Mistyped[]>
  readonly partsOf: ReadonlyMap<number, readonly SubjectPart[]>
}

const push = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
  const own = map.get(key)
  if (own === undefined) map.set(key, [value])
  else own.push(value)
}

const isLatin = (text: string): boolean => /\p{Script=Latin}/u.test(text)

/** One wrong letter in a shorter name makes another name, or a word. */
const leastLetters = 5
/** From here two. */
const leastForTwo = 7

export const indexAlike = (parts: readonly SubjectPart[]): AlikeIndex => {
  const bySound = new Map<string, Sounding[]>()
  const byLetters = new Map<string, Mistyped[]>()
  const partsOf = new Map<number, SubjectPart[]>()
  for (const part of parts) {
    push(partsOf, part.subject, part)
    if (part.role !== "patronymic")
      for (const { key, full } of soundsOf(part.text)) push(bySound, key, { part, full, latin: isLatin(part.text) })
    if (part.role !== "surname") continue
    for (const [at, form] of part.forms.entries()) {
      if (form.length < leastLetters) continue
      const most = at === 0 && form.length >= leastForTwo ? 2 : 1
      for (const shorter of deletions(form, most)) push(byLetters, shorter, { part, form, most })
    }
  }
  return { bySound, byLetters, partsOf }
}

interface Token {
  readonly start: number
  readonly end: number
  readonly folded: string
  readonly source: string
  readonly named: boolean
}

const unseen = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu

const tokensOf = (text: SearchedText): Token[] => {
  const tokens: Token[] = []
  const { text: folded, source } = text.folded
  for (let start = 0; start < folded.length; ) {
    let end = start + 1
    while (end < folded.length && !endsAt(text, end)) end += 1
    const last = source[end - 1] ?? 0
    // Subtle: the marks on the last letter belong to the word.
    const tail = /^\p{M}*/u.exec(text.source.slice(last + 1))?.[0] ?? ""
    const word = text.source.slice(source[start] ?? 0, last + 1) + tail
    const named = isCapitalAt(text, start) || text.small
    tokens.push({ start, end, folded: folded.slice(start, end), source: word.replace(unseen, ""), named })
    start = end
  }
  return tokens
}

/** A word without what declension hung on it; itself first. */
const barely = (word: string): string[] => {
  const stems = [word]
  const cut = /^(.{4,}?)(?:ого|ому|ему|ым|им|ом|ем|ой|ою|ей|ых|ыми|'?s)$/iu.exec(word)?.[1]
  if (cut !== undefined) stems.push(cut)
  for (let letters = 2; letters <= 4 && word.length - letters >= 4; letters += 1) {
    const stem = word.slice(0, -letters)
    if (isKazakhEnding(word.slice(-letters).toLowerCase(), kazakhEndingsOf(stem))) stems.push(stem)
  }
  return stems
}

/** What sounds alike but is spelled in other letters needs less to be asked about. */
const leastAlike = 0.75
const leastAlikeShort = 0.85
const leastAlikeGiven = 0.85

const isAlike = ({ part, full, latin }: Sounding, sounds: Sounds, latinToken: boolean): number => {
  const alike = similarity(full, sounds.full)
  const other = latin !== latinToken || latin
  const short = sounds.key.length < 3
  if (part.role === "given" && (!other || alike < leastAlikeGiven)) return 0
  if (short && (!other || alike < leastAlikeShort)) return 0
  return alike >= leastAlike ? alike : 0
}

const soundHits = (token: Token, index: AlikeIndex): NameHit[] => {
  if (!token.named || token.folded.length < 2) return []
  const latinToken = isLatin(token.source)
  const best = new Map<number, number>()
  for (const stem of barely(token.source))
    for (const sounds of soundsOf(stem))
      for (const sounding of index.bySound.get(sounds.key) ?? []) {
        const alike = isAlike(sounding, sounds, latinToken)
        if (alike > (best.get(sounding.part.subject) ?? 0)) best.set(sounding.part.subject, alike)
      }
  return [...best].map(([subject, alike]) =>
    hitOf(subject, "queue", "sounds-alike", token.start, token.end, Number((alike * 0.7).toFixed(2))),
  )
}

const editHits = (token: Token, index: AlikeIndex): NameHit[] => {
  const { folded, start, end, named } = token
  if (folded.length < leastLetters - 1 || /^\p{N}+$/u.test(folded)) return []
  // Written small, a long name with one wrong letter is asked about, and nothing else.
  const most = named ? (folded.length >= leastForTwo - 2 ? 2 : 1) : folded.length >= leastForTwo ? 1 : 0
  if (most === 0) return []
  const seen = new Set<number>()
  for (const shorter of deletions(folded, most))
    for (const { part, form, most: allowed } of index.byLetters.get(shorter) ?? []) {
      if (seen.has(part.subject)) continue
      if (!named && !part.tells) continue
      const limit = Math.min(most, allowed)
      if (editDistance(folded, form, limit) <= limit) seen.add(part.subject)
    }
  return [...seen].map((subject) => hitOf(subject, "queue", "one-letter-off", start, end))
}

/** Beside one part of a person's name a word that is near another part: both, though either is too short alone. */
const besideOne = (place: PartPlace, beside: Token, parts: readonly SubjectPart[]): NameHit | undefined => {
  const { pattern, start, endWithEnding } = place
  const near = parts.some((part) => {
    if (part.part === pattern.part || part.forms[0] === undefined) return false
    if (part.forms.some((form) => form.length >= 3 && editDistance(form, beside.folded, 1) <= 1)) return true
    const own = soundsOf(part.text)
    return soundsOf(beside.source).some((sounds) =>
      own.some(({ key, full }) => key === sounds.key && similarity(full, sounds.full) >= leastAlike),
    )
  })
  if (!near) return undefined
  const [from, to] = [Math.min(start, beside.start), Math.max(endWithEnding, beside.end)]
  return hitOf(pattern.subject, "queue", "one-letter-off", from, to, 0.6)
}

const besideHits = (places: readonly PartPlace[], tokens: readonly Token[], index: AlikeIndex): NameHit[] => {
  const starting = new Map(tokens.map((token) => [token.start, token]))
  const ending = new Map(tokens.map((token) => [token.end, token]))
  return places.flatMap((place) => {
    if (!place.startsWord || !place.endsWord || place.pattern.form === "diminutive") return []
    const parts = index.partsOf.get(place.pattern.subject) ?? []
    if (parts.length < 2) return []
    return [ending.get(place.start), starting.get(place.endWithEnding)].flatMap((token) => {
      if (token === undefined || !token.named || token.folded.length < 2) return []
      const hit = besideOne(place, token, parts)
      return hit === undefined ? [] : [hit]
    })
  })
}

/** Everything that may be somebody's name, `places` being what was found letter by letter. */
export const findAlike = (text: SearchedText, index: AlikeIndex, places: readonly PartPlace[]): NameHit[] => {
  if (index.partsOf.size === 0) return []
  const tokens = tokensOf(text)
  const known = new Map<string, readonly NameHit[]>()
  const hits = tokens.flatMap((token) => {
    if (!startsAt(text, token.start)) return []
    const key = `${token.source} ${String(token.named)}`
    const before = known.get(key)
    if (before !== undefined) return before.map((hit) => ({ ...hit, start: token.start, end: token.end }))
    const own = [...soundHits(token, index), ...editHits(token, index)]
    known.set(key, own)
    return own
  })
  return [...hits, ...besideHits(places, tokens, index)]
}
