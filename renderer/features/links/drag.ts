import type { DragEvent } from "react"
import { EvidenceId } from "../../../shared/model/ids.ts"
import { type LinkTarget, linkedKinds } from "../../../shared/model/link.ts"
import type { RecordRef } from "../../../shared/model/field.ts"
import { linkAll } from "./store.ts"

/** What a dragged row of evidence carries: its id alone, of use to no other program. */
const dragged = "application/x-saqta-evidence"

export const dragEvidence = (id: EvidenceId, data: DataTransfer): void => {
  data.setData(dragged, id)
  data.effectAllowed = "link"
}

export const carriesEvidence = (data: DataTransfer): boolean => data.types.includes(dragged)

/** Links what was dropped, whole, to the record. */
export const linkDropped = (data: DataTransfer, target: LinkTarget): void => {
  const id = EvidenceId.safeParse(data.getData(dragged))
  if (id.success) void linkAll([id.data], target)
}

/** A record as the end of a link; undefined for kinds that passages are not linked to. */
export const asTarget = ({ kind, id }: RecordRef): LinkTarget | undefined => {
  if (kind === "incident" || kind === "actor" || (linkedKinds as readonly string[]).includes(kind))
    return { kind, id } as LinkTarget
  return undefined
}

/** Makes an element take evidence rows: it lights up, and links what is dropped. */
export const dropEvidence = (targetOf: () => LinkTarget) => ({
  onDragOver: (event: DragEvent) => {
    if (!carriesEvidence(event.dataTransfer)) return
    event.preventDefault()
    event.stopPropagation()
    event.dataTransfer.dropEffect = "link"
    event.currentTarget.classList.add("drop-target")
  },
  onDragLeave: (event: DragEvent) => {
    if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)))
      event.currentTarget.classList.remove("drop-target")
  },
  onDrop: (event: DragEvent) => {
    event.currentTarget.classList.remove("drop-target")
    if (!carriesEvidence(event.dataTransfer)) return
    event.preventDefault()
    event.stopPropagation()
    linkDropped(event.dataTransfer, targetOf())
  },
})
