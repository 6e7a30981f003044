import { defineConfig, devices } from "@playwright/test";

// `cargo xtask test` and `cargo xtask e2e` serve the release build and say where; see xtask/src/test/end_to_end.rs.
const { SUPPORT_FIT_URL, SUPPORT_FIT_NGINX, CHROMIUM, CI } = process.env;
if (!SUPPORT_FIT_URL) {
  throw new Error(
    "Run `cargo xtask e2e`, or set SUPPORT_FIT_URL to the address that `cargo xtask serve` prints.",
  );
}

// What is about nginx needs one that is running, and there is none when Playwright is run by hand.
const hosting = SUPPORT_FIT_NGINX ? [{ name: "hosting", testMatch: "hosting.spec.js" }] : [];

export default defineConfig({
  testDir: ".",
  testMatch: "**/*.spec.js",
  outputDir: "../../test-results",
  // A test that passes only when repeated is a test that fails.
  retries: 0,
  forbidOnly: Boolean(CI),
  fullyParallel: true,
  workers: 2,
  reporter: "list",
  // Written anew by `--update-snapshots`, and read before it is kept.
  snapshotPathTemplate: "{testDir}/trees/{arg}{ext}",
  projects: [
    { name: "behavior", testIgnore: ["**/*performance.spec.js", "hosting.spec.js"] },
    ...hosting,
    // Alone and last, so that nothing else takes the processor while it measures.
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
    trace: "retain-on-failure",
    // A page that is kept asks for nothing that a test could watch. `offline.spec.js` lets it.
    serviceWorkers: "block",
    launchOptions: {
      executablePath: CHROMIUM,
      args: ["--no-sandbox", "--disable-dev-shm-usage"],
    },
  },
});
