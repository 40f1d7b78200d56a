import type { EvidenceId } from "../../../shared/model/ids.ts"
import { call, type Failure } from "../../bridge/client.ts"
import { decodePicture, type Picture } from "../../bridge/images.ts"
import { onLock } from "../../session/lock.ts"

/** Decoded pages, the least used let go first. */
const most = 24
const kept = new Map<string, Picture>()

const keep = (key: string, picture: Picture): void => {
  kept.set(key, picture)
  for (const [oldest, old] of kept) {
    if (kept.size <= most) break
    kept.delete(oldest)
    old.close()
  }
}

const clearPictures = (): void => {
  for (const picture of kept.values()) picture.close()
  kept.clear()
}
onLock(clearPictures)

export type Source = () => Promise<{ ok: true; png: Uint8Array } | { ok: false; failure: Failure }>

/** The picture under `key`, decoded now or before. It stays the cache's: draw it at once, do not close it. */
export const pictureFor = async (key: string, source: Source): Promise<{ picture: Picture } | { failure: Failure }> => {
  const before = kept.get(key)
  if (before !== undefined) {
    kept.delete(key)
    kept.set(key, before)
    return { picture: before }
  }
  const answer = await source()
  if (!answer.ok) return { failure: answer.failure }
  try {
    const picture = await decodePicture(answer.png)
    keep(key, picture)
    return { picture }
  } catch {
    return { failure: { code: "file-broken", detail: {} } }
  }
}

export const pageSource =
  (id: EvidenceId, page: number, dpi: number, leaving = false): Source =>
  async () => {
    const reply = await call("evidence.pageImage", { id, page, dpi, leaving })
    return reply.ok ? { ok: true, png: reply.result.png } : { ok: false, failure: reply.fault }
  }
