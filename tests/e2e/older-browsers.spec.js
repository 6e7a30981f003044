// Browsers without what the loader, the application and the style sheet are made of: the page's own words stay.

import { expect, test } from "@playwright/test";

import { painted } from "./steps/flow.js";
import { SCRIPT, asked, element, openHost } from "./steps/host.js";

/**
 * What makes a browser older than the oldest that are supported (docs/engines.md).
 *
 * @type {Record<string, () => void>}
 */
const WITHOUT = {
  "light-dark() in style sheets": () => {
    const supports = CSS.supports.bind(CSS);
    CSS.supports = (/** @type {string[]} */ ...asked) =>
      !asked.join().includes("light-dark") && supports(.../** @type {[string]} */ (asked));
  },
  "promises that are settled from outside": () => {
    Reflect.deleteProperty(Promise, "withResolvers");
  },
  "style sheets that scripts can make": () => {
    Object.assign(window, {
      CSSStyleSheet: class {
        constructor() {
          throw new TypeError("Illegal constructor");
        }
      },
    });
  },
};

for (const [what, remove] of Object.entries(WITHOUT)) {
  test.describe(`in a browser without ${what}`, () => {
    test.beforeEach(({ page }) => page.addInitScript(remove));

    test("the host page's own words stay, and nothing more is loaded", async ({ page }) => {
      const requests = asked(page);
      await openHost(page, `${SCRIPT}<support-fit><p>On paper</p></support-fit>`);
      await page.waitForLoadState("networkidle");
      await painted(page);
      await expect(page.getByText("On paper")).toBeVisible();
      await expect(page.getByRole("radio")).toHaveCount(0);
      expect(await element(page).evaluate((host) => host.matches(":defined"))).toBe(false);
      expect(requests).toEqual(["support-fit.js"]);
    });

    for (const path of ["/widget/", "/widget/frame.html"]) {
      test(`${path} says that it may need a newer one`, async ({ page }) => {
        await page.goto(path);
        await expect(page.getByText("It may need a newer browser.")).toBeVisible();
        await expect(page.getByRole("radio")).toHaveCount(0);
      });
    }
  });
}

test("a browser that is new enough never shows that it may need a newer one", async ({ page }) => {
  for (const path of ["/widget/", "/widget/frame.html"]) {
    await page.goto(path);
    await expect(element(page)).toHaveJSProperty("status", "ready");
    await expect(page.getByText("It may need a newer browser.")).toBeHidden();
  }
});
