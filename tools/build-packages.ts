/** Packages that cannot be bundled, since they load native code or files of their own: they are shipped as they are. */
export const nativePackages: readonly string[] = [
  "@signalapp/sqlcipher",
  "@node-rs/argon2",
  "@myriaddreamin/typst-ts-node-compiler",
]
