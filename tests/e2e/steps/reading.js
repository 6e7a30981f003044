// Pages that several tests read. A worker opens each once.

import { test as base } from "@playwright/test";

import { organization } from "./content.js";
import { LEANS, answerAll, open } from "./flow.js";
import { openAt, resultIsWhole } from "./full.js";
import { DESKTOP } from "./measure.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {(id: string) => Promise<Page>} Reading */

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
        // A context for each, so that they have no storage in common.
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
      await use((id) => {
        const page = pages.get(id) ?? load(id);
        pages.set(id, page);
        return page;
      });
      for (const page of pages.values()) await (await page).context().close();
    },
    { scope: "worker" },
  ],
};

/**
 * Tests with a page to read: `reading("P10")` is the full result of an organization, `reading("first")` the result of the
 * quick check that leans to co-managed. Such a test may open folds and scroll. It must not change an answer, an entry, the
 * size of the window or what is emulated: the next test gets the same page.
 */
export const test = base.extend(FIXTURES);
