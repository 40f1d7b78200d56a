import { localDay } from "../../shared/deadlines/day.ts"
import * as consents from "../domain/consent.ts"
import type { ActorId } from "../../shared/model/ids.ts"
import type { EngineContext } from "./context.ts"

/** The day that it is here, where the person sits: a consent that ends today holds until this day ends. */
export const today = ({ parts }: EngineContext): string => localDay(new Date(parts.clock.now()))

/** Who is hidden from this recipient for want of consent, as consents stand today. */
export const withheldFrom = (context: EngineContext, recipient: string): ReadonlySet<ActorId> =>
  context.vault().read((tx) => consents.withheld(tx, recipient, today(context)))
