import * as consents from "../domain/consent.ts"
import type { ActorId } from "../../shared/model/ids.ts"
import type { EngineContext } from "./context.ts"

/** The day that it is here, where the person sits: a consent that ends today holds until this day ends. */
export const today = ({ parts }: EngineContext): string => {
  const now = new Date(parts.clock.now())
  const two = (number: number): string => String(number).padStart(2, "0")
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** Who is hidden from this recipient for want of consent, as consents stand today. */
export const withheldFrom = (context: EngineContext, recipient: string): ReadonlySet<ActorId> =>
  context.vault().read((tx) => consents.withheld(tx, recipient, today(context)))
