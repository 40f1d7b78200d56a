import { randomBytes } from "node:crypto"

/** Randomness is an argument, so that tests and vectors repeat. */
export type RandomBytes = (length: number) => Uint8Array

/** The operating system's generator. */
export const systemRandom: RandomBytes = (length) => randomBytes(length)
