import { defineConfig, devices } from "@playwright/test";

// `cargo xtask test` serves the release build and says where; see xtask/src/test/end_to_end.rs.
const { SUPPORT_FIT_URL, CHROMIUM, CI } = process.env;
if (!SUPPORT_FIT_URL) {
  throw new Error("Set SUPPORT_FIT_URL to the address that `cargo xtask serve` prints.");
}

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
  projects: [
    { name: "behavior", testIgnore: "performance.spec.js" },
    // Alone and last, so that nothing else takes the processor while it measures.
    { name: "performance", testMatch: "performance.spec.js", dependencies: ["behavior"] },
  ],
  use: {
    ...devices["Desktop Chrome"],
    baseURL: SUPPORT_FIT_URL,
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: CHROMIUM,
      args: ["--no-sandbox", "--disable-dev-shm-usage"],
    },
  },
});
