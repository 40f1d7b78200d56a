import { readdir, readFile, stat } from "node:fs/promises"
import { join } from "node:path"
import { Fault } from "../../shared/faults.ts"
import type { DossierVerdict } from "../../shared/model/dossier.ts"
import { sha256Hex } from "../crypto/hash.ts"
import { readManifest } from "./bag.ts"
import { DossierFile } from "./manifest.ts"
import { fingerprint, isSignedBy, SignatureFile } from "./signature.ts"

type Check = DossierVerdict["checks"][number]

/** Every regular file below `folder`, as "/"-separated paths. Links are listed too, and so fail as unlisted files. */
const walk = async (folder: string, below = ""): Promise<string[]> => {
  const entries = await readdir(join(folder, below), { withFileTypes: true })
  const found: string[] = []
  for (const entry of entries) {
    const path = below === "" ? entry.name : `${below}/${entry.name}`
    if (entry.isDirectory()) found.push(...(await walk(folder, path)))
    else found.push(path)
  }
  return found
}

const readOptional = async (folder: string, path: string): Promise<Uint8Array | undefined> => {
  try {
    return await readFile(join(folder, path))
  } catch {
    return undefined
  }
}

const failed = (name: string, detail: string): Check => ({ name, passed: false, looked: 0, detail })

/** Checks every line of one manifest against the files. */
const checkManifest = async (folder: string, manifestPath: string): Promise<Check> => {
  const bytes = await readOptional(folder, manifestPath)
  if (bytes === undefined) return failed(manifestPath, "missing")
  const entries = readManifest(bytes)
  if (entries === undefined || entries.size === 0) return failed(manifestPath, "unreadable")
  const wrong: string[] = []
  for (const [path, digest] of entries) {
    const file = await readOptional(folder, path)
    if (file === undefined) wrong.push(`${path}: missing`)
    else if (sha256Hex(file) !== digest) wrong.push(`${path}: changed`)
  }
  return { name: manifestPath, passed: wrong.length === 0, looked: entries.size, detail: wrong.join("; ") }
}

const tagFiles = new Set([
  "bagit.txt",
  "bag-info.txt",
  "manifest-sha256.txt",
  "tagmanifest-sha256.txt",
  "signature.json",
])

/** Whether anything lies in the folder that no manifest speaks of. */
const checkStrangers = async (folder: string): Promise<Check> => {
  const listed = readManifest((await readOptional(folder, "manifest-sha256.txt")) ?? new Uint8Array())
  const present = await walk(folder)
  const strangers = present.filter((path) => !tagFiles.has(path) && listed?.has(path) !== true)
  return { name: "nothing-added", passed: strangers.length === 0, looked: present.length, detail: strangers.join("; ") }
}

const parseJson = (bytes: Uint8Array | undefined): unknown => {
  try {
    return bytes === undefined ? undefined : JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}

interface Signer {
  readonly check: Check
  readonly keyFingerprint: string
}

const checkSignature = async (folder: string): Promise<Signer> => {
  const parsed = SignatureFile.safeParse(parseJson(await readOptional(folder, "signature.json")))
  const tagManifest = await readOptional(folder, "tagmanifest-sha256.txt")
  if (!parsed.success || tagManifest === undefined)
    return { check: failed("signature", "missing or unreadable"), keyFingerprint: "" }
  const passed = isSignedBy(parsed.data, tagManifest)
  return {
    check: { name: "signature", passed, looked: 1, detail: passed ? "" : "does not match" },
    keyFingerprint: fingerprint(Buffer.from(parsed.data.publicKeyHex, "hex")),
  }
}

/** Whether the list of annexes and the files on the disk tell the same story. */
const checkAnnexes = async (folder: string): Promise<Check> => {
  const parsed = DossierFile.safeParse(parseJson(await readOptional(folder, "data/dossier.json")))
  if (!parsed.success) return failed("annexes", "data/dossier.json is missing or unreadable")
  const wrong: string[] = []
  for (const annex of parsed.data.annexes) {
    const bytes = await readOptional(folder, `data/${annex.file}`)
    if (bytes === undefined) wrong.push(`${annex.file}: missing`)
    else if (sha256Hex(bytes) !== annex.sha256) wrong.push(`${annex.file}: changed`)
  }
  return { name: "annexes", passed: wrong.length === 0, looked: parsed.data.annexes.length, detail: wrong.join("; ") }
}

const plainHex = (text: string): string => text.toLowerCase().replaceAll(/[^0-9a-f]/g, "")

/**
 * Checks a bundle without any vault: checksums both ways, the signature, the annexes. `expected` is the fingerprint that
 * the sender told by another way; without it nobody has verified *who* signed, and the verdict says so.
 * @throws Fault "not-found" where there is no such folder, "not-a-dossier" where it is no bundle.
 */
export const verifyDossier = async (folder: string, expected: string): Promise<DossierVerdict> => {
  const found = await stat(folder).catch(() => undefined)
  if (found?.isDirectory() !== true) throw new Fault("not-found", { kind: "folder" })
  if ((await readOptional(folder, "bagit.txt")) === undefined) throw new Fault("not-a-dossier")
  const signer = await checkSignature(folder)
  const checks = [
    await checkManifest(folder, "tagmanifest-sha256.txt"),
    await checkManifest(folder, "manifest-sha256.txt"),
    await checkStrangers(folder),
    signer.check,
    await checkAnnexes(folder),
  ]
  const signerVerified =
    expected !== "" && signer.check.passed && plainHex(expected) === plainHex(signer.keyFingerprint)
  if (expected !== "" && !signerVerified) checks.push(failed("signer", "another key than the one expected"))
  return {
    passed: checks.every((check) => check.passed),
    checks,
    keyFingerprint: signer.keyFingerprint,
    signerVerified,
  }
}
