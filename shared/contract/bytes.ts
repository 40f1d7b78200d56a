import { z } from "zod"

/** Bytes as a result: over a port they cross as they are. */
export const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)
