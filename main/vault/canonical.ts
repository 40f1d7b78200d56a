import canonicalize from "canonicalize"
import { Fault } from "../../shared/faults.ts"

/** Canonical JSON, RFC 8785: the same value gives the same bytes everywhere. @throws Fault "internal" */
export const canonicalJson = (value: unknown): string => {
  const text = canonicalize(value)
  if (text === undefined) throw new Fault("internal", { reason: "not JSON" })
  return text
}
