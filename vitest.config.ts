import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // By itself it leaves one core to nobody.
    maxWorkers: "100%",
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["src/**/*.test.{ts,tsx}", "ops/**/*.test.ts", "tests/{bench,support}/**/*.test.ts"],
          // Properties try a hundred whole files each, which takes a busy machine a while.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.{ts,tsx}"],
          globalSetup: "tests/support/postgres-server.ts",
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
