// Every screen, one visit each: the accessibility checker, target sizes, narrow pages, zoom, large text, text spacing,
// right to left, dark mode and reduced motion are all toggled on the same page.

import { expect, test } from "@playwright/test";

import { barriers } from "./steps/checker.js";
import {
  DESKTOP,
  NARROW,
  PHONE,
  ZOOMED,
  layOutAll,
  misfits,
  moving,
  spaceText,
  targets,
} from "./steps/measure.js";
import { SCREENS } from "./steps/screens.js";

/** Screens of which another one shows everything, unfolded. */
const SHOWN_UNFOLDED = ["a result that leans", "a full result too close to call"];

for (const [screen, show] of Object.entries(SCREENS)) {
  if (SHOWN_UNFOLDED.includes(screen)) continue;
  test(`${screen} can be read and used by everyone`, async ({ page }) => {
    const root = page.locator("support-fit .root");
    /**
     * Nothing is cut off and nothing scrolls sideways.
     *
     * @param {string} when
     */
    const fits = (when) =>
      test.step(`everything fits ${when}`, async () =>
        expect.soft(await misfits(page), when).toEqual([]));
    /** @param {string} where */
    const passes = (where, rules = /** @type {string[] | undefined} */ (undefined)) =>
      test.step(`axe finds nothing ${where}`, async () =>
        expect.soft(await barriers(page, { rules }), where).toEqual([]));

    await page.setViewportSize(PHONE);
    await show(page);
    await layOutAll(page);

    await passes("on a phone");
    await test.step("everything that can be pressed is large enough", async () => {
      const all = await targets(page);
      expect.soft(all.length).toBeGreaterThan(0);
      const small = all.filter((t) => t.height < (t.isAnswer ? 44 : 24) || t.width < 24);
      expect.soft(small).toEqual([]);
    });
    await page.evaluate(() => (document.documentElement.dir = "rtl"));
    await expect(root).toHaveCSS("direction", "rtl");
    await fits("from right to left");
    await page.evaluate(() => document.documentElement.removeAttribute("dir"));

    const unspace = await spaceText(page);
    await fits("with wide text spacing");
    await unspace();

    await page.setViewportSize(NARROW);
    await fits("at 320 px");
    await page.setViewportSize(ZOOMED);
    await fits("at 400 % zoom");

    await page.setViewportSize(DESKTOP);
    await passes("on a desktop");
    // As set in the browser by a visitor who needs large letters; without zoom.
    await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
    await expect(root).toHaveCSS("font-size", "32px");
    await fits("with letters twice as large");
    await page.evaluate(() => document.documentElement.removeAttribute("style"));

    // Only colors depend on the theme. Reduced motion first: a color that is still in transition is not the real one.
    await page.emulateMedia({ reducedMotion: "reduce" });
    await test.step("nothing moves with reduced motion", async () =>
      expect.soft(await moving(page)).toEqual([]));
    await page.emulateMedia({ reducedMotion: "reduce", colorScheme: "dark" });
    await passes("in the dark on a desktop", ["color-contrast"]);
    await page.setViewportSize(PHONE);
    await passes("in the dark on a phone", ["color-contrast"]);
  });
}
