import { Fault } from "../../shared/faults.ts"
import { runFfmpeg } from "./ffmpeg.ts"
import { mediaTracks } from "./media-tracks.ts"
import type { OpenDocument, ParserContext } from "./operation.ts"

/**
 * The picture that a film shows at a moment, upright, as a PNG without a word.
 * @throws Fault "kind-unsupported" where it has none, "bad-input" where it has ended by then, "file-broken"
 */
export const mediaStill = async (
  { document, atMs }: { readonly document: OpenDocument; readonly atMs: number },
  context: ParserContext,
): Promise<{ png: Uint8Array }> => {
  const { durationMs, tracks } = await mediaTracks({ document }, context)
  const picture = tracks.find(({ kind }) => kind === "picture")
  if (picture === undefined) throw new Fault("kind-unsupported")
  if (atMs >= durationMs) throw new Fault("bad-input", { field: "atMs", durationMs })
  const words = ["-map", `0:${picture.index}`, "-frames:v", "1", "-map_metadata", "-1", "-fflags", "+bitexact"]
  const { files } = await runFfmpeg(
    {
      ...document,
      before: ["-ss", (atMs / 1000).toFixed(3)],
      words: [...words, "-flags:v", "+bitexact", "-c:v", "png", "-f", "image2pipe", "/out.png"],
      outputs: ["/out.png"],
    },
    context,
  )
  const [png] = files
  // Subtle: after the last picture nothing is written, and the file is empty.
  if (png === undefined || png.length === 0) throw new Fault("bad-input", { field: "atMs", durationMs })
  return { png: png.slice() }
}
