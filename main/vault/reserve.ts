import { systemRandom } from "../crypto/random.ts"
import { isFault } from "../../shared/faults.ts"
import type { Db } from "./db.ts"
import { keepReserve, releaseReserve } from "./durable.ts"

/** Holds space back where there is some; on a disk that is full already there is nothing to hold. */
export const holdReserve = async (path: string): Promise<void> => {
  try {
    await keepReserve(path, systemRandom)
  } catch (error) {
    if (!isFault(error)) throw error
  }
}

/** Moves the log into the database, so that one file is left. False when the disk is too full for it. */
const checkpoint = (db: Db): boolean => {
  try {
    // "busy" is 1 when the log could not be emptied.
    return db.pragma("wal_checkpoint(TRUNCATE)")[0]?.["busy"] === 0
  } catch (error) {
    if (!isFault(error)) throw error
    return false
  }
}

/**
 * Closes the database with its log emptied; on a full disk gives the reserve free and tries once more.
 * Should that fail too, nothing is lost: the log stays beside the database and is taken up at the next opening.
 */
export const closeCleanly = async (db: Db, reservePath: string): Promise<void> => {
  if (!checkpoint(db)) {
    await releaseReserve(reservePath)
    checkpoint(db)
  }
  db.close()
}
