import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
    exclude: ["test/e2e/**"],
    pool: "forks",
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
