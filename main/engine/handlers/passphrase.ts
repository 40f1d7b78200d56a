import { generatePassphrase } from "../../passphrase/generate.ts"
import { measureStrength } from "../../passphrase/strength.ts"
import type { EngineContext, HandlersOf } from "../context.ts"

export const passphraseHandlers = ({ parts }: EngineContext): HandlersOf<"passphrase"> => ({
  "passphrase.strength": ({ passphrase }) => measureStrength(passphrase),
  "passphrase.generate": ({ language, words }) => generatePassphrase({ language, words, random: parts.random }),
})
