// Forced colors and print. `screens.spec.js` checks reduced motion on every screen.

import { expect, test } from "@playwright/test";

import { organization } from "./steps/content.js";
import { LEANS, answer, answerAll, choose, open } from "./steps/flow.js";
import { openAt } from "./steps/full.js";
import { DESKTOP, focused, layOutAll } from "./steps/measure.js";
import { bars, shareTable, slider } from "./steps/result.js";

test.use({ viewport: DESKTOP });

test("Forced colors keep answers, bars and the focus apart from the page @wcag-1.4.1 @wcag-2.4.7", async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: "active" });
  await open(page);
  await test.step("the focus has a visible ring", async () => {
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    expect.soft(await focused(page)).toMatchObject({ type: "radio", ringed: true });
  });
  await test.step("the chosen answer differs from the others", async () => {
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
    expect.soft(chosen).toHaveLength(1);
    expect.soft(others).not.toContain(chosen[0]);
  });
  await test.step("the mark of the chosen answer has a color of its own", async () => {
    const colors = await page.getByLabel(LEANS[0], { exact: true }).evaluate((input) => ({
      mark: getComputedStyle(input, "::before").backgroundColor,
      behind: getComputedStyle(input).backgroundColor,
    }));
    expect.soft(colors.mark).not.toBe(colors.behind);
  });
  await test.step("the bars have a color other than the page's", async () => {
    await answer(page, LEANS[0]);
    await answerAll(page, LEANS.slice(1));
    await shareTable(page).waitFor();
    const shares = await shareTable(page)
      .locator("svg.bar .fill")
      .evaluateAll((rects) =>
        rects.map((rect) => ({
          fill: getComputedStyle(rect).fill,
          paper: getComputedStyle(document.body).backgroundColor,
          width: rect.getBoundingClientRect().width,
        })),
      );
    expect.soft(shares).toHaveLength(3);
    for (const { fill, paper, width } of shares) {
      expect.soft(width).toBeGreaterThan(0);
      expect.soft(fill).not.toBe(paper);
    }
  });
});

test("Forced colors keep the drawings of a full result apart from the page @wcag-1.4.1 @wcag-1.4.11", async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: "active" });
  await openAt(page, "result", organization("P10"));
  await layOutAll(page);
  await test.step("every bar, line and mark has a color other than the page's", async () => {
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
    expect.soft(unseen).toEqual([]);
  });
  await test.step("the bars of the two sides of the chart have different colors", async () => {
    const fills = await bars(page)
      .locator("> summary svg .fill")
      .evaluateAll((shapes) =>
        shapes.map((shape) => `${shape.getAttribute("class")} ${getComputedStyle(shape).fill}`),
      );
    const looks = [...new Set(fills)];
    expect.soft(looks).toHaveLength(2);
    expect.soft(new Set(looks.map((look) => look.split(" rgb")[1])).size).toBe(2);
  });
  await test.step("the selected model to compare with differs from the other", async () => {
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
    expect.soft(chosen).toHaveLength(1);
    expect
      .soft(looks.filter(({ isChosen }) => !isChosen).map(({ look }) => look))
      .not.toContain(chosen[0]);
  });
  await test.step("a focused slider has a visible ring", async () => {
    await slider(page, "cost").focus();
    await page.keyboard.press("ArrowRight");
    expect.soft(await focused(page)).toMatchObject({ type: "range", ringed: true });
  });
});

test("A printed full result is complete, light, and free of controls", async ({ page }) => {
  await openAt(page, "result", organization("P10"));
  await page.emulateMedia({ media: "print" });
  await test.step("no control is visible", async () => {
    for (const role of /** @type {const} */ (["button", "navigation", "combobox", "radio"])) {
      await expect.soft(page.getByRole(role).filter({ visible: true })).toHaveCount(0);
    }
  });
  await test.step("every part is laid out, except for “Try a different answer”", async () => {
    const parts = await page.locator("support-fit .result.full > section").evaluateAll((all) =>
      all.map((part) => ({
        title: part.querySelector("h3, h4")?.textContent ?? "",
        visibility: getComputedStyle(part).contentVisibility,
        height: part.getBoundingClientRect().height,
      })),
    );
    const shown = parts.filter(({ height }) => height > 0).map(({ title }) => title);
    const hidden = parts.filter(({ height }) => height === 0).map(({ title }) => title);
    expect.soft(shown.length).toBeGreaterThanOrEqual(14);
    expect.soft(hidden).toEqual(["Try a different answer"]);
    expect.soft(new Set(parts.map(({ visibility }) => visibility))).toEqual(new Set(["visible"]));
  });
  await test.step("every heading is followed by its content", async () => {
    const titles = page.locator("support-fit h4").filter({ visible: true });
    for (const title of await titles.all()) {
      const next = title.locator("xpath=following-sibling::*").filter({ visible: true });
      expect.soft(await next.count(), (await title.textContent()) ?? "").toBeGreaterThan(0);
    }
  });
  await test.step("it is light with a dark color scheme", async () => {
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    const ink = await page.locator("support-fit h3").evaluate((title) => {
      const [r, g, b] =
        getComputedStyle(title)
          .color.match(/[\d.]+/g)
          ?.map(Number) ?? [];
      return r + g + b;
    });
    expect.soft(ink).toBeLessThan(3 * 128);
  });
  await test.step("it has several pages", async () => {
    const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
    const pages = pdf.match(/\/Type\s*\/Page\b/g) ?? [];
    expect.soft(pages.length).toBeGreaterThan(2);
    expect.soft(pages.length).toBeLessThan(20);
  });
});
