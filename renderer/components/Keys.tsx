import { keyCaps } from "../keys/chord.ts"
import { chordsOf, type KeyName } from "../keys/table.ts"

/** The key caps of an action, as the key table has them. */
export const Keys = ({ of }: { readonly of: KeyName }) => <Caps chord={chordsOf(of)[0] ?? ""} />

export const Caps = ({ chord }: { readonly chord: string }) => (
  <kbd className="keys">
    {keyCaps(chord).map((cap) => (
      <span key={cap} className="cap">
        {cap}
      </span>
    ))}
  </kbd>
)
