// What the system asks of a page: forced colors and reduced motion.

import { expect, test } from "@playwright/test";

import { LEANS, answerAll, choose, open } from "./steps/flow.js";
import { DESKTOP, focused, moving } from "./steps/measure.js";
import { SCREENS } from "./steps/screens.js";

test.describe("with forced colors", () => {
  test.use({ viewport: DESKTOP });
  test.beforeEach(({ page }) => page.emulateMedia({ forcedColors: "active" }));

  test("the chosen answer differs from the others", async ({ page }) => {
    await open(page);
    await choose(page, LEANS[0]);
    await page.getByRole("heading", { level: 2 }).click();
    const looks = await page.locator("support-fit label").evaluateAll((rows) =>
      rows.map((row) => {
        const { outlineStyle, outlineWidth, outlineColor, borderColor } = getComputedStyle(row);
        const isChosen = row.querySelector("input")?.checked === true;
        return { isChosen, look: [outlineStyle, outlineWidth, outlineColor, borderColor].join() };
      }),
    );
    const chosen = looks.filter(({ isChosen }) => isChosen).map(({ look }) => look);
    const others = looks.filter(({ isChosen }) => !isChosen).map(({ look }) => look);
    expect(chosen).toHaveLength(1);
    expect(others).not.toContain(chosen[0]);
  });

  test("the mark of the chosen answer is drawn in a color of its own", async ({ page }) => {
    await open(page);
    await choose(page, LEANS[0]);
    const colors = await page.getByLabel(LEANS[0], { exact: true }).evaluate((input) => ({
      mark: getComputedStyle(input, "::before").backgroundColor,
      behind: getComputedStyle(input).backgroundColor,
    }));
    expect(colors.mark).not.toBe(colors.behind);
  });

  test("the bars are drawn in a color other than the page's", async ({ page }) => {
    await open(page);
    await answerAll(page, LEANS);
    await page.getByRole("table").waitFor();
    const bars = await page.locator("support-fit table svg rect").evaluateAll((rects) =>
      rects.map((rect) => ({
        fill: getComputedStyle(rect).fill,
        paper: getComputedStyle(document.body).backgroundColor,
        width: rect.getBoundingClientRect().width,
      })),
    );
    expect(bars).toHaveLength(3);
    for (const { fill, paper, width } of bars) {
      expect(width).toBeGreaterThan(0);
      expect(fill).not.toBe(paper);
    }
  });

  test("the focus can be seen", async ({ page }) => {
    await open(page);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    expect(await focused(page)).toMatchObject({ type: "radio", ringed: true });
  });
});

test.describe("with reduced motion", () => {
  test.use({ contextOptions: { reducedMotion: "reduce" } });
  for (const [screen, show] of Object.entries(SCREENS)) {
    test(`nothing moves on ${screen}`, async ({ page }) => {
      await show(page);
      expect(await moving(page)).toEqual([]);
    });
  }
});
