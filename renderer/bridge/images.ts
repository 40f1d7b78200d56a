/**
 * Page images: bytes from the engine to a drawable picture, without a Blob where the browser allows it
 * (Chromium keeps Blobs in its browser process and may page them to disk) and never with a `blob:` address.
 */
export type Picture = VideoFrame | ImageBitmap

const bytesOf = (png: Uint8Array): ArrayBuffer => {
  const copy = new ArrayBuffer(png.byteLength)
  new Uint8Array(copy).set(png)
  return copy
}

/** Decodes a PNG. Call `close()` on the picture when it is no longer shown. */
export const decodePicture = async (png: Uint8Array): Promise<Picture> => {
  if (typeof ImageDecoder !== "undefined") {
    const decoder = new ImageDecoder({ type: "image/png", data: bytesOf(png) })
    try {
      return (await decoder.decode()).image
    } finally {
      decoder.close()
    }
  }
  return createImageBitmap(new Blob([bytesOf(png)], { type: "image/png" }))
}

export const pictureSize = (picture: Picture): { width: number; height: number } =>
  "displayWidth" in picture
    ? { width: picture.displayWidth, height: picture.displayHeight }
    : { width: picture.width, height: picture.height }
