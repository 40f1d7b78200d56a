import { up as firstSchema } from "./0001-first-schema.ts"
import { up as clearedPlaces } from "./0002-cleared-places.ts"

/** Every migration in order; the index plus one is the version that it makes. */
export const migrations: readonly string[] = [firstSchema, clearedPlaces]
