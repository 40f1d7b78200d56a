import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import react from "@vitejs/plugin-react"
import { defineConfig } from "vite"

const folder = dirname(fileURLToPath(import.meta.url))

/** The page: relative addresses (it is served under two different schemes), nothing inlined (the CSP has no `data:`). */
export default defineConfig({
  root: folder,
  base: "./",
  plugins: [react()],
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
