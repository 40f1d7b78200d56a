import type { Db } from "./db.ts"

/** Undoes the open transaction. Subtle: after SQLITE_FULL and I/O errors SQLite has rolled back itself and says so. */
const rollback = (db: Db): void => {
  try {
    db.exec("ROLLBACK")
  } catch {
    // Nothing is open any more: that is what was wanted.
  }
}

/** Runs `work` in one transaction: commits when it returns, rolls back when it throws, and throws that on. */
export const transaction = <T>(db: Db, work: () => T): T => {
  db.exec("BEGIN IMMEDIATE")
  try {
    const result = work()
    db.exec("COMMIT")
    return result
  } catch (error) {
    rollback(db)
    throw error
  }
}
