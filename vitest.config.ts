import { defineConfig } from "vitest/config";

const withDatabase = ["tests/{acts,routes,jobs,operator,doors,fuzz}/**/*.test.{ts,tsx}"];

// Two projects, so that the rules run without waiting for a database. The React Router plugin is
// left out on purpose: it transforms routes for the browser, and tests want them as they are.
export default defineConfig({
  oxc: { jsx: { runtime: "automatic" } },
  test: {
    maxWorkers: 2,
    // Properties and plans are long on a busy machine, and no test is about time.
    testTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: "rules",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: [...withDatabase, "tests/browser/**"],
        },
      },
      {
        extends: true,
        test: {
          name: "database",
          include: withDatabase,
          globalSetup: ["tests/support/cluster.ts"],
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
