import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest"
import { sha256 } from "../../../main/crypto/hash.ts"
import { concat, toHex, writeUint16, writeUint32, writeUint64 } from "../../../main/crypto/bytes.ts"
import * as kdf from "../../../main/crypto/kdf.ts"
import { changePassphraseInHeader } from "../../../main/vault/header-change.ts"
import { createHeader, type CreatedHeader, unlockHeader } from "../../../main/vault/keyring.ts"
import { headerBytes } from "../../../main/vault/header.ts"
import { slotBytes } from "../../../main/vault/slots.ts"
import { isFault } from "../../../shared/faults.ts"
import { seededRandom, steppingClock } from "../../support/records.ts"

const passphrase = "сорок абрикосов у реки"
const secret = { kind: "passphrase" as const, passphrase }
const cheap = { memoryKiB: 64 * 1024, passes: 1, lanes: 1 }

let root = ""
let pristine = ""
let folder = ""
let made: CreatedHeader

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "saqta-header-"))
  pristine = mkdtempSync(join(root, "pristine-"))
  made = await createHeader(pristine, { passphrase, kdf: cheap, random: seededRandom("h"), clock: steppingClock() })
})
beforeEach(() => {
  folder = mkdtempSync(join(root, "vault-"))
  cpSync(pristine, folder, { recursive: true })
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const read = (name: "header.a" | "header.b") => readFileSync(join(folder, name))
const write = (name: "header.a" | "header.b", bytes: Uint8Array) => writeFileSync(join(folder, name), bytes)

/** Repairs the checksum after a change, as somebody without the key could. */
const forged = (bytes: Uint8Array): Uint8Array => {
  const body = bytes.subarray(0, -32)
  return concat([body, sha256(body)])
}

const changed = (bytes: Uint8Array, offset: number): Uint8Array => {
  const copy = Uint8Array.from(bytes)
  copy[offset] = (copy[offset] ?? 0) ^ 0x10
  return copy
}

describe("opening", () => {
  test("passphrase and recovery code open the same keys, as the same holder", async () => {
    const one = await unlockHeader(folder, secret)
    const two = await unlockHeader(folder, { kind: "recovery-code", code: made.recoveryCode.toLowerCase() })
    expect(one.keys).toEqual(made.keys)
    expect(two.keys).toEqual(made.keys)
    expect(one.header).toEqual(made.header)
    expect(one.notices).toEqual([])
    expect(one.header).toMatchObject({ epoch: 1, macValid: true, slots: ["passphrase", "recovery-code"] })
  })

  test("the five keys differ from one another", () => {
    const { databaseKey, blobKey, duplicateKey, headerKey, headKey } = made.keys
    expect(new Set([databaseKey, blobKey, duplicateKey, headerKey, headKey].map(toHex)).size).toBe(5)
  })

  test("another passphrase is wrong, a mistyped code is said to be mistyped, another vault's code is wrong", async () => {
    await expect(unlockHeader(folder, { ...secret, passphrase: "другое" })).rejects.toMatchObject({
      code: "wrong-passphrase",
    })
    await expect(
      unlockHeader(folder, { kind: "recovery-code", code: made.recoveryCode.slice(1) }),
    ).rejects.toMatchObject({ code: "recovery-code-mistyped" })
  })

  test("a recovery code typed as a passphrase does not open", async () => {
    await expect(unlockHeader(folder, { kind: "passphrase", passphrase: made.recoveryCode })).rejects.toMatchObject({
      code: "wrong-passphrase",
    })
  })

  test("the passphrase in another Unicode form opens", async () => {
    const opened = await unlockHeader(folder, { ...secret, passphrase: passphrase.normalize("NFD") })
    expect(opened.header.epoch).toBe(1)
  })

  test("Argon2 runs once for eight slots and two copies", async () => {
    const runs = vi.spyOn(kdf, "deriveAttemptKey")
    await unlockHeader(folder, secret)
    await unlockHeader(folder, { ...secret, passphrase: "wrong" }).catch(() => undefined)
    expect(runs.mock.calls.length).toBe(2)
    runs.mockRestore()
  })

  test("a folder without headers is no vault", async () => {
    const empty = mkdtempSync(join(root, "empty-"))
    await expect(unlockHeader(empty, secret)).rejects.toMatchObject({ code: "not-a-vault" })
  })

  test("a vault is not made over another", async () => {
    const options = { passphrase, kdf: cheap, random: seededRandom("x"), clock: steppingClock() }
    await expect(createHeader(folder, options)).rejects.toMatchObject({ code: "vault-exists" })
    write("header.a", Buffer.from("junk"))
    rmSync(join(folder, "header.b"))
    await expect(createHeader(folder, options)).rejects.toMatchObject({ code: "vault-exists" })
  })
})

describe("damage", () => {
  test.each(["header.a", "header.b"] as const)("without %s the other opens, and it is written anew", async (name) => {
    rmSync(join(folder, name))
    expect((await unlockHeader(folder, secret)).notices).toEqual(["header-copy-repaired"])
    expect(Buffer.compare(read("header.a"), read("header.b"))).toBe(0)
    expect((await unlockHeader(folder, secret)).notices).toEqual([])
  })

  test("any byte changed in one copy: the other opens, and the copy is mended", async () => {
    const whole = read("header.b")
    // Every field's first byte, and a stride over the rest.
    const offsets = [0, 8, 10, 12, 16, 20, 24, 40, 72, 80, 3088, 3332, 3364]
    for (let offset = 5; offset < headerBytes; offset += 501) offsets.push(offset)
    for (const offset of offsets) {
      write("header.b", changed(whole, offset))
      const { keys, notices } = await unlockHeader(folder, secret)
      expect({ offset, notices, key: toHex(keys.blobKey) }).toEqual({
        offset,
        notices: ["header-copy-repaired"],
        key: toHex(made.keys.blobKey),
      })
      expect(Buffer.compare(read("header.b"), whole)).toBe(0)
    }
  })

  test("both copies cut short are damaged, not wrong", async () => {
    for (const name of ["header.a", "header.b"] as const) write(name, read(name).subarray(0, 1000))
    await expect(unlockHeader(folder, secret)).rejects.toMatchObject({ code: "header-damaged" })
  })

  test("the same damage in both copies opens read-only, if at all", async () => {
    const bytes = changed(read("header.a"), 3332)
    for (const name of ["header.a", "header.b"] as const) write(name, bytes)
    const { header, notices, keys } = await unlockHeader(folder, secret)
    expect(notices).toEqual(["header-mac-failed"])
    expect(header.macValid).toBe(false)
    expect(keys.blobKey).toEqual(made.keys.blobKey)
    expect(Buffer.compare(read("header.a"), bytes)).toBe(0)
    const change = { current: passphrase, next: "next", random: seededRandom("n") }
    await expect(changePassphraseInHeader(folder, header, change)).rejects.toMatchObject({ code: "vault-read-only" })
  })

  test("a slot moved to another place does not open", async () => {
    const bytes = read("header.a")
    const slots = Array.from({ length: 8 }, (_, index) =>
      bytes.subarray(80 + index * slotBytes, 80 + (index + 1) * slotBytes),
    )
    const moved = forged(
      concat([bytes.subarray(0, 80), ...slots.slice(1), slots[0]!, bytes.subarray(80 + 8 * slotBytes)]),
    )
    for (const name of ["header.a", "header.b"] as const) write(name, moved)
    await expect(unlockHeader(folder, secret)).rejects.toMatchObject({ code: "wrong-passphrase" })
  })

  test("a newer version is refused and named, a flipped version byte is not mistaken for one", async () => {
    const newer = Uint8Array.from(read("header.a"))
    writeUint16(newer, 8, 2)
    write("header.a", newer)
    expect((await unlockHeader(folder, secret)).notices).toEqual(["header-copy-repaired"])
    write("header.a", forged(newer))
    await expect(unlockHeader(folder, secret)).rejects.toMatchObject({ code: "vault-newer" })
  })

  test.each([
    [12, 0xffffffff],
    [12, 1024],
    [16, 1000],
    [20, 255],
  ])("hostile parameters (offset %i: %i) are refused before Argon2 runs", async (offset, value) => {
    const hostile = Uint8Array.from(read("header.a"))
    writeUint32(hostile, offset, value)
    for (const name of ["header.a", "header.b"] as const) write(name, forged(hostile))
    const runs = vi.spyOn(kdf, "deriveAttemptKey")
    await expect(unlockHeader(folder, secret)).rejects.toMatchObject({ code: "kdf-out-of-bounds" })
    expect(runs).not.toHaveBeenCalled()
    runs.mockRestore()
  })

  test("parameters lowered within the bounds open nothing", async () => {
    const weaker = Uint8Array.from(read("header.a"))
    writeUint32(weaker, 16, 2)
    for (const name of ["header.a", "header.b"] as const) write(name, forged(weaker))
    await expect(unlockHeader(folder, secret)).rejects.toMatchObject({ code: "wrong-passphrase" })
  })

  test("random flips in both copies at once never open other keys", async () => {
    const whole = read("header.a")
    for (let run = 0; run < 12; run++) {
      const [first, second] = [(run * 283 + 7) % headerBytes, (run * 1931 + 91) % headerBytes]
      write("header.a", changed(whole, first))
      write("header.b", changed(whole, second))
      const opened = await unlockHeader(folder, secret).catch((error: unknown) => error)
      if (isFault(opened)) continue
      expect(opened).toMatchObject({ keys: { blobKey: made.keys.blobKey }, notices: ["header-mac-failed"] })
    }
  })
})

describe("changing the passphrase", () => {
  const change = (next: string, current = passphrase) => ({ current, next, random: seededRandom("change") })

  test("the new one opens, the old one does not, the recovery code still does", async () => {
    const header = await changePassphraseInHeader(folder, made.header, change("новая фраза"))
    expect(header).toMatchObject({ epoch: 2, macValid: true, vaultId: made.header.vaultId })
    await expect(unlockHeader(folder, secret)).rejects.toMatchObject({ code: "wrong-passphrase" })
    const opened = await unlockHeader(folder, { ...secret, passphrase: "новая фраза" })
    expect(opened).toMatchObject({ header, notices: [], keys: { blobKey: made.keys.blobKey } })
    expect((await unlockHeader(folder, { kind: "recovery-code", code: made.recoveryCode })).header).toEqual(header)
  })

  test("rewrites one slot and leaves the seven others as they are", async () => {
    const before = read("header.a")
    await changePassphraseInHeader(folder, made.header, change("новая фраза"))
    const after = read("header.a")
    const differing = Array.from({ length: 8 }, (_, index) => {
      const [start, end] = [80 + index * slotBytes, 80 + (index + 1) * slotBytes]
      return Buffer.compare(before.subarray(start, end), after.subarray(start, end)) !== 0
    }).filter(Boolean)
    expect(differing.length).toBe(1)
  })

  test("needs the current one", async () => {
    await expect(changePassphraseInHeader(folder, made.header, change("b", "wrong"))).rejects.toMatchObject({
      code: "wrong-passphrase",
    })
  })

  test("a header that is not the one on disk is not built upon", async () => {
    await changePassphraseInHeader(folder, made.header, change("b"))
    await expect(changePassphraseInHeader(folder, made.header, change("c", "b"))).rejects.toMatchObject({
      code: "header-stale",
    })
  })

  test("cut off between the copies: the new passphrase counts, and the stale copy does not let the old one in", async () => {
    const stale = read("header.b")
    await changePassphraseInHeader(folder, made.header, change("новая фраза"))
    write("header.b", stale)
    await expect(unlockHeader(folder, secret)).rejects.toMatchObject({ code: "wrong-passphrase" })
    const opened = await unlockHeader(folder, { ...secret, passphrase: "новая фраза" })
    expect(opened).toMatchObject({ header: { epoch: 2 }, notices: ["header-copy-repaired"] })
    expect(Buffer.compare(read("header.a"), read("header.b"))).toBe(0)
  })

  test("a forged copy with a high epoch does not lock anybody out", async () => {
    const hostile = Uint8Array.from(read("header.a"))
    writeUint64(hostile, 72, 99)
    hostile.fill(0, 80, 3088)
    write("header.a", forged(hostile))
    expect(await unlockHeader(folder, secret)).toMatchObject({
      header: { epoch: 1, macValid: true },
      notices: ["header-copy-repaired"],
    })
  })
})

test("nothing of the header tells used slots from unused ones", async () => {
  // The top bit of every X25519 key is zero, so an unused slot needs a real one: 40 slots of 5 vaults.
  const tops: number[] = []
  for (let vault = 0; vault < 5; vault++) {
    const at = mkdtempSync(join(root, "slots-"))
    await createHeader(at, { passphrase: "p", kdf: cheap, random: seededRandom(`s${vault}`), clock: steppingClock() })
    const bytes = readFileSync(join(at, "header.a"))
    for (let index = 0; index < 8; index++) tops.push((bytes[80 + index * slotBytes + 204 + 31] ?? 0) >> 7)
    expect(readdirSync(at).sort()).toEqual(["header.a", "header.b"])
  }
  expect(tops).toEqual(tops.map(() => 0))
})
