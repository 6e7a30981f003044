import { defineConfig, devices } from "@playwright/test";

// `cargo xtask test --wordpress` sets these; see xtask/src/test/browser.rs.
const { SUPPORT_FIT_PLUGIN, HEADLESS_SHELL, CHROMIUM } = process.env;
if (!SUPPORT_FIT_PLUGIN) throw new Error("Run `cargo xtask test --wordpress`.");

export default defineConfig({
  testDir: ".",
  globalSetup: "./site.js",
  outputDir: "../../test-results",
  retries: 0,
  // All tests use one site, in the order of an installation.
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: "list",
  use: {
    ...devices["Desktop Chrome"],
    trace: { mode: "retain-on-failure", snapshots: false, screenshots: false },
    serviceWorkers: "block",
    launchOptions: {
      executablePath: HEADLESS_SHELL ?? CHROMIUM,
      args: ["--no-sandbox", "--disable-dev-shm-usage"],
    },
  },
});
