/** Base64 in a page; Chromium has had the quick way since 140, the slow one stands in before. */
interface Quick {
  fromBase64?: (text: string) => Uint8Array
}

export const decodeBytes = (text: string): Uint8Array => {
  const quick = (Uint8Array as unknown as Quick).fromBase64
  if (quick !== undefined) return quick.call(Uint8Array, text)
  const binary = atob(text)
  const bytes = new Uint8Array(binary.length)
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at)
  return bytes
}

export const encodeBytes = (bytes: Uint8Array): string => {
  let binary = ""
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(binary)
}
