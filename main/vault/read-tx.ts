import { Fault } from "../../shared/faults.ts"
import type { Db } from "./db.ts"
import type { Sql } from "./sql.ts"
import type { ReadTx } from "./tx.ts"

const reads = /^\s*(SELECT|WITH)\b/i
const writes = /\b(INSERT\s+(OR\s+\w+\s+)?INTO|REPLACE\s+INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM)\b/i

/** Subtle: the text of a statement is ours alone (values are apart), so looking at it is a check of our own code. */
const onlyReading = (statement: Sql): Sql => {
  if (!reads.test(statement.text) || writes.test(statement.text)) {
    throw new Fault("internal", { reason: "a read that writes" })
  }
  return statement
}

/** Reading through an open database. One connection, and synchronous: what one `read` sees cannot change under it. */
export const readTx = (db: Db): ReadTx => ({
  one: (statement) => db.one(onlyReading(statement)),
  all: (statement) => db.all(onlyReading(statement)),
})
