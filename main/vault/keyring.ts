import type { HolderId, Instant, Sha256Hex, VaultId } from "../../shared/model/ids.ts"
import { Fault } from "../../shared/faults.ts"
import { equalInConstantTime, uuidBytes, uuidText, wipe } from "../crypto/bytes.ts"
import { sha256Hex } from "../crypto/hash.ts"
import { deriveAttemptKey, type KdfParameters, passphraseBytes, recoveryCodeBytes, saltBytes } from "../crypto/kdf.ts"
import { deriveVaultKeys, type VaultKeys } from "../crypto/keys.ts"
import { type RandomBytes, randomUuid } from "../crypto/random.ts"
import { ed25519PublicKey, x25519PublicKey } from "../crypto/sign.ts"
import type { Clock } from "../engine/clock.ts"
import { type Directory, openDirectory, sealDirectory } from "./directory.ts"
import { encodeHeader, fixedPart, type Header, macFits } from "./header.ts"
import { type HeaderCopies, type HeaderCopy, readCopies, repairCopies, writeCopies } from "./header-copies.ts"
import { formatRecoveryCode, parseRecoveryCode, recoveryCodeLength } from "./recovery-code.ts"
import { emptySlot, openSlot, sealSlot, type SlotContent, slotCount, type SlotType } from "./slots.ts"

/** From a secret to the vault's keys, over the header on disk (docs/decisions/0001-vault-format.md). */
export interface UnlockedKeys extends VaultKeys {
  vaultId: VaultId
  holderId: HolderId
  /** Ed25519 seed of the acting holder, 32 bytes. */
  holderSigningSeed: Uint8Array
  /** Ed25519, 32 bytes. */
  holderPublicKey: Uint8Array
  /** X25519, 32 bytes: what others seal part 2 of this holder's slots to. */
  holderAgreementPublicKey: Uint8Array
}

export interface HeaderState {
  vaultId: VaultId
  epoch: number
  /** Of the newest copy's bytes. */
  sha256: Sha256Hex
  createdAt: Instant
  kdf: KdfParameters
  /** False: somebody without the key changed the header; the vault opens read-only. */
  macValid: boolean
  slots: SlotType[]
  /** Whose slot opened it. */
  holderId: HolderId
  /** Everybody whose secret opens the vault. */
  holderIds: readonly HolderId[]
}

export type UnlockSecret = { kind: "passphrase"; passphrase: string } | { kind: "recovery-code"; code: string }
export type HeaderNotice = "header-copy-repaired" | "header-mac-failed"

export interface UnlockedHeader {
  keys: UnlockedKeys
  header: HeaderState
  /** As the slot that opened calls its holder. */
  label: string
  notices: HeaderNotice[]
}

const secretBytesOf = (secret: UnlockSecret): Uint8Array =>
  secret.kind === "passphrase" ? passphraseBytes(secret.passphrase) : recoveryCodeBytes(parseRecoveryCode(secret.code))

/** Forgets every key of a set. */
export const wipeKeys = (keys: UnlockedKeys): void =>
  wipe(keys.databaseKey, keys.blobKey, keys.duplicateKey, keys.headerKey, keys.headKey, keys.holderSigningSeed)

const keysOf = (header: Header, { holder, vaultKeys }: SlotContent): UnlockedKeys => ({
  ...deriveVaultKeys(vaultKeys.vaultMasterKey, header.vaultId),
  vaultId: uuidText(header.vaultId) as VaultId,
  holderId: uuidText(holder.holderId) as HolderId,
  holderSigningSeed: holder.ed25519Seed,
  holderPublicKey: ed25519PublicKey(holder.ed25519Seed),
  holderAgreementPublicKey: x25519PublicKey(holder.x25519PrivateKey),
})

export interface Opened {
  copy: HeaderCopy
  slotIndex: number
  content: SlotContent
  keys: UnlockedKeys
  macValid: boolean
}

/** Tries all eight slots in order, whichever fits: the time taken does not tell which one it was. */
const openCopy = (copy: HeaderCopy, attemptKey: Uint8Array): Opened | undefined => {
  const { header, bytes } = copy
  let found: { slotIndex: number; content: SlotContent } | undefined
  for (const [index, slot] of header.slots.entries()) {
    const content = openSlot({ fixedPart: fixedPart(header), index }, attemptKey, slot)
    if (content !== undefined) found ??= { slotIndex: index, content }
  }
  if (found === undefined) return undefined
  const keys = keysOf(header, found.content)
  return { ...found, copy, keys, macValid: macFits(bytes, keys.headerKey) }
}

const sameDerivation = (left: Header, right: Header): boolean => equalInConstantTime(fixedPart(left), fixedPart(right))

/** Opens every copy that the secret opens; Argon2 runs once, or once more for a copy made with other parameters. */
export const openCopies = async (copies: HeaderCopies, secret: UnlockSecret): Promise<Opened[]> => {
  const secretBytes = secretBytesOf(secret)
  const opened: Opened[] = []
  let derived: { header: Header; attemptKey: Uint8Array } | undefined
  try {
    for (const copy of copies.readable) {
      const { header } = copy
      if (derived === undefined || !sameDerivation(derived.header, header)) {
        if (derived !== undefined) wipe(derived.attemptKey)
        derived = { header, attemptKey: await deriveAttemptKey(secretBytes, header.salt, header.kdf) }
      }
      const result = openCopy(copy, derived.attemptKey)
      if (result !== undefined) opened.push(result)
    }
    return opened
  } finally {
    wipe(secretBytes)
    if (derived !== undefined) wipe(derived.attemptKey)
  }
}

/**
 * The copy to believe: the newest whose MAC fits; failing that one that opened, to be read only.
 * Subtle: a newer copy that this secret does not open, but that was written by a holder of the header key, means
 * that the secret was replaced; its stale twin must not let it in.
 */
export const choose = (copies: HeaderCopies, opened: readonly Opened[]): Opened => {
  const best = opened.filter((one) => one.macValid).sort(newestFirst)[0] ?? opened[0]
  if (best === undefined) throw new Fault("wrong-passphrase")
  const replaced = copies.readable.some(
    (copy) => copy.header.epoch > best.copy.header.epoch && macFits(copy.bytes, best.keys.headerKey),
  )
  if (replaced) throw new Fault("wrong-passphrase")
  return best
}

const newestFirst = (left: Opened, right: Opened): number => right.copy.header.epoch - left.copy.header.epoch

export const directoryOf = ({ copy, keys }: Opened): Directory | undefined =>
  openDirectory(copy.header.directory, {
    headerKey: keys.headerKey,
    fixedPart: fixedPart(copy.header),
    epoch: copy.header.epoch,
  })

export const stateOf = (opened: Opened): HeaderState => {
  const { copy, content, keys, macValid } = opened
  const used = directoryOf(opened)?.filter((entry) => entry !== undefined)
  const holders = used?.map(({ holderId }) => uuidText(holderId) as HolderId) ?? [keys.holderId]
  return {
    vaultId: keys.vaultId,
    epoch: copy.header.epoch,
    sha256: sha256Hex(copy.bytes),
    createdAt: new Date(content.vaultKeys.createdAtMs).toISOString(),
    kdf: copy.header.kdf,
    macValid,
    slots: used?.map(({ type }) => type).sort() ?? [content.holder.type],
    holderId: keys.holderId,
    holderIds: [...new Set(holders)].sort(),
  }
}

/**
 * Opens the header in `folder` and mends the copy that is missing, damaged or stale.
 * Throws Fault `wrong-passphrase`, `recovery-code-mistyped`, `bad-input`, `not-a-vault`, `vault-newer`,
 * `header-damaged`, `kdf-out-of-bounds`, `permission-denied`, `io-error`.
 */
export const unlockHeader = async (folder: string, secret: UnlockSecret): Promise<UnlockedHeader> => {
  const copies = await readCopies(folder)
  const best = choose(copies, await openCopies(copies, secret))
  const notices: HeaderNotice[] = []
  if (!best.macValid) notices.push("header-mac-failed")
  else if (await repairCopies(folder, copies, best.copy.bytes)) notices.push("header-copy-repaired")
  return { keys: best.keys, header: stateOf(best), label: best.content.holder.label, notices }
}

/** Two different places of eight, so that the place of a slot tells nothing about what it is. */
const twoPlaces = (random: RandomBytes): [number, number] => {
  const first = (random(1)[0] ?? 0) % slotCount
  const step = 1 + ((random(2)[0] ?? 0) % (slotCount - 1))
  return [first, (first + step) % slotCount]
}

export interface CreateHeaderOptions {
  passphrase: string
  kdf: KdfParameters
  random: RandomBytes
  clock: Clock
}

export interface CreatedHeader {
  keys: UnlockedKeys
  /** Told once, kept nowhere. */
  recoveryCode: string
  header: HeaderState
}

const newContent = ({ random, clock }: CreateHeaderOptions): Record<SlotType, SlotContent> => {
  const holder = {
    label: "",
    holderId: uuidBytes(randomUuid(random)),
    x25519PrivateKey: random(32),
    ed25519Seed: random(32),
  }
  const vaultKeys = {
    vaultMasterKey: random(32),
    previousMasterKey: undefined,
    createdAtMs: Date.parse(clock.now()),
  }
  return {
    passphrase: { holder: { ...holder, type: "passphrase" }, vaultKeys },
    "recovery-code": { holder: { ...holder, type: "recovery-code" }, vaultKeys },
  }
}

/** The whole header with its directory sealed, and its bytes. */
export const finish = (
  header: Omit<Header, "directory">,
  directory: Directory,
  keys: UnlockedKeys,
  random: RandomBytes,
) => {
  const place = { headerKey: keys.headerKey, fixedPart: fixedPart(header), epoch: header.epoch }
  const whole: Header = { ...header, directory: sealDirectory(directory, place, random) }
  return { header: whole, bytes: encodeHeader(whole, keys.headerKey) }
}

/**
 * Makes the keys and both header copies of a new vault; `folder` exists and holds none yet.
 * Throws Fault `vault-exists`, `bad-input`, `kdf-out-of-bounds`, `disk-full`, `permission-denied`, `io-error`.
 */
export const createHeader = async (folder: string, options: CreateHeaderOptions): Promise<CreatedHeader> => {
  const { random, kdf } = options
  await refuseExisting(folder)
  const base = { kdf, vaultId: uuidBytes(randomUuid(random)), salt: random(saltBytes), epoch: 1 }
  const code = random(recoveryCodeLength)
  const content = newContent(options)
  const [passphrasePlace, codePlace] = twoPlaces(random)
  const slots = Array.from({ length: slotCount }, () => emptySlot(random))
  const directory: Directory[number][] = Array.from({ length: slotCount }, () => undefined)
  const put = async (index: number, type: SlotType, secretBytes: Uint8Array) => {
    const attemptKey = await deriveAttemptKey(secretBytes, base.salt, kdf)
    slots[index] = sealSlot({ fixedPart: fixedPart(base), index }, attemptKey, content[type], random)
    directory[index] = { type, holderId: content[type].holder.holderId }
    wipe(attemptKey, secretBytes)
  }
  await put(passphrasePlace, "passphrase", passphraseBytes(options.passphrase))
  await put(codePlace, "recovery-code", recoveryCodeBytes(code))
  const keys = keysOf({ ...base, slots, directory: new Uint8Array() }, content.passphrase)
  const { header, bytes } = finish({ ...base, slots }, directory, keys, random)
  await writeCopies(folder, bytes)
  const copy: HeaderCopy = { name: "header.a", bytes, header, intact: true }
  const state = stateOf({ copy, slotIndex: passphrasePlace, content: content.passphrase, keys, macValid: true })
  return { keys, recoveryCode: formatRecoveryCode(code), header: state }
}

const refuseExisting = async (folder: string): Promise<void> => {
  const present = await readCopies(folder).catch((error: unknown) => {
    if (error instanceof Fault && error.code === "not-a-vault") return undefined
    if (error instanceof Fault && (error.code === "io-error" || error.code === "permission-denied")) throw error
    return "unreadable"
  })
  if (present !== undefined) throw new Fault("vault-exists")
}
