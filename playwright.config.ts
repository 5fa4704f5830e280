import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { freePort } from "./db/embedded/port.server.ts";
import { chromiumArguments, findOrInstallChromium } from "./tests/support/chromium.ts";

// The workers read this file again and must find the same port.
process.env.HUIYIN_BROWSER_PORT ??= String(await freePort());
const port = process.env.HUIYIN_BROWSER_PORT;
process.env.HUIYIN_BROWSER_DATA ??= join(tmpdir(), `huiyin-browser-${process.getuid?.() ?? 0}`);

// The server is the demo itself, begun afresh in a folder of its own: what is tested is what is shown.
export default defineConfig({
  testDir: "tests/browser",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results",
  timeout: 90_000,
  expect: { timeout: 10_000 },
  workers: 2,
  retries: 0,
  // A language is kept with the person: whoever looks at every page in both must not do so during a journey.
  projects: [
    { name: "journeys", testIgnore: "**/pages.spec.ts" },
    { name: "pages", testMatch: "**/pages.spec.ts", dependencies: ["journeys"], fullyParallel: true },
  ],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    viewport: { width: 1280, height: 800 },
    trace: "retain-on-failure",
    launchOptions: { executablePath: findOrInstallChromium(), args: chromiumArguments },
  },
  webServer: {
    command: `node app/operator/demo.ts --fresh --port ${port}`,
    env: { HUIYIN_DATA: process.env.HUIYIN_BROWSER_DATA, DATABASE_URL: "" },
    url: `http://127.0.0.1:${port}/healthz`,
    timeout: 300_000,
    stdout: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 30_000 },
  },
});
