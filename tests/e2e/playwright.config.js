import { defineConfig, devices } from "@playwright/test";

// `cargo xtask test` and `cargo xtask e2e` serve the release build and set these; see xtask/src/test/browser.rs.
const { SUPPORT_FIT_URL, NGINX_PROGRAM, SUPPORT_FIT_FULL, SUPPORT_FIT_PACKAGE, CHROMIUM, CI } =
  process.env;
if (!SUPPORT_FIT_URL) {
  throw new Error(
    "Run `cargo xtask e2e`, or set SUPPORT_FIT_URL to the address that `cargo xtask serve` prints.",
  );
}

// The hosting tests need nginx, which may be missing when Playwright is started by hand.
const hosting = NGINX_PROGRAM ? [{ name: "hosting", testMatch: "hosting.spec.js" }] : [];

// Apps that are built in the test, which `cargo xtask test --full` does on its own.
const apps = SUPPORT_FIT_PACKAGE ? [{ name: "apps", testMatch: "apps.spec.js", workers: 1 }] : [];

// A window needs the whole browser. Workers read this file too, but not the arguments.
if (process.argv.some((word) => ["--headed", "--ui", "--debug"].includes(word))) {
  delete process.env.HEADLESS_SHELL;
}

export default defineConfig({
  testDir: ".",
  testMatch: "**/*.spec.js",
  globalSetup: NGINX_PROGRAM ? "./steps/nginx.js" : undefined,
  // Slow tests of things that rarely break run only with `cargo xtask test --full`.
  grepInvert: SUPPORT_FIT_FULL ? undefined : /@full/,
  outputDir: "../../test-results",
  // A test that passes only on a second try is a failing test.
  retries: 0,
  forbidOnly: Boolean(CI),
  fullyParallel: true,
  workers: 2,
  // Bounds against hanging, not on speed: on a quiet machine a screen visit takes at most 40 s, any other test 15 s. A test
  // that needs longer sets its own timeout.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: "list",
  // Written by `--update-snapshots`; read the difference before you keep it.
  snapshotPathTemplate: "{testDir}/{arg}{ext}",
  projects: [
    {
      name: "behavior",
      testIgnore: ["**/*performance.spec.js", "hosting.spec.js", "apps.spec.js"],
    },
    ...hosting,
    ...apps,
    // Last and with one worker, so that nothing else uses the processor while it measures.
    {
      name: "performance",
      testMatch: "**/*performance.spec.js",
      workers: 1,
      dependencies: ["behavior", ...hosting.map(({ name }) => name)],
    },
  ],
  use: {
    ...devices["Desktop Chrome"],
    baseURL: SUPPORT_FIT_URL,
    // Without copies of the page, which take longer than the tests on a full result: `--trace on` makes them.
    trace: { mode: "retain-on-failure", snapshots: false, screenshots: false },
    // Pages served by a service worker make no requests that a test could intercept. `offline.spec.js` allows it.
    serviceWorkers: "block",
    launchOptions: {
      executablePath: process.env.HEADLESS_SHELL ?? CHROMIUM,
      args: ["--no-sandbox", "--disable-dev-shm-usage"],
    },
  },
});
