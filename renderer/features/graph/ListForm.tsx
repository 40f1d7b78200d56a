import type { GraphEdge, GraphNode } from "../../../shared/contract/graph.ts"
import { kindOf } from "../../../shared/model/kinds.ts"
import { Button } from "../../components/Button.tsx"
import { useMask } from "../../session/names.ts"
import { usePreferences, useT } from "../../session/preferences.ts"
import { chooseNode, expand } from "./store.ts"
import { edgeWords, hiddenCount, nodeWords } from "./words.ts"

interface Props {
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
  readonly chosen: string | undefined
}

/** The graph for whoever does not see it: every record, and for the chosen one how it hangs together with others. */
export const ListForm = ({ nodes, edges, chosen }: Props) => {
  const t = useT()
  const mask = useMask()
  const language = usePreferences((state) => state.language)
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const lines = edges.filter(({ from, to }) => from === chosen || to === chosen)
  return (
    <ul className="graph-list" aria-label={t("graph.title")}>
      {nodes.map((node) => (
        <li key={node.id}>
          <div className={node.id === chosen ? "graph-entry chosen" : "graph-entry"}>
            <button
              type="button"
              className="grow truncate"
              aria-expanded={node.id === chosen}
              onClick={() => chooseNode(node.id)}
            >
              {mask(nodeWords(node, language))} <span className="quiet">{kindOf(node.kind).label[language]}</span>
            </button>
            {hiddenCount(node) > 0 && (
              <Button small onPress={() => void expand(node.id)}>
                {t("graph.showHidden", { count: hiddenCount(node) })}
              </Button>
            )}
          </div>
          {node.id === chosen && (
            <ul className="graph-lines">
              {lines.map((edge) => {
                const other = byId.get(edge.from === chosen ? edge.to : edge.from)
                if (other === undefined) return null
                return (
                  <li key={edge.id}>
                    {edgeWords(edge, language)}:{" "}
                    <button type="button" className="link-button" onClick={() => chooseNode(other.id)}>
                      {mask(nodeWords(other, language))}
                    </button>
                  </li>
                )
              })}
            </ul>
          )}
        </li>
      ))}
    </ul>
  )
}
