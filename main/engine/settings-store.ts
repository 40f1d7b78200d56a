import { statSync } from "node:fs"
import { mkdir, readFile } from "node:fs/promises"
import { join } from "node:path"
import { z } from "zod"
import { Settings } from "../../shared/contract/settings.ts"
import { Instant } from "../../shared/model/ids.ts"
import { diskFault, writeDurably } from "../vault/durable.ts"

const Recent = z.strictObject({ path: z.string(), lastOpenedAt: Instant })
type Recent = z.infer<typeof Recent>

const Stored = z.object({ settings: Settings.prefault({}), recent: z.array(Recent).default([]) })
type Stored = z.infer<typeof Stored>

/** Settings of this machine and the vaults opened on it. Nothing in it says what a vault holds. */
export interface SettingsStore {
  read(): Promise<Settings>
  /** @throws Fault "io-error" and its like */
  update(patch: Partial<Settings>): Promise<Settings>
  /** Newest first. */
  recent(): Promise<Recent[]>
  /** Notes that a vault was opened, if the person lets Saqta remember. */
  remember(entry: Recent): Promise<void>
  forget(path: string): Promise<void>
}

const recentKept = 12
const defaults = (): Stored => Stored.parse({})

/** Which file stands there: each change is a new one, put in the place of the old. */
const versionOf = (path: string): string => {
  try {
    const stat = statSync(path, { bigint: true, throwIfNoEntry: false })
    return stat === undefined ? "none" : `${stat.ino} ${stat.mtimeNs} ${stat.size}`
  } catch {
    return "none"
  }
}

const parseFile = async (path: string): Promise<Stored> => {
  try {
    return Stored.parse(JSON.parse(await readFile(path, "utf8")))
  } catch {
    return defaults()
  }
}

/** Kept in `settings.json` of the state folder, for its owner alone. A damaged file counts as none: it holds no work. */
export const createSettingsStore = (stateFolder: string): SettingsStore => {
  const path = join(stateFolder, "settings.json")
  let last: Promise<unknown> = Promise.resolve()

  let known: { readonly version: string; readonly stored: Stored } | undefined

  /** Read again only where the file is another than before: another window of the same person may have written it. */
  const load = async (): Promise<Stored> => {
    const version = versionOf(path)
    if (known?.version === version) return known.stored
    const stored = await parseFile(path)
    known = { version, stored }
    return stored
  }

  const save = async (stored: Stored): Promise<void> => {
    await mkdir(stateFolder, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
      throw diskFault(error)
    })
    await writeDurably(path, Buffer.from(`${JSON.stringify(stored, null, 2)}\n`))
  }

  // One change at a time: two at once would each write what it had read before the other.
  const change = (work: (stored: Stored) => Stored): Promise<Stored> => {
    const turn = last.then(async () => {
      const stored = work(await load())
      await save(stored)
      return stored
    })
    last = turn.catch(() => undefined)
    return turn
  }

  const without = (recent: readonly Recent[], gone: string): Recent[] => recent.filter((entry) => entry.path !== gone)

  return {
    read: async () => (await load()).settings,
    update: async (patch) => {
      const { settings } = await change((stored) => {
        const settings = Settings.parse({ ...stored.settings, ...patch })
        return { settings, recent: settings.rememberVaults ? stored.recent : [] }
      })
      return settings
    },
    recent: async () => (await load()).recent,
    remember: async (entry) => {
      if (!(await load()).settings.rememberVaults) return
      await change((stored) => ({
        ...stored,
        recent: [entry, ...without(stored.recent, entry.path)].slice(0, recentKept),
      }))
    },
    forget: async (gone) => {
      if (!(await load()).recent.some((entry) => entry.path === gone)) return
      await change((stored) => ({ ...stored, recent: without(stored.recent, gone) }))
    },
  }
}
