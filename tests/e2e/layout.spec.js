// Every screen in little room: narrow, zoomed, with wide spacing, and from right to left.

import { expect, test } from "@playwright/test";

import { LEANS, QUESTIONS, answerAll, heading, open } from "./steps/flow.js";
import { PHONE, misfits } from "./steps/measure.js";
import { SCREENS } from "./steps/screens.js";

for (const [name, viewport] of Object.entries({
  "320 px wide": { width: 320, height: 640 },
  "at 400 % zoom": { width: 320, height: 256 },
})) {
  test.describe(`nothing is cut off or scrolls sideways, ${name}`, () => {
    test.use({ viewport });
    for (const [screen, show] of Object.entries(SCREENS)) {
      test(`on ${screen}`, async ({ page }) => {
        await show(page);
        expect(await misfits(page)).toEqual([]);
      });
    }
  });
}

test.describe("with the widest spacing of text that people set", () => {
  test.use({ viewport: PHONE });
  for (const [screen, show] of Object.entries(SCREENS)) {
    test(`nothing is cut off on ${screen}`, async ({ page }) => {
      await show(page);
      await page.locator("support-fit").evaluate((host) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(`
          * {
            line-height: 1.5 !important;
            letter-spacing: 0.12em !important;
            word-spacing: 0.16em !important;
          }
          p { margin-block-end: 2em !important; }
        `);
        host.shadowRoot?.adoptedStyleSheets.push(sheet);
      });
      expect(await misfits(page)).toEqual([]);
    });
  }
});

test.describe("from right to left", () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      document.addEventListener("DOMContentLoaded", () => (document.documentElement.dir = "rtl"));
    });
  });

  for (const [screen, show] of Object.entries(SCREENS)) {
    test(`nothing is cut off or scrolls sideways on ${screen}`, async ({ page }) => {
      await page.setViewportSize(PHONE);
      await show(page);
      expect(await misfits(page)).toEqual([]);
    });
  }

  /**
   * How far a drawn bar is from the left and the right end of its drawing.
   *
   * @param {import("@playwright/test").Locator} bar
   */
  const gaps = (bar) =>
    bar.evaluate((rect) => {
      const inner = rect.getBoundingClientRect();
      const outer = /** @type {Element} */ (rect.parentElement).getBoundingClientRect();
      return { left: inner.left - outer.left, right: outer.right - inner.right };
    });

  test("progress starts at the right", async ({ page }) => {
    await open(page);
    await answerAll(page, LEANS.slice(0, 3));
    await heading(page, QUESTIONS[3]).waitFor();
    const { left, right } = await gaps(page.locator("support-fit form svg rect").first());
    expect(left).toBeGreaterThan(10);
    expect(right).toBeLessThan(2);
  });

  test("the bars of the shares start at the right", async ({ page }) => {
    await open(page);
    await answerAll(page, LEANS);
    await page.getByRole("table").waitFor();
    for (const bar of await page.locator("support-fit table svg rect").all()) {
      const { left, right } = await gaps(bar);
      expect(left).toBeGreaterThan(2);
      expect(right).toBeLessThan(2);
    }
  });
});
