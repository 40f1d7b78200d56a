import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { expect, test } from "vitest"

// Electron's crypto is BoringSSL, Node's is OpenSSL: what only one of them has would open a vault on one and not on
// the other. The list is of names as they would stand in code.
const forbidden =
  /chacha20|poly1305|aes-\d+-(ccm|ocb|cbc|ctr|ecb|wrap|siv)|id-aes|blake2|sha3-|sha512-256|shake(128|256)|scrypt(Sync)?\(|pbkdf2|argon2Sync|\bed448\b|\bx448\b|rsa-pss|secureHeap|crypto\.(hash|argon2)\(|createDiffieHellman|createECDH|"md5"|"sha1"/i
const allowed: Readonly<Record<string, readonly string[]>> = {
  createCipheriv: ["aes-256-gcm"],
  createDecipheriv: ["aes-256-gcm"],
  createHash: ["sha256", "sha512"],
  createHmac: ["sha256"],
  hkdfSync: ["sha256"],
}

const mainFolder = fileURLToPath(new URL("../../../main", import.meta.url))
const sources = readdirSync(mainFolder, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => ({ name, text: readFileSync(join(mainFolder, name), "utf8") }))

test("nothing in main names a primitive that OpenSSL and BoringSSL do not share", () => {
  expect(sources.length).toBeGreaterThan(20)
  expect(sources.filter(({ text }) => forbidden.test(text)).map(({ name }) => name)).toEqual([])
})

test("every cipher, hash and derivation is called with an allowed algorithm", () => {
  const wrong = sources.flatMap(({ name, text }) =>
    [...text.matchAll(/\b(create(?:Cipheriv|Decipheriv|Hash|Hmac)|hkdfSync)\(\s*([^,)]*)/g)]
      .filter(([, call = "", argument = ""]) => !allowed[call]?.includes(argument.trim().replaceAll('"', "")))
      .map(([text]) => `${name}: ${text}`),
  )
  expect(wrong).toEqual([])
})

test("the two checks find what they look for", () => {
  for (const bad of [
    'createCipheriv("chacha20-poly1305"',
    'createHash("md5"',
    "scryptSync(",
    'generateKeyPair("ed448")',
  ])
    expect(forbidden.test(bad)).toBe(true)
})
