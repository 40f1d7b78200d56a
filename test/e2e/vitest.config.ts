import { join } from "node:path"
import { defineConfig } from "vitest/config"

/** Journeys: the built app in real hosts, one file at a time. */
export default defineConfig({
  root: join(import.meta.dirname, "..", ".."),
  test: {
    include: ["test/e2e/**/*.test.ts"],
    globalSetup: [join(import.meta.dirname, "build.ts")],
    fileParallelism: false,
    pool: "forks",
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
