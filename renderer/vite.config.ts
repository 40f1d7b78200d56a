import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import react from "@vitejs/plugin-react"
import { defineConfig, type Plugin } from "vite"

const folder = dirname(fileURLToPath(import.meta.url))

/**
 * react-aria brings its own words in some thirty languages. Ours are English, Russian and Kazakh, and it has none in
 * Kazakh: the others are left out, and it falls back to English.
 */
const ariaWordsOfOurLanguages: Plugin = {
  name: "aria-words-of-our-languages",
  load: {
    filter: {
      id: /\/react-(?:aria|stately|aria-components)\/dist\/private\/(?:.*\/)?intl\/(?:.*\/)?(?!en-US|ru-RU)[a-z]{2}-[A-Z]{2}\.mjs$/,
    },
    handler: () => "export default {}",
  },
}

/** The page: relative addresses (it is served under two different schemes), nothing inlined (the CSP has no `data:`). */
export default defineConfig({
  root: folder,
  base: "./",
  plugins: [react(), ariaWordsOfOurLanguages],
  build: {
    outDir: join(folder, "..", "dist", "renderer"),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    // The oldest page we run in is the Electron test runtime's Chrome 108.
    target: "chrome108",
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
  },
})
