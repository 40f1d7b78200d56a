import { mkdirSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { KdfParameters } from "../../main/crypto/kdf.ts"
import type { RandomBytes } from "../../main/crypto/random.ts"
import type { Clock } from "../../main/engine/clock.ts"
import { createVault } from "../../main/vault/create-vault.ts"
import { openVault } from "../../main/vault/open-vault.ts"
import type { Vault, VaultNotice } from "../../main/vault/vault.ts"
import { seededRandom, steppingClock } from "./records.ts"

/** The cheapest that the format allows: about 0.1 s an attempt. */
export const cheapKdf: KdfParameters = { memoryKiB: 64 * 1024, passes: 1, lanes: 1 }

export const testPassphrase = "shelter ribbon 47 apricot Қордай"

export interface TestVault {
  readonly vault: Vault
  readonly recoveryCode: string
  /** Holds everything below; removed by `disposeTestVault`. */
  readonly root: string
  readonly folder: string
  readonly stateFolder: string
  readonly passphrase: string
  readonly clock: Clock
  readonly random: RandomBytes
  /** Opens the folder again, after `vault.close()`. */
  reopen(folder?: string): Promise<{ vault: Vault; notices: VaultNotice[] }>
}

/** A real vault in a folder of its own: cheap key derivation, a clock that steps, randomness that repeats. */
export const makeTestVault = async (seed = "vault"): Promise<TestVault> => {
  const root = mkdtempSync(join(tmpdir(), "saqta-vault-"))
  const [folder, stateFolder] = [join(root, "vault"), join(root, "state")]
  mkdirSync(stateFolder)
  const [clock, random] = [steppingClock(), seededRandom(seed)]
  const shared = { clock, random, stateFolder }
  const made = await createVault({ folder, passphrase: testPassphrase, kdf: cheapKdf, ...shared })
  const secret = { kind: "passphrase" as const, passphrase: testPassphrase }
  return {
    ...made,
    root,
    folder,
    stateFolder,
    passphrase: testPassphrase,
    clock,
    random,
    reopen: (other = folder) => openVault({ folder: other, secret, ...shared }),
  }
}

/** Closes the vault, should it be open, and removes all its files. */
export const disposeTestVault = async ({ vault, root }: Pick<TestVault, "vault" | "root">): Promise<void> => {
  await vault.close()
  rmSync(root, { recursive: true, force: true })
}
