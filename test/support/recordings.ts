import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { runFfmpeg } from "../../main/reading/ffmpeg.ts"

/** Recordings made for tests by ffmpeg's own generators: no voice, no person. */

const core = fileURLToPath(new URL("../../node_modules/@ffmpeg/core/dist/esm/ffmpeg-core.wasm", import.meta.url))
export const ffmpegContext = { binary: () => Promise.resolve(new Uint8Array(readFileSync(core))) }

/** One second of silence as WAV: something to begin with, since every run has an input. */
const nothing = (): Uint8Array => {
  const header = Buffer.alloc(44 + 16_000)
  header.write("RIFF", 0)
  header.writeUInt32LE(header.length - 8, 4)
  header.write("WAVEfmt ", 8)
  header.writeUInt32LE(16, 16)
  header.writeUInt16LE(1, 20)
  header.writeUInt16LE(1, 22)
  header.writeUInt32LE(8000, 24)
  header.writeUInt32LE(16_000, 28)
  header.writeUInt16LE(2, 32)
  header.writeUInt16LE(16, 34)
  header.write("data", 36)
  header.writeUInt32LE(16_000, 40)
  return new Uint8Array(header)
}

/** What ffmpeg writes for `words`; "/in" is a second of silence. */
export const makeRecording = async (words: readonly string[], name = "/out"): Promise<Uint8Array> => {
  const run = { bytes: nothing(), mediaType: "audio/wav", words: [...words, name], outputs: [name] }
  const { files } = await runFfmpeg(run, ffmpegContext)
  return (files[0] ?? new Uint8Array()).slice()
}

/** A tone whose pitch and loudness change every half second, so that a shift would show. */
export const tone = (seconds: number, rate = 48_000): string =>
  `aevalsrc='(0.15+0.1*mod(floor(2*t),5))*sin(2*PI*t*(300+137*mod(floor(2*t),7)))':d=${seconds}:s=${rate}`
