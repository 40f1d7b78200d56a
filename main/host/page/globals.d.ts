/** Set by the build (tools/build.ts) from package.json. */
declare const __SAQTA_VERSION__: string
