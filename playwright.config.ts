import { defineConfig } from "@playwright/test";
import { env } from "#env.ts";
import { chromiumFlags, findChromium } from "./ops/chromium.ts";
import { freePort } from "./ops/port.ts";
import { siteVariables } from "./tests/support/site-variables.ts";

// Playwright reads this file again in each of its workers, which inherit the port from here.
const port = env.testPort ?? (await freePort(undefined));
env.set("TEST_PORT", String(port));

const executablePath = await findChromium();
const baseURL = `http://127.0.0.1:${port}`;

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  reporter: [["list"]],
  workers: 2,
  fullyParallel: true,
  timeout: 120_000,
  use: {
    baseURL,
    browserName: "chromium",
    launchOptions: { args: chromiumFlags, ...(executablePath !== undefined && { executablePath }) },
  },
  webServer: {
    command: "exec node --import ./ops/generate.ts tests/support/e2e-server.ts",
    url: `${baseURL}/readyz`,
    timeout: 300_000,
    stdout: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 30_000 },
    env: siteVariables(port),
  },
});
