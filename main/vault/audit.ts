import type { AuditLine, WriteTx } from "./tx.ts"

/**
 * Says in the audit log what this transaction did. The entry carries the hash of every covered row written since the
 * last `append` (rows written after the last one join it), and is chained, signed and stored on commit.
 * A transaction that touched covered rows and said nothing is refused with Fault "internal".
 */
export const append = (tx: WriteTx, line: AuditLine): void => tx.append(line)
