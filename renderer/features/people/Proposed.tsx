import { Plus } from "lucide-react"
import { useEffect } from "react"
import type { Actor } from "../../../shared/model/actor.ts"
import { Button } from "../../components/Button.tsx"
import { useMask } from "../../session/names.ts"
import { useT } from "../../session/preferences.ts"
import { changeActor, loadProposed, namesOf, usePeople } from "./store.ts"

/** Spellings to take with one press; nothing is recorded that nobody took. */
export const ProposedNames = ({ actor }: { readonly actor: Actor }) => {
  const t = useT()
  const mask = useMask()
  const proposed = usePeople((state) => state.proposed)
  const known = actor.names.map(({ text }) => text).join("\n")
  useEffect(() => void loadProposed(actor.id), [actor.id, known])
  if (proposed.of !== actor.id || proposed.names.length === 0) return null
  return (
    <div className="proposed-names">
      <p className="quiet">{t("people.proposed")}</p>
      <ul aria-label={t("people.proposed")}>
        {proposed.names.map((name) => (
          <li key={name.text}>
            <Button icon={Plus} small onPress={() => void changeActor(actor, { names: [...namesOf(actor), name] })}>
              {mask(name.text)}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
