// Every screen, one visit each: the accessibility checker, target sizes, narrow pages, zoom, large text, text spacing,
// right to left, dark mode and reduced motion are all toggled on the same page.

import { expect, test } from "@playwright/test";

import { barriers } from "./steps/checker.js";
import {
  DESKTOP,
  NARROW,
  PHONE,
  ZOOMED,
  lengthen,
  misfits,
  moving,
  spaceText,
  targets,
} from "./steps/measure.js";
import { SCREENS } from "./steps/screens.js";

/** Screens whose content another screen includes. */
const SHOWN_BY_OTHERS = [
  "a result that leans",
  "a full result too close to call",
  "a full result with a slider moved",
];

/** The fullest results. Other results repeat their colors, so they are checked at only one width in dark mode. */
const FULLEST = /everything unfolded|filled-in plan$/;

/** The criteria that each visit checks: with axe-core, by target sizes, and by layout at every width, zoom and spacing. */
const TAGS = [
  ...["1.1.1", "1.3.1", "1.4.3", "2.4.1", "2.4.2", "2.4.4", "2.5.3", "3.1.1", "3.3.2", "4.1.2"],
  ...["1.3.4", "1.4.4", "1.4.10", "1.4.12", "2.5.8"],
].map((criterion) => `@wcag-${criterion}`);

for (const [screen, show] of Object.entries(SCREENS)) {
  if (SHOWN_BY_OTHERS.includes(screen)) continue;
  const repeatsColors = /result/.test(screen) && !FULLEST.test(screen);
  test(`${screen} can be read and used by everyone`, { tag: TAGS }, async ({ page }) => {
    const root = page.locator("support-fit .root");
    /**
     * Nothing is cut off and nothing scrolls sideways.
     *
     * @param {string} when
     */
    const fits = (when) =>
      test.step(`everything fits ${when}`, async () =>
        expect.soft(await misfits(page), when).toEqual([]));
    /**
     * @param {string} where
     * @param {Parameters<typeof barriers>[1]} [options]
     */
    const passes = (where, options) =>
      test.step(`axe finds nothing ${where}`, async () =>
        expect.soft(await barriers(page, options), where).toEqual([]));

    /** @param {string} where */
    const areLargeEnough = (where) =>
      test.step(`everything that can be pressed is large enough ${where}`, async () => {
        const all = await targets(page);
        expect.soft(all.length).toBeGreaterThan(0);
        const small = all.filter((t) => t.height < (t.isAnswer ? 44 : 24) || t.width < 24);
        expect.soft(small, where).toEqual([]);
      });

    await page.setViewportSize(PHONE);
    await show(page);

    await passes("on a phone");
    await areLargeEnough("on a phone");
    await page.evaluate(() => (document.documentElement.dir = "rtl"));
    await expect(root).toHaveCSS("direction", "rtl");
    await fits("from right to left");
    await page.evaluate(() => document.documentElement.removeAttribute("dir"));

    const unspace = await spaceText(page);
    await fits("with wide text spacing");
    await unspace();

    await page.setViewportSize(NARROW);
    await fits("at 320 px");
    const shorten = await lengthen(page);
    await fits("with longer words at 320 px");
    await page.evaluate(() => (document.documentElement.dir = "rtl"));
    await fits("with longer words from right to left at 320 px");
    await page.evaluate(() => document.documentElement.removeAttribute("dir"));
    await shorten();
    await page.setViewportSize(ZOOMED);
    await fits("at 400 % zoom");

    await page.setViewportSize(DESKTOP);
    await passes("on a desktop", { ignoresContrast: repeatsColors });
    await areLargeEnough("on a desktop");
    // A large default font size in the browser, without zoom.
    await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
    await expect(root).toHaveCSS("font-size", "32px");
    await fits("with letters twice as large");
    await page.evaluate(() => document.documentElement.removeAttribute("style"));

    // Only colors depend on the theme. Reduced motion first: a color that is still in transition is not the real one.
    await page.emulateMedia({ reducedMotion: "reduce" });
    await test.step("nothing moves with reduced motion", async () =>
      expect.soft(await moving(page)).toEqual([]));
    await page.emulateMedia({ reducedMotion: "reduce", colorScheme: "dark" });
    await passes("in the dark on a desktop", { rules: ["color-contrast"] });
    if (repeatsColors) return;
    await page.setViewportSize(PHONE);
    await passes("in the dark on a phone", { rules: ["color-contrast"] });
  });
}
