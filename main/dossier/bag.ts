/**
 * A BagIt bag (RFC 8493, version 1.0), so that a recipient can check everything with `sha256sum` alone:
 *
 *   bagit.txt, bag-info.txt          what it is; no name, id or date of the vault
 *   manifest-sha256.txt              every file under data/
 *   tagmanifest-sha256.txt           the three files above
 *   signature.json                   Ed25519 over tagmanifest-sha256.txt, with a key made for this dossier alone
 *   data/dossier.pdf, data/annexes/annex-01.pdf …, data/dossier.json, data/proof.json, data/proof.txt
 *
 * signature.json stands outside the tag manifest: it is the one file that differs when the same dossier is built twice.
 */
import { sha256Hex } from "../crypto/hash.ts"

/** Path inside the bag ("/"-separated, ASCII) → bytes. */
export type BagFiles = ReadonlyMap<string, Uint8Array>

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Byte order of the path, so that every machine writes the same list. */
const sorted = (files: BagFiles): [string, Uint8Array][] =>
  [...files].sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0))

const manifestOf = (files: BagFiles): Uint8Array =>
  utf8(
    sorted(files)
      .map(([path, bytes]) => `${sha256Hex(bytes)}  ${path}\n`)
      .join(""),
  )

export interface BagInfo {
  readonly title: string
  readonly datedOn: string
}

/** Header lines hold no line break: one would start another header. */
const oneLine = (text: string): string => text.replaceAll(/\s+/gu, " ").trim()

/** All files of the bag but the signature, from its payload (paths below `data/`). */
export const bagFiles = (payload: BagFiles, info: BagInfo): BagFiles => {
  const data = new Map([...payload].map(([path, bytes]) => [`data/${path}`, bytes]))
  const octets = [...data.values()].reduce((sum, bytes) => sum + bytes.length, 0)
  const tags = new Map([
    ["bagit.txt", utf8("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")],
    [
      "bag-info.txt",
      utf8(
        `External-Description: ${oneLine(info.title)}\nBagging-Date: ${info.datedOn}\nPayload-Oxum: ${octets}.${data.size}\n`,
      ),
    ],
    ["manifest-sha256.txt", manifestOf(data)],
  ])
  return new Map([...data, ...tags, ["tagmanifest-sha256.txt", manifestOf(tags)]])
}

/** Reads a manifest's lines; undefined where one is not `<64 hex>  <path>` or leaves the bag. */
export const readManifest = (bytes: Uint8Array): Map<string, string> | undefined => {
  const lines = new TextDecoder().decode(bytes).split("\n")
  const entries = new Map<string, string>()
  for (const line of lines) {
    if (line === "") continue
    const match = /^([0-9a-f]{64}) [ *](.+)$/u.exec(line)
    const [, digest, path] = match ?? []
    if (digest === undefined || path === undefined) return undefined
    if (path.startsWith("/") || path.split("/").includes("..") || entries.has(path)) return undefined
    entries.set(path, digest)
  }
  return entries
}
