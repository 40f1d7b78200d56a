/** Packages that cannot be bundled, since they load native code or files of their own: they are shipped as they are. */
export const nativePackages: readonly string[] = [
  "@signalapp/sqlcipher",
  "@node-rs/argon2",
  "@myriaddreamin/typst-ts-node-compiler",
]

/**
 * Libraries for hostile bytes: bundled into the parser only. Subtle: the engine's code knows their types and shares
 * modules with the parser, so an import of them is left standing there; it is never reached.
 */
export const parserPackages: readonly string[] = [
  "mupdf",
  "@hyzyla/pdfium",
  "@neslinesli93/qpdf-wasm",
  "libheif-js",
  "@jsquash/webp",
  "zxing-wasm",
  "tesseract.js-core",
  "pdfjs-dist",
  "@ffmpeg/core",
  "@vladmandic/face-api",
]

/** What the package holds of `node_modules`: native code, and what parsers and templates load as files. */
export const shippedPackages: readonly string[] = [
  "node-gyp-build",
  "@signalapp/sqlcipher",
  "@node-rs/argon2",
  "@node-rs/argon2-linux-x64-gnu",
  "@myriaddreamin/typst-ts-node-compiler",
  "@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu",
  "mupdf",
  "@hyzyla/pdfium",
  "@neslinesli93/qpdf-wasm",
  "libheif-js",
  "@jsquash/webp",
  "zxing-wasm",
  "tesseract.js-core",
  "@ffmpeg/core",
  "@vladmandic/face-api",
  "@tensorflow/tfjs-backend-wasm",
  "@tesseract.js-data/eng",
  "@tesseract.js-data/kaz",
  "@expo-google-fonts/noto-sans",
  "@expo-google-fonts/noto-serif",
]
