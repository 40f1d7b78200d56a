/**
 * Types on an X display as a person would, for a program that lets nobody look in: the XTEST extension over the
 * display's own socket. Lower-case ASCII, "-" and Enter only (no key of ours needs Shift).
 */
import { connect, type Socket } from "node:net"

const keyPress = 2
const keyRelease = 3
const buttonPress = 4
const buttonRelease = 5
const motion = 6

/** Reads exact numbers of bytes from a socket, in order. */
const reader = (socket: Socket) => {
  let held = Buffer.alloc(0)
  let wake: () => void = () => undefined
  socket.on("data", (part: Buffer) => {
    held = Buffer.concat([held, part])
    wake()
  })
  return async (length: number): Promise<Buffer> => {
    while (held.length < length) await new Promise<void>((resolve) => (wake = resolve))
    const bytes = held.subarray(0, length)
    held = held.subarray(length)
    return bytes
  }
}

/** Key symbols of the characters that we type: Latin-1 is its own symbol. */
const symbolOf = (character: string): number => (character === "\n" ? 0xff0d : character.charCodeAt(0))

export interface XKeyboard {
  /** Moves the pointer and clicks: without a window manager the keys go to what is under the pointer. */
  click(x: number, y: number): Promise<void>
  type(text: string): Promise<void>
  close(): void
}

export const openKeyboard = async (display: string): Promise<XKeyboard> => {
  const socket = connect(`/tmp/.X11-unix/X${display.slice(1)}`)
  const read = reader(socket)
  // Connection setup (X Window System Protocol, section 8): little-endian, version 11, no authorisation.
  socket.write(Buffer.from([0x6c, 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0]))
  const head = await read(8)
  const setup = await read(head.readUInt16LE(6) * 4)
  const [firstKey, lastKey] = [setup[26]!, setup[27]!]
  // QueryExtension "XTEST".
  socket.write(Buffer.from([98, 0, 4, 0, 5, 0, 0, 0, ...Buffer.from("XTEST\0\0\0")]))
  const xtest = (await read(32))[9]!
  // GetKeyboardMapping.
  const count = lastKey - firstKey + 1
  socket.write(Buffer.from([101, 0, 2, 0, firstKey, count, 0, 0]))
  const mapping = await read(32)
  const perKey = mapping[1]!
  const symbols = await read(mapping.readUInt32LE(4) * 4)
  const keyOf = (character: string): number => {
    for (let key = 0; key < count; key++) {
      if (symbols.readUInt32LE(key * perKey * 4) === symbolOf(character)) return firstKey + key
    }
    throw new Error(`no key for ${JSON.stringify(character)}`)
  }
  const fake = async (type: number, detail: number, x = 0, y = 0): Promise<void> => {
    const request = Buffer.alloc(36)
    request.set([xtest, 2, 9, 0, type, detail])
    request.writeInt16LE(x, 24)
    request.writeInt16LE(y, 26)
    socket.write(request)
    await new Promise((resolve) => setTimeout(resolve, 15))
  }
  return {
    click: async (x, y) => {
      await fake(motion, 0, x, y)
      await fake(buttonPress, 1)
      await fake(buttonRelease, 1)
    },
    type: async (text) => {
      for (const character of text) {
        await fake(keyPress, keyOf(character))
        await fake(keyRelease, keyOf(character))
      }
    },
    close: () => socket.destroy(),
  }
}
