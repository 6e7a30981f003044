// A browser that keeps what a frame stores apart for each site around it, as browsers do today.

import { expect, test } from "@playwright/test";

import { LEANS, RULED_OUT } from "./steps/flow.js";
import { MADE_UP, openFramed, other } from "./steps/framing.js";

/** What Playwright turns off in its browsers, so that the tests have to turn it on again. */
const PARTITIONING = "ThirdPartyStoragePartitioning";

/** A page in such a browser. */
const partitioned = test.extend({
  page: async ({ playwright, launchOptions, baseURL }, use) => {
    const { chromium } = playwright;
    const server = await chromium.launchServer(launchOptions);
    const off = server.process().spawnargs.find((arg) => arg.startsWith("--disable-features="));
    await server.close();
    if (!off?.includes(PARTITIONING)) throw new Error(`${PARTITIONING} is not turned off any more`);
    const browser = await chromium.launch({
      ...launchOptions,
      ignoreDefaultArgs: [off],
      args: [...(launchOptions.args ?? []), off.replace(`,${PARTITIONING}`, "")],
    });
    await use(await browser.newPage({ baseURL, ...MADE_UP, serviceWorkers: "block" }));
    await browser.close();
  },
});

partitioned("a frame keeps its answers for the site around it alone", async ({ page, baseURL }) => {
  const [first = "", second = ""] = [LEANS[0], RULED_OUT[0]];
  await (await openFramed(page, baseURL)).getByLabel(first).check();

  // The same page of ours, opened by itself, has its own.
  await page.goto(`${other(baseURL)}/widget/frame.html`);
  await expect(page.getByRole("radio").first()).toBeVisible();
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
  await page.getByLabel(second).check();

  const frame = await openFramed(page, baseURL);
  await expect(frame.getByLabel(first)).toBeChecked();
  await page.goto(`${other(baseURL)}/widget/frame.html`);
  await expect(page.getByLabel(second)).toBeChecked();
});
