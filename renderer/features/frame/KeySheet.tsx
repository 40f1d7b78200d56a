import { Dialog } from "../../components/Dialog.tsx"
import { Caps } from "../../components/Keys.tsx"
import { chordsOf, groupLabel, groupOf, keyGroups, keyLabel, keyNames } from "../../keys/table.ts"
import { useT } from "../../session/preferences.ts"
import { showPanel } from "./store.ts"

/** Drawn from the same table that binds them. */
export const KeySheet = () => {
  const t = useT()
  return (
    <Dialog title={t("keys.title")} closeLabel={t("common.close")} onClose={() => showPanel("none")} wide>
      <p className="quiet">{t("keys.note")}</p>
      <div className="key-groups">
        {keyGroups.map((group) => (
          <section key={group}>
            <h3>{t(groupLabel(group))}</h3>
            <dl>
              {keyNames
                .filter((name) => groupOf(name) === group)
                .map((name) => (
                  <div key={name} className="key-line">
                    <dt>{t(keyLabel(name))}</dt>
                    <dd>
                      <Caps chord={chordsOf(name)[0] ?? ""} />
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
