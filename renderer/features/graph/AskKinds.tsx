import { useState } from "react"
import type { GraphNode } from "../../../shared/contract/graph.ts"
import type { RecordKind } from "../../../shared/model/field.ts"
import { kindOf } from "../../../shared/model/kinds.ts"
import { Button } from "../../components/Button.tsx"
import { Dialog } from "../../components/Dialog.tsx"
import { Tick } from "../../components/Toggle.tsx"
import { useMask } from "../../session/names.ts"
import { usePreferences, useT } from "../../session/preferences.ts"
import { expand, stopAsking } from "./store.ts"
import { nodeWords } from "./words.ts"

/** Too many neighbours to be of use all at once: which kinds? */
export const AskKinds = ({ node }: { readonly node: GraphNode }) => {
  const t = useT()
  const mask = useMask()
  const language = usePreferences((state) => state.language)
  const [kinds, setKinds] = useState<readonly RecordKind[]>([])
  const count = node.hidden.reduce((sum, one) => sum + (kinds.includes(one.kind) ? one.count : 0), 0)
  return (
    <Dialog
      title={t("graph.whichKinds", { what: mask(nodeWords(node, language)) })}
      closeLabel={t("common.close")}
      onClose={stopAsking}
      footer={
        <>
          <Button look="quiet" onPress={stopAsking}>
            {t("common.cancel")}
          </Button>
          <Button look="primary" disabled={count === 0} onPress={() => void expand(node.id, kinds)}>
            {t("graph.showHidden", { count })}
          </Button>
        </>
      }
    >
      <ul className="graph-kinds">
        {node.hidden.map((one) => (
          <li key={one.kind}>
            <Tick
              on={kinds.includes(one.kind)}
              onChange={(on) => setKinds(on ? [...kinds, one.kind] : kinds.filter((kind) => kind !== one.kind))}
            >
              {kindOf(one.kind).plural[language]} <span className="count">{one.count}</span>
            </Tick>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
