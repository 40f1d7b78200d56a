import { up as firstSchema } from "./0001-first-schema.ts"
import { up as clearedPlaces } from "./0002-cleared-places.ts"
import { up as mediaPlans } from "./0003-media-plans.ts"
import { up as boundAcceptance } from "./0004-bound-acceptance.ts"
import { up as renderings } from "./0005-renderings.ts"
import { up as records } from "./0006-records.ts"
import { up as boxPoints } from "./0007-box-points.ts"
import { up as regradedDossiers } from "./0008-regraded-dossiers.ts"
import { up as recordValues } from "./0009-record-values.ts"
import { up as twoPeople } from "./0010-two-people.ts"
import { up as imports } from "./0011-imports.ts"

/** Every migration in order; the index plus one is the version that it makes. */
export const migrations: readonly string[] = [
  firstSchema,
  clearedPlaces,
  mediaPlans,
  boundAcceptance,
  renderings,
  records,
  boxPoints,
  regradedDossiers,
  recordValues,
  twoPeople,
  imports,
]
