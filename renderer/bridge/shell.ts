import type { EngineEvent } from "../../shared/contract/events.ts"
import type { Offered, PickKind } from "../../shared/contract/host.ts"
import type { EvidenceId, FileToken } from "../../shared/model/ids.ts"
import { host } from "./host.ts"

/** What the shell itself does for the page, beside calls to the engine. */
export const pick = (kind: PickKind): Promise<readonly Offered[]> => host().pick(kind)
export const offerDropped = (files: readonly File[]): Promise<readonly Offered[]> => host().offer(files)
export const reveal = (token: FileToken): Promise<void> => host().reveal(token)
export const lockVault = (): Promise<void> => host().lock()
export const mediaAddress = (id: EvidenceId): string => host().mediaAddress(id)
export const copyText = (text: string): Promise<void> => host().copy(text)
export const saveText = (suggestedName: string, text: string): Promise<boolean> => host().saveText(suggestedName, text)
export const onEngineEvent = (listener: (event: EngineEvent) => void): (() => void) => host().onEvent(listener)
export const hostVersion = (): string => host().version
export const hostKind = (): "electron" | "chromium" => host().kind
