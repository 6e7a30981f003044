// Partitioned storage, which browsers have by default.

import { expect, test } from "@playwright/test";

import { LEANS, RULED_OUT } from "./steps/flow.js";
import { MADE_UP, openFramed, other } from "./steps/framing.js";

/** Playwright disables this feature, so the test enables it. */
const PARTITIONING = "ThirdPartyStoragePartitioning";

/** A page in such a browser. */
const partitioned = test.extend({
  page: async ({ playwright, launchOptions, baseURL }, use) => {
    const { chromium } = playwright;
    const server = await chromium.launchServer(launchOptions);
    const off = server.process().spawnargs.find((arg) => arg.startsWith("--disable-features="));
    await server.close();
    if (!off?.includes(PARTITIONING)) throw new Error(`${PARTITIONING} is no longer turned off`);
    const browser = await chromium.launch({
      ...launchOptions,
      ignoreDefaultArgs: [off],
      args: [...(launchOptions.args ?? []), off.replace(`,${PARTITIONING}`, "")],
    });
    await use(await browser.newPage({ baseURL, ...MADE_UP, serviceWorkers: "block" }));
    await browser.close();
  },
});

partitioned(
  "A frame keeps separate answers for each site that embeds it @threat-frame-storage",
  async ({ page, baseURL }) => {
    const [first = "", second = ""] = [LEANS[0], RULED_OUT[0]];
    await (await openFramed(page, baseURL)).getByLabel(first).check();

    // The same page in its own tab has other answers.
    await page.goto(`${other(baseURL)}/widget/frame.html`);
    await expect(page.getByRole("radio").first()).toBeVisible();
    await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
    await page.getByLabel(second).check();

    const frame = await openFramed(page, baseURL);
    await expect(frame.getByLabel(first)).toBeChecked();
    await page.goto(`${other(baseURL)}/widget/frame.html`);
    await expect(page.getByLabel(second)).toBeChecked();
  },
);
