/** Our own letters, in which pages are set: the same on every machine, Kazakh ones too. */
import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"

const packageFolder = (name: string): string =>
  dirname(createRequire(import.meta.url).resolve(`@expo-google-fonts/${name}/package.json`))

/** `file`: package and path, such as "noto-sans/400Regular/NotoSans_400Regular.ttf". */
export const readFont = (file: string): Buffer => {
  const [name = "", ...rest] = file.split("/")
  return readFileSync(join(packageFolder(name), ...rest))
}

export const pageFonts = [
  "noto-sans/400Regular/NotoSans_400Regular.ttf",
  "noto-sans/600SemiBold/NotoSans_600SemiBold.ttf",
  "noto-sans/400Regular_Italic/NotoSans_400Regular_Italic.ttf",
] as const

const drawn = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Common}\p{Script=Inherited}]$/u
const picture = /^\p{Extended_Pictographic}$/u

/** Letters and signs that our own fonts do not have, each once: set as plain text, they are not seen. */
export const undrawnLetters = (text: string): string[] =>
  [...new Set(text)].filter((letter) => {
    if (letter <= "\u024f") return false
    return !drawn.test(letter) || (picture.test(letter) && letter > "\u27ff")
  })
