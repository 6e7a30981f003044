// Read-only pages that tests share. Each worker opens a page once.

import { test as base } from "@playwright/test";

import { organization } from "./content.js";
import { LEANS, answerAll, open } from "./flow.js";
import { openAt, resultIsWhole } from "./full.js";
import { DESKTOP } from "./measure.js";
import { showView } from "./result.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {(id: string, view?: string) => Promise<Page>} Reading */

/**
 * @type {import("@playwright/test").Fixtures<
 *   {},
 *   { reading: Reading },
 *   import("@playwright/test").PlaywrightTestArgs,
 *   import("@playwright/test").PlaywrightWorkerArgs
 * >}
 */
const FIXTURES = {
  reading: [
    async ({ browser }, use) => {
      /** @type {Map<string, Promise<Page>>} */
      const pages = new Map();
      const load = async (/** @type {string} */ id) => {
        // A context for each, so that they do not share storage.
        const context = await browser.newContext({
          baseURL: process.env.SUPPORT_FIT_URL,
          viewport: DESKTOP,
          serviceWorkers: "block",
        });
        const page = await context.newPage();
        if (id === "first") {
          await open(page);
          await answerAll(page, LEANS);
          await resultIsWhole(page);
        } else {
          await openAt(page, "result", organization(id));
        }
        return page;
      };
      await use(async (id, view = "answer") => {
        const loading = pages.get(id) ?? load(id);
        pages.set(id, loading);
        const page = await loading;
        await showView(page, view);
        return page;
      });
      for (const page of pages.values()) await (await page).context().close();
    },
    { scope: "worker" },
  ],
};

/**
 * Tests with a shared page: `reading("P10")` is the full result of an organization, `reading("first")` the result of a quick
 * check that leans toward co-managed, both at the answer or at the view that is named. Such a test may open folds and views,
 * and scroll. It must not change answers, entries, the size of the window or emulated settings, because the next test gets
 * the same page.
 */
export const test = base.extend(FIXTURES);
