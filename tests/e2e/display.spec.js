// What the system asks of a page: forced colors and reduced motion.

import { expect, test } from "@playwright/test";

import { organization } from "./steps/content.js";
import { LEANS, answerAll, choose, open } from "./steps/flow.js";
import { openAt } from "./steps/full.js";
import { DESKTOP, focused, layOutAll, moving } from "./steps/measure.js";
import { bars, shareTable, slider } from "./steps/result.js";
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
    await shareTable(page).waitFor();
    const bars = await shareTable(page)
      .locator("svg.bar .fill")
      .evaluateAll((rects) =>
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

test.describe("a full result with forced colors", () => {
  test.use({ viewport: DESKTOP });
  test.beforeEach(async ({ page }) => {
    await page.emulateMedia({ forcedColors: "active" });
    await openAt(page, "result", organization("P10"));
    await layOutAll(page);
  });

  test("draws every bar, line and mark in a color other than the page's", async ({ page }) => {
    const unseen = await page.locator("support-fit svg").evaluateAll((pictures) => {
      const paper = getComputedStyle(document.body).backgroundColor;
      return pictures.flatMap((svg) =>
        [...svg.querySelectorAll("path, text")]
          .filter((shape) => {
            const { fill, stroke } = getComputedStyle(shape);
            return [fill, stroke].every((paint) => paint === "none" || paint === paper);
          })
          .map((shape) => `${svg.getAttribute("class")}: ${shape.getAttribute("class")}`),
      );
    });
    expect(unseen).toEqual([]);
  });

  test("tells the bars of the two sides of the chart apart", async ({ page }) => {
    const fills = await bars(page)
      .locator("> summary svg .fill")
      .evaluateAll((shapes) =>
        shapes.map((shape) => `${shape.getAttribute("class")} ${getComputedStyle(shape).fill}`),
      );
    const looks = [...new Set(fills)];
    expect(looks).toHaveLength(2);
    expect(new Set(looks.map((look) => look.split(" rgb")[1])).size).toBe(2);
  });

  test("shows which of two models is compared with", async ({ page }) => {
    const looks = await page
      .locator("support-fit section:has(> #why) .segment")
      .evaluateAll((segments) =>
        segments.map((segment) => {
          const { outlineStyle, outlineWidth } = getComputedStyle(segment);
          return {
            isChosen: segment.querySelector("input")?.checked === true,
            look: `${outlineStyle} ${outlineWidth}`,
          };
        }),
      );
    const chosen = looks.filter(({ isChosen }) => isChosen).map(({ look }) => look);
    expect(chosen).toHaveLength(1);
    expect(looks.filter(({ isChosen }) => !isChosen).map(({ look }) => look)).not.toContain(
      chosen[0],
    );
  });

  test("shows the thumb of a slider", async ({ page }) => {
    await slider(page, "cost").focus();
    await page.keyboard.press("ArrowRight");
    expect(await focused(page)).toMatchObject({ type: "range", ringed: true });
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

test.describe("on paper", () => {
  test.use({ viewport: DESKTOP });
  test.beforeEach(async ({ page }) => {
    await openAt(page, "result", organization("P10"));
    await page.emulateMedia({ media: "print" });
  });

  test("nothing is there that has to be pressed", async ({ page }) => {
    for (const role of /** @type {const} */ (["button", "navigation", "combobox", "radio"])) {
      await expect(page.getByRole(role).filter({ visible: true })).toHaveCount(0);
    }
  });

  test("every part of the result is there, laid out, but the one to try answers in", async ({
    page,
  }) => {
    const parts = await page.locator("support-fit .result.full > section").evaluateAll((all) =>
      all.map((part) => ({
        title: part.querySelector("h3, h4")?.textContent ?? "",
        visibility: getComputedStyle(part).contentVisibility,
        height: part.getBoundingClientRect().height,
      })),
    );
    const shown = parts.filter(({ height }) => height > 0).map(({ title }) => title);
    const hidden = parts.filter(({ height }) => height === 0).map(({ title }) => title);
    expect(shown.length).toBeGreaterThanOrEqual(14);
    expect(hidden).toEqual(["Try another answer"]);
    expect(new Set(parts.map(({ visibility }) => visibility))).toEqual(new Set(["visible"]));
  });

  test("every title is followed by what it is the title of", async ({ page }) => {
    const titles = page.locator("support-fit h4").filter({ visible: true });
    for (const title of await titles.all()) {
      const next = title.locator("xpath=following-sibling::*").filter({ visible: true });
      expect(await next.count(), (await title.textContent()) ?? "").toBeGreaterThan(0);
    }
  });

  test("it is light", async ({ page }) => {
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    const ink = await page.locator("support-fit h3").evaluate((title) => {
      const [r, g, b] =
        getComputedStyle(title)
          .color.match(/[\d.]+/g)
          ?.map(Number) ?? [];
      return r + g + b;
    });
    expect(ink).toBeLessThan(3 * 128);
  });

  test("it makes several pages", async ({ page }) => {
    const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
    const pages = pdf.match(/\/Type\s*\/Page\b/g) ?? [];
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.length).toBeLessThan(20);
  });
});
