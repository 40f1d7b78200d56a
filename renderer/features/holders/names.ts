import { type Translate, useT } from "../../session/preferences.ts"
import { useVault } from "../../session/vault.ts"

/** What somebody is called; who gave no name is told apart only by that. */
export const holderWords = (t: Translate, label: string): string => (label === "" ? t("holder.unnamed") : label)

/** The words for who did something; "" in a vault that one person alone opens, where it says nothing. */
export const useWho = (): ((label: string) => string) => {
  const t = useT()
  const several = useVault((state) => (state.info?.holders ?? 1) > 1)
  return (label) => (several || label !== "" ? holderWords(t, label) : "")
}
