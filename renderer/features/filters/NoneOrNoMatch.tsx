import { Button } from "../../components/Button.tsx"
import { Empty } from "../../components/States.tsx"
import { clearFilter, useNarrow } from "../../session/filter.ts"
import { useT } from "../../session/preferences.ts"

/** Nothing there, or nothing that the filter leaves: two different states. */
export const NoneOrNoMatch = ({ empty }: { readonly empty: string }) => {
  const t = useT()
  if (!useNarrow()) return <Empty title={empty} />
  return (
    <Empty title={t("filters.noMatch")}>
      <Button onPress={clearFilter}>{t("filters.clear")}</Button>
    </Empty>
  )
}
