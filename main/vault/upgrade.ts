import { copyFile, open, rename } from "node:fs/promises"
import { dirname } from "node:path"
import { Fault } from "../../shared/faults.ts"
import { type Db, openDatabase } from "./db.ts"
import { diskFault, syncFolder } from "./durable.ts"
import { databaseVersion, migrate, refuseNewer } from "./migrate.ts"
import { migrations as released } from "./migrations/list.ts"

/** Where the copy of a database of an older version is kept. */
export const copyPath = (path: string, version: number): string => `${path}.version-${version}`

const keepCopy = async (path: string, version: number): Promise<void> => {
  const kept = copyPath(path, version)
  try {
    await copyFile(path, `${kept}.new`)
    const handle = await open(`${kept}.new`, "r+")
    await handle.sync().finally(() => handle.close())
    await rename(`${kept}.new`, kept)
  } catch (error) {
    throw diskFault(error)
  }
  await syncFolder(dirname(path))
}

/**
 * Opens a vault's database and brings it to the newest version; a durable copy of the older one is kept first.
 * Subtle: the copy is made while the database is closed. Closing any other handle to a file that SQLite has open drops
 * this process's locks on it, and a second process would be let in.
 * @throws Fault "vault-newer", "vault-in-use", "database-damaged", "vault-read-only" (a read-only vault must be
 * upgraded first), "disk-full", "io-error"
 */
export const openUpToDate = async (
  path: string,
  key: Uint8Array,
  options: { readOnly: boolean },
  migrations: readonly string[] = released,
): Promise<Db> => {
  let db = openDatabase(path, key, { create: false })
  try {
    const version = databaseVersion(db)
    refuseNewer(version, migrations.length)
    if (version === 0) throw new Fault("database-damaged", { part: "version" })
    if (version === migrations.length) return db
    if (options.readOnly) throw new Fault("vault-read-only", { version })
    db.close()
    await keepCopy(path, version)
    db = openDatabase(path, key, { create: false })
    migrate(db, migrations)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}
