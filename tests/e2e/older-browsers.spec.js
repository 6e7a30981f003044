// Browsers without a feature that the loader needs: the host page's own content stays.

import { expect, test } from "@playwright/test";

import { eventDetails, listen } from "./steps/events.js";
import { loggedErrors } from "./steps/failing.js";
import { painted } from "./steps/flow.js";
import { SCRIPT, asked, element, openHost } from "./steps/host.js";

/**
 * What makes a browser older than the oldest supported one (docs/engines.md).
 *
 * @type {Record<string, () => void>}
 */
const WITHOUT = {
  "light-dark() in style sheets": () => {
    const supports = CSS.supports.bind(CSS);
    CSS.supports = (/** @type {string[]} */ ...asked) =>
      !asked.join().includes("light-dark") && supports(.../** @type {[string]} */ (asked));
  },
  "light-dark(), and the constructor of CSSStyleSheet": () => {
    const supports = CSS.supports.bind(CSS);
    CSS.supports = (/** @type {string[]} */ ...asked) =>
      !asked.join().includes("light-dark") && supports(.../** @type {[string]} */ (asked));
    Object.assign(window, {
      CSSStyleSheet: class {
        constructor() {
          throw new TypeError("Illegal constructor");
        }
      },
    });
  },
  ":has() in selectors": () => {
    const supports = CSS.supports.bind(CSS);
    CSS.supports = (/** @type {string[]} */ ...asked) =>
      !asked.join().includes(":has") && supports(.../** @type {[string]} */ (asked));
  },
};

const OWN_PAGES = ["/widget/", "/widget/frame.html"];

const MAY_NEED = "It may need a newer browser.";

test("A browser that is too old shows the host page's own content and loads nothing", async ({
  context,
}) => {
  await test.step("a browser that is new enough does not show the note about older ones", async () => {
    const page = await context.newPage();
    for (const path of OWN_PAGES) {
      await page.goto(path);
      await expect(element(page)).toHaveJSProperty("status", "ready");
      await expect.soft(page.getByText(MAY_NEED), path).toBeHidden();
    }
    await page.close();
  });

  for (const [what, remove] of Object.entries(WITHOUT)) {
    await test.step(`without ${what}`, async () => {
      // A page for each, because a removed feature cannot be restored.
      const page = await context.newPage();
      await page.addInitScript(remove);
      await listen(page);
      const requests = asked(page);
      const logged = loggedErrors(page);
      await openHost(page, `${SCRIPT}<support-fit><p>On paper</p></support-fit>`);
      await page.waitForLoadState("networkidle");
      await painted(page);
      await expect.soft(page.getByText("On paper")).toBeVisible();
      await expect.soft(page.getByRole("radio")).toHaveCount(0);
      expect.soft(await element(page).evaluate((host) => host.matches(":defined"))).toBe(false);
      expect.soft(requests).toEqual(["support-fit.js"]);
      const message = expect.stringMatching(/^unsupported: http.* This browser is too old/);
      expect.soft(await eventDetails(page)).toEqual([["error", { code: "unsupported", message }]]);
      expect.soft(logged).toEqual([expect.stringContaining("This browser is too old")]);

      for (const path of OWN_PAGES) {
        await page.goto(path);
        await expect.soft(page.getByText(MAY_NEED), path).toBeVisible();
        await expect.soft(page.getByRole("radio"), path).toHaveCount(0);
      }
      await page.close();
    });
  }
});
