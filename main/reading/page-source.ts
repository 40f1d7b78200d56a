import { Fault } from "../../shared/faults.ts"
import { imageSize } from "./image-size.ts"
import { limits } from "./limits.ts"
import type { OpenDocument } from "./operation.ts"

/** Bytes that MuPDF can open, and the media type by which it chooses its reader. */
export interface PageSource {
  readonly bytes: Uint8Array
  readonly magic: string
}

/** Kinds that MuPDF reads as they are. */
const direct = new Set(["application/pdf", "image/jpeg", "image/png", "image/gif", "image/tiff", "image/bmp"])

/** Looked up before anything is decoded: a picture of 30,000 × 30,000 needs 2.7 GB once unpacked. */
const refuseHuge = (document: OpenDocument): void => {
  const size = imageSize(document.bytes, document.mediaType)
  if (size === undefined) return
  if (size.width === 0 || size.height === 0) throw new Fault("file-broken")
  if (size.width * size.height > limits.imagePixels)
    throw new Fault("file-too-large", { width: size.width, height: size.height })
}

/** What of `document` is laid out as pages. @throws Fault kind-unsupported, file-too-large, file-broken */
export const pageSource = async (document: OpenDocument): Promise<PageSource> => {
  const { mediaType, bytes } = document
  if (mediaType.startsWith("image/")) refuseHuge(document)
  if (direct.has(mediaType)) return await Promise.resolve({ bytes, magic: mediaType })
  throw new Fault("kind-unsupported", { mediaType })
}
