import { Fault } from "../../shared/faults.ts"
import type { Db } from "./db.ts"
import { migrations as released } from "./migrations/list.ts"
import { transaction } from "./transaction.ts"

/** The version that this program writes. */
export const newestVersion = released.length

/** The version of an open database; 0 when it is empty. */
export const databaseVersion = (db: Db): number => {
  const version = db.pragma("user_version")[0]?.["user_version"]
  if (typeof version !== "number") throw new Fault("database-damaged", { part: "version" })
  return version
}

/** @throws Fault "vault-newer": a downgrade would silently drop what the newer program knows. */
export const refuseNewer = (version: number, newest = newestVersion): void => {
  if (version > newest) throw new Fault("vault-newer", { version, newest })
}

const checkForeignKeys = (db: Db): void => {
  const dangling = db.pragma("foreign_key_check")
  if (dangling.length > 0) throw new Fault("database-damaged", { part: "foreign-keys", rows: dangling.length })
}

/**
 * Brings the database to the newest version: each migration in a transaction of its own with its foreign-key check
 * and its version number, so that a kill leaves a whole version behind.
 * @throws Fault "vault-newer", "database-damaged", "disk-full"
 */
export const migrate = (db: Db, migrations: readonly string[] = released): void => {
  const from = databaseVersion(db)
  refuseNewer(from, migrations.length)
  migrations.forEach((up, index) => {
    const version = index + 1
    if (version <= from) return
    try {
      // Subtle: foreign_keys cannot be changed inside a transaction, and must be off while a migration rebuilds a table.
      db.pragma("foreign_keys = OFF")
      transaction(db, () => {
        db.exec(up)
        checkForeignKeys(db)
        db.pragma(`user_version = ${version}`)
      })
    } finally {
      db.pragma("foreign_keys = ON")
    }
  })
}
