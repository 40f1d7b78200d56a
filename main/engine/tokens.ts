import { basename } from "node:path"
import { Fault } from "../../shared/faults.ts"
import type { FileToken } from "../../shared/model/ids.ts"
import type { RandomBytes } from "../crypto/random.ts"

/** Paths by opaque tokens: the page holds the token, only this process knows the path. */
export interface TokenRegistry {
  /** A new token for a path, good until the engine ends. */
  offer(path: string): FileToken
  /** @throws Fault "not-found" */
  resolve(token: FileToken): string
  /** The last part of the path, for showing. @throws Fault "not-found" */
  nameOf(token: FileToken): string
}

export const createTokens = (random: RandomBytes): TokenRegistry => {
  const paths = new Map<string, string>()
  const resolve = (token: FileToken): string => {
    const path = paths.get(token)
    if (path === undefined) throw new Fault("not-found", { kind: "file" })
    return path
  }
  return {
    offer: (path) => {
      const token = Buffer.from(random(16)).toString("hex") as FileToken
      paths.set(token, path)
      return token
    },
    resolve,
    nameOf: (token) => basename(resolve(token)),
  }
}
