import { basename, join } from "node:path"
import { Fault } from "../../../shared/faults.ts"
import { measureStrength } from "../../passphrase/strength.ts"
import { createVault } from "../../vault/create-vault.ts"
import { openVault } from "../../vault/open-vault.ts"
import type { Vault } from "../../vault/vault.ts"
import type { EngineContext, HandlersOf } from "../context.ts"
import { isPortableName } from "../portable-name.ts"

/** The folder of a new vault inside `parent`; without a name a random one, which says nothing. @throws "bad-input" */
const newFolder = (context: EngineContext, parent: string, name: string | null): string => {
  if (name === null) return join(parent, Buffer.from(context.parts.random(8)).toString("hex"))
  if (!isPortableName(name)) throw new Fault("bad-input", { field: "folderName" })
  return join(parent, name)
}

/** @throws Fault "passphrase-weak" */
const refuseWeak = async (passphrase: string): Promise<void> => {
  if (!(await measureStrength(passphrase)).accepted) throw new Fault("passphrase-weak")
}

// Subtle: asked for while it is this call's turn, since the next call may close the vault again.
const withInfo = <T extends { readonly vault: Vault }>(found: T) => ({ ...found, info: found.vault.info() })

const opened = (context: EngineContext, folder: string): Promise<void> => {
  context.parts.emit({ kind: "vault.opened" })
  // A vault is open even where this machine's own folder cannot be written.
  return context.settings.remember({ path: folder, lastOpenedAt: context.parts.clock.now() }).catch(() => undefined)
}

const lifecycle = (
  context: EngineContext,
): Pick<HandlersOf<"vault">, "vault.create" | "vault.unlock" | "vault.lock"> => {
  const { clock, random, stateFolder, kdf } = context.parts
  return {
    "vault.create": async ({ parent, folderName, passphrase }) => {
      const folder = newFolder(context, context.tokens.resolve(parent), folderName)
      await refuseWeak(passphrase)
      const { info, recoveryCode } = await context.session.enter(async () =>
        withInfo(await createVault({ folder, passphrase, kdf, clock, random, stateFolder })),
      )
      await opened(context, folder)
      return { info, folder: context.tokens.offer(folder), recoveryCode }
    },
    "vault.unlock": async ({ folder, secret }) => {
      const path = context.tokens.resolve(folder)
      const found = await context.session.enter(async () =>
        withInfo(await openVault({ folder: path, secret, clock, random, stateFolder })),
      )
      await opened(context, path)
      return { info: found.info, notices: [...found.notices, ...found.heard] }
    },
    "vault.lock": async () => {
      if (context.session.isOpen()) context.parts.emit({ kind: "vault.locking" })
      await context.session.leave()
      return {}
    },
  }
}

const remembered = (context: EngineContext): Pick<HandlersOf<"vault">, "vault.recent" | "vault.forget"> => ({
  "vault.recent": async () => {
    const recent = await context.settings.recent()
    const vaults = recent.map(({ path, lastOpenedAt }) => ({
      folder: context.tokens.offer(path),
      folderName: basename(path),
      lastOpenedAt,
    }))
    return { vaults }
  },
  "vault.forget": async ({ folder }) => {
    await context.settings.forget(context.tokens.resolve(folder))
    return {}
  },
})

export const vaultHandlers = (context: EngineContext): HandlersOf<"vault"> => ({
  ...lifecycle(context),
  ...remembered(context),
  "vault.status": () => {
    const open = context.session.isOpen()
    return { open, info: open ? context.vault().info() : null }
  },
  "vault.info": () => context.vault().info(),
  "vault.verify": () => context.vault().verify(),
  "vault.changePassphrase": async ({ current, next }) => {
    const vault = context.vault()
    await refuseWeak(next)
    await vault.changePassphrase(current, next)
    return {}
  },
})
