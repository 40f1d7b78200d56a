/** The parts of names by what they sound like and by their letters, so that a thousand people cost as one. */
import type { Token } from "./find-alike.ts"
import { deletions, editDistance } from "./edits.ts"
import { type GivenIndex, indexGiven } from "./fond-forms.ts"
import { isKazakhEnding, kazakhEndingsOf } from "./kazakh-endings.ts"
import type { SubjectPart } from "./patterns.ts"
import { similarity, soundsOf } from "./sounds.ts"

interface Sounding {
  readonly full: string
  readonly latin: boolean
  readonly given: boolean
  readonly parts: SubjectPart[]
}

interface Spelled {
  readonly form: string
  /** How many letters may be wrong where it stands alone; 0: it needs another part beside it. */
  readonly most: number
  readonly parts: SubjectPart[]
}

export interface AlikeIndex {
  readonly bySound: ReadonlyMap<string, readonly Sounding[]>
  readonly byLetters: ReadonlyMap<string, readonly Spelled[]>
  readonly given: GivenIndex
  readonly near: Map<string, ReadonlyMap<number, ReadonlySet<number>>>
  readonly isEmpty: boolean
}

const isLatin = (text: string): boolean => /\p{Script=Latin}/u.test(text)

/** One wrong letter in a shorter name makes another name, or a word. */
const leastLetters = 5
/** From here two. */
const leastForTwo = 7
/** Beside another part of the name shorter ones count too. */
const leastBeside = 3

const addTo = <V extends { readonly parts: SubjectPart[] }>(map: Map<string, V>, key: string, value: V): void => {
  const own = map.get(key)
  if (own === undefined) map.set(key, value)
  else own.parts.push(...value.parts)
}

const soundingsOf = (parts: readonly SubjectPart[]): Map<string, Sounding[]> => {
  const distinct = new Map<string, Sounding & { readonly key: string }>()
  for (const part of parts)
    for (const { key, full } of soundsOf(part.text)) {
      const [latin, given] = [isLatin(part.text), part.role !== "surname"]
      addTo(distinct, `${full} ${String(latin)} ${String(given)}`, { key, full, latin, given, parts: [part] })
    }
  const bySound = new Map<string, Sounding[]>()
  for (const sounding of distinct.values()) {
    const own = bySound.get(sounding.key)
    if (own === undefined) bySound.set(sounding.key, [sounding])
    else own.push(sounding)
  }
  return bySound
}

const mostWrong = (form: string, isBase: boolean, part: SubjectPart): number => {
  if (part.role !== "surname" || form.length < leastLetters) return 0
  return isBase && form.length >= leastForTwo ? 2 : 1
}

const spelledOf = (parts: readonly SubjectPart[]): Map<string, Spelled[]> => {
  const distinct = new Map<string, Spelled>()
  for (const part of parts)
    for (const [at, form] of part.forms.entries()) {
      const most = mostWrong(form, at === 0, part)
      if (form.length >= leastBeside && (most > 0 || at === 0))
        addTo(distinct, `${form} ${most}`, { form, most, parts: [part] })
    }
  const byLetters = new Map<string, Spelled[]>()
  for (const spelled of distinct.values())
    for (const shorter of deletions(spelled.form, Math.max(1, spelled.most))) {
      const own = byLetters.get(shorter)
      if (own === undefined) byLetters.set(shorter, [spelled])
      else own.push(spelled)
    }
  return byLetters
}

export const indexAlike = (parts: readonly SubjectPart[]): AlikeIndex => ({
  bySound: soundingsOf(parts),
  byLetters: spelledOf(parts),
  given: indexGiven(parts),
  near: new Map(),
  isEmpty: parts.length === 0,
})

/** A word without what declension hung on it; itself first. */
const barely = (word: string): string[] => {
  const stems = [word]
  const cut = /^(.{3,}?)(?:ого|ому|ему|ым|им|ом|ем|ой|ою|ей|ых|ыми|['’]?s)$/iu.exec(word)?.[1]
  if (cut !== undefined) stems.push(cut)
  for (let letters = 2; letters <= 4 && word.length - letters >= 4; letters += 1) {
    const stem = word.slice(0, -letters)
    if (isKazakhEnding(word.slice(-letters).toLowerCase(), kazakhEndingsOf(stem))) stems.push(stem)
  }
  return stems
}

/** Romanisations of one name are at least so alike. */
const leastAlike = 0.75
/** Given names and short ones, of which there are many, must be nearer. */
const leastAlikeWeak = 0.85
/** In the letters that it is recorded in, a short name has to sound the same. */
const leastAlikeSame = 0.95

const thresholdFor = ({ latin, given }: Sounding, key: string, latinToken: boolean): number => {
  const sameLetters = latin === latinToken && !latin
  if (!given && key.length >= 3) return leastAlike
  return sameLetters ? leastAlikeSame : leastAlikeWeak
}

/** People of whom a part sounds like the word, and how much; of those who share a given name at most `mostGiven`. */
export const soundsLike = (token: Token, index: AlikeIndex, mostGiven: number): ReadonlyMap<number, number> => {
  const best = new Map<number, number>()
  if (!token.named || token.folded.length < 2) return best
  const latinToken = isLatin(token.source)
  for (const stem of barely(token.source))
    for (const { key, full } of soundsOf(stem))
      for (const sounding of index.bySound.get(key) ?? []) {
        const alike = similarity(sounding.full, full)
        if (alike < thresholdFor(sounding, key, latinToken)) continue
        for (const { subject, role } of sounding.given ? sounding.parts.slice(0, mostGiven) : sounding.parts)
          if (role !== "patronymic" && alike > (best.get(subject) ?? 0)) best.set(subject, alike)
      }
  return best
}

/** People whose surname differs from the word by a letter, or two in long ones. */
export const spelledLike = ({ folded, named }: Token, index: AlikeIndex): ReadonlySet<number> => {
  const subjects = new Set<number>()
  if (folded.length < leastLetters - 1 || /^\p{N}+$/u.test(folded)) return subjects
  // Written small, a long name with one wrong letter is asked about, and nothing else.
  const small = folded.length >= leastForTwo ? 1 : 0
  const most = named ? (folded.length >= leastForTwo - 2 ? 2 : 1) : small
  if (most === 0) return subjects
  const seen = new Set<Spelled>()
  for (const shorter of deletions(folded, most))
    for (const spelled of index.byLetters.get(shorter) ?? []) {
      if (seen.has(spelled)) continue
      seen.add(spelled)
      const limit = Math.min(most, spelled.most)
      if (limit === 0 || editDistance(folded, spelled.form, limit) > limit) continue
      for (const { subject, tells } of spelled.parts) if (named || tells) subjects.add(subject)
    }
  return subjects
}

/** Parts, by person, that the word is near to: what it may be where another part stands beside it. */
export const nearParts = (token: Token, index: AlikeIndex): ReadonlyMap<number, ReadonlySet<number>> => {
  const known = index.near.get(token.source)
  if (known !== undefined) return known
  const near = new Map<number, Set<number>>()
  const add = ({ subject, part }: SubjectPart): void => {
    const own = near.get(subject)
    if (own === undefined) near.set(subject, new Set([part]))
    else own.add(part)
  }
  for (const stem of barely(token.source))
    for (const { key, full } of soundsOf(stem))
      for (const sounding of index.bySound.get(key) ?? [])
        if (similarity(sounding.full, full) >= leastAlike) sounding.parts.forEach(add)
  if (token.folded.length >= leastBeside)
    for (const shorter of deletions(token.folded, 1))
      for (const { form, parts } of index.byLetters.get(shorter) ?? [])
        if (editDistance(token.folded, form, 1) <= 1) parts.forEach(add)
  // Hostile text must not fill the memory.
  if (index.near.size > 5_000) index.near.clear()
  index.near.set(token.source, near)
  return near
}
