/** Pages as Typst writes them: tagged, with subset fonts and its own metadata. */
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler"

const fonts = join(
  dirname(fileURLToPath(import.meta.url)),
  "../../node_modules/@expo-google-fonts/noto-sans/400Regular",
)

let compiler: NodeCompiler | undefined

/** A strip; `\` begins a new line, `\u{…}` is a character, as in Typst. */
export const typstPdf = (body: string): Uint8Array => {
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontPaths: [fonts] }] })
  const source = `#set page(width: 320pt, height: 72pt, margin: 14pt)\n#set text(font: "Noto Sans", size: 14pt, hyphenate: false)\n${body}`
  return new Uint8Array(compiler.pdf({ mainFileContent: source }))
}
