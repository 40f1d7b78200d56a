/**
 * Changes of the header by the person who works in the vault: their passphrase, their recovery code, further holders.
 * Each asks for the acting holder's own secret, so that an unlocked window that is left alone gives nobody a key of their
 * own. Each writes one copy durably, then the other, under one epoch more; done when both are.
 */
import { Fault } from "../../shared/faults.ts"
import type { HolderId } from "../../shared/model/ids.ts"
import { uuidBytes, uuidText, wipe } from "../crypto/bytes.ts"
import { sha256Hex } from "../crypto/hash.ts"
import { deriveAttemptKey, passphraseBytes, recoveryCodeBytes } from "../crypto/kdf.ts"
import { type RandomBytes, randomUuid } from "../crypto/random.ts"
import { ed25519PublicKey, x25519PublicKey } from "../crypto/sign.ts"
import type { Directory } from "./directory.ts"
import { fixedPart } from "./header.ts"
import { readCopies, writeCopies } from "./header-copies.ts"
import {
  choose,
  directoryOf,
  finish,
  type HeaderState,
  openCopies,
  type Opened,
  stateOf,
  type UnlockedKeys,
  type UnlockSecret,
  wipeKeys,
} from "./keyring.ts"
import { formatRecoveryCode, recoveryCodeLength } from "./recovery-code.ts"
import { emptySlot, openSlot, sealSlot, type SlotContent, type SlotType } from "./slots.ts"

interface Changing {
  readonly opened: Opened
  readonly slots: Uint8Array[]
  readonly directory: Directory[number][]
}

/** The newest header by a secret of anybody; it must be the one that the vault was opened with. */
const openNow = async (folder: string, header: HeaderState, secret: UnlockSecret) => {
  if (!header.macValid) throw new Fault("vault-read-only")
  const copies = await readCopies(folder)
  const opened = choose(copies, await openCopies(copies, secret))
  const directory = directoryOf(opened)
  if (!opened.macValid || directory === undefined || sha256Hex(opened.copy.bytes) !== header.sha256) {
    wipeKeys(opened.keys)
    throw new Fault("header-stale")
  }
  return { opened, directory }
}

/** Changes slots and directory in `change`, and writes what came of it. */
const changeHeader = async <T>(
  folder: string,
  header: HeaderState,
  { secret, random }: { readonly secret: UnlockSecret; readonly random: RandomBytes },
  change: (changing: Changing) => Promise<T>,
): Promise<{ header: HeaderState; result: T }> => {
  const { opened, directory } = await openNow(folder, header, secret)
  const { copy, keys } = opened
  try {
    if (keys.holderId !== header.holderId) throw new Fault("holder-other")
    const changing = { opened, slots: [...copy.header.slots], directory: [...directory] }
    const result = await change(changing)
    const after = { ...copy.header, slots: changing.slots, epoch: copy.header.epoch + 1 }
    const changed = finish(after, changing.directory, keys, random)
    await writeCopies(folder, changed.bytes)
    return { header: stateOf({ ...opened, copy: { ...copy, ...changed, intact: true } }), result }
  } finally {
    wipeKeys(keys)
  }
}

const fixedOf = ({ opened }: Changing): Uint8Array => fixedPart(opened.copy.header)

/**
 * Seals a slot under a new secret.
 * @throws Fault "passphrase-taken" where that secret opens a slot already: whoever gave it would act as somebody else
 */
const putSlot = async (
  changing: Changing,
  index: number,
  { content, secretBytes, random }: { content: SlotContent; secretBytes: Uint8Array; random: RandomBytes },
): Promise<void> => {
  const { salt, kdf } = changing.opened.copy.header
  const attemptKey = await deriveAttemptKey(secretBytes, salt, kdf)
  const fixed = fixedOf(changing)
  try {
    const taken = changing.slots.some(
      // What is written over may be opened by the new secret: a passphrase can be sealed anew.
      (slot, place) => place !== index && openSlot({ fixedPart: fixed, index: place }, attemptKey, slot) !== undefined,
    )
    if (taken) throw new Fault("passphrase-taken")
    changing.slots[index] = sealSlot({ fixedPart: fixed, index }, attemptKey, content, random)
    changing.directory[index] = { type: content.holder.type, holderId: content.holder.holderId }
  } finally {
    wipe(attemptKey, secretBytes)
  }
}

/** Any of the unused places, so that the place tells nothing. @throws Fault "slots-full" */
const freePlace = ({ directory }: Changing, random: RandomBytes): number => {
  const free = directory.flatMap((entry, index) => (entry === undefined ? [index] : []))
  const place = free[(random(1)[0] ?? 0) % Math.max(1, free.length)]
  if (place === undefined) throw new Fault("slots-full")
  return place
}

const idOf = (entry: Directory[number]): HolderId | undefined =>
  entry === undefined ? undefined : (uuidText(entry.holderId) as HolderId)

export interface ChangePassphraseOptions {
  readonly current: string
  readonly next: string
  readonly random: RandomBytes
}

/**
 * Rewrites the one slot that `current` opens, under a new epoch; done when both copies are durable.
 * An old copy of the folder still opens with the old passphrase: only a rotation of the master key ends that.
 * Throws Fault `wrong-passphrase`, `holder-other`, `passphrase-taken`, `bad-input`, `vault-read-only` (the MAC failed),
 * `header-stale` (`header` is not what is on disk), `disk-full`, `permission-denied`, `io-error`.
 */
export const changePassphraseInHeader = async (
  folder: string,
  header: HeaderState,
  { current, next, random }: ChangePassphraseOptions,
): Promise<HeaderState> => {
  const secret = { kind: "passphrase", passphrase: current } as const
  const changed = await changeHeader(folder, header, { secret, random }, async (changing) => {
    const { slotIndex, content } = changing.opened
    await putSlot(changing, slotIndex, { content, secretBytes: passphraseBytes(next), random })
  })
  return changed.header
}

export interface NewHolder {
  readonly id: HolderId
  /** Ed25519 and X25519, 32 bytes each. */
  readonly signingKey: Uint8Array
  readonly sealingKey: Uint8Array
}

export interface AddHolderOptions {
  /** Of whoever adds. */
  readonly secret: UnlockSecret
  readonly label: string
  readonly passphrase: string
  readonly random: RandomBytes
}

/** A further person with a passphrase and keys of their own. Throws as `changePassphraseInHeader`, and "slots-full". */
export const addHolderToHeader = async (
  folder: string,
  header: HeaderState,
  { secret, label, passphrase, random }: AddHolderOptions,
): Promise<{ header: HeaderState; result: NewHolder }> =>
  changeHeader(folder, header, { secret, random }, async (changing) => {
    const place = freePlace(changing, random)
    const id = randomUuid(random) as HolderId
    const keys = { x25519PrivateKey: random(32), ed25519Seed: random(32) }
    const holder = { type: "passphrase" as const, label, holderId: uuidBytes(id), ...keys }
    const content = { holder, vaultKeys: changing.opened.content.vaultKeys }
    try {
      await putSlot(changing, place, { content, secretBytes: passphraseBytes(passphrase), random })
      const [signingKey, sealingKey] = [ed25519PublicKey(keys.ed25519Seed), x25519PublicKey(keys.x25519PrivateKey)]
      return { id, signingKey, sealingKey }
    } finally {
      wipe(keys.x25519PrivateKey, keys.ed25519Seed)
    }
  })

export interface RemoveHolderOptions {
  readonly secret: UnlockSecret
  readonly holderId: HolderId
  readonly random: RandomBytes
}

/**
 * Writes random bytes over all slots of a holder. The vault's master key stays: a copy made before still opens with the
 * removed secret. Nobody removes themself, so that whoever acts can always open what remains.
 * Throws as `changePassphraseInHeader`, and "holder-self", "not-found".
 */
export const removeHolderFromHeader = async (
  folder: string,
  header: HeaderState,
  { secret, holderId, random }: RemoveHolderOptions,
): Promise<HeaderState> => {
  if (holderId === header.holderId) throw new Fault("holder-self")
  const changed = await changeHeader(folder, header, { secret, random }, (changing) => {
    const places = changing.directory.flatMap((entry, index) => (idOf(entry) === holderId ? [index] : []))
    if (places.length === 0) throw new Fault("not-found", { kind: "holder" })
    for (const place of places) {
      changing.slots[place] = emptySlot(random)
      changing.directory[place] = undefined
    }
    return Promise.resolve()
  })
  return changed.header
}

/** A new recovery code for the acting holder, in place of theirs or in a free place. Told once. Throws as the others. */
export const renewRecoveryCodeInHeader = async (
  folder: string,
  header: HeaderState,
  { secret, random }: { readonly secret: UnlockSecret; readonly random: RandomBytes },
): Promise<{ header: HeaderState; result: string }> =>
  changeHeader(folder, header, { secret, random }, async (changing) => {
    const type: SlotType = "recovery-code"
    const known = changing.directory.findIndex((entry) => entry?.type === type && idOf(entry) === header.holderId)
    const code = random(recoveryCodeLength)
    const { holder, vaultKeys } = changing.opened.content
    const content = { holder: { ...holder, type }, vaultKeys }
    const place = known < 0 ? freePlace(changing, random) : known
    await putSlot(changing, place, { content, secretBytes: recoveryCodeBytes(code), random })
    return formatRecoveryCode(code)
  })

/**
 * Runs `work` as another holder of the open vault, by their own secret; their keys are forgotten afterwards.
 * Throws Fault "wrong-passphrase", "recovery-code-mistyped", "bad-input", "vault-read-only", "header-stale", "io-error".
 */
export const asHolder = async <T>(
  folder: string,
  header: HeaderState,
  secret: UnlockSecret,
  work: (keys: UnlockedKeys) => T,
): Promise<T> => {
  const { opened } = await openNow(folder, header, secret)
  try {
    return work(opened.keys)
  } finally {
    wipeKeys(opened.keys)
  }
}
