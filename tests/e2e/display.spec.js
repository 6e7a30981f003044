// Forced colors and print. `screens.spec.js` checks reduced motion on every screen.

import { expect, test } from "@playwright/test";

import { organization } from "./steps/content.js";
import { LEANS, answer, answerAll, choose, open } from "./steps/flow.js";
import { openAt } from "./steps/full.js";
import { DESKTOP, focused } from "./steps/measure.js";
import { VIEWS, bars, parts, shareTable, showView, slider, unfold } from "./steps/result.js";

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

test("Forced colors keep the drawings of every view apart from the page @wcag-1.4.1 @wcag-1.4.11", async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: "active" });
  await openAt(page, "result", organization("P10"));
  for (const view of Object.keys(VIEWS)) {
    await test.step(`every bar, line and mark of “${view}” has a color other than the page's`, async () => {
      await showView(page, view);
      await unfold(page);
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
      expect.soft(unseen, view).toEqual([]);
    });
  }
  await test.step("the bars of the two sides of the chart have different colors", async () => {
    await showView(page, "why");
    await unfold(page);
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
    await showView(page, "what-if");
    await unfold(page);
    await slider(page, "cost").focus();
    await page.keyboard.press("ArrowRight");
    expect.soft(await focused(page)).toMatchObject({ type: "range", ringed: true });
  });
  await test.step("the link of the view that is shown differs from the others", async () => {
    const looks = await parts(page)
      .getByRole("button")
      .evaluateAll((links) =>
        links.map((link) => {
          const { borderBlockEndColor, color } = getComputedStyle(link);
          return {
            isHere: link.hasAttribute("aria-current"),
            look: `${borderBlockEndColor} ${color}`,
          };
        }),
      );
    const here = looks.filter(({ isHere }) => isHere).map(({ look }) => look);
    expect.soft(here).toHaveLength(1);
    expect
      .soft(looks.filter(({ isHere }) => !isHere).map(({ look }) => look))
      .not.toContain(here[0]);
  });
});

test("The browser prints each view as it is shown: with its title, light, and free of controls", async ({
  page,
}) => {
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await openAt(page, "result", organization("P10"));
  for (const [view, label] of Object.entries(VIEWS)) {
    await test.step(label, async () => {
      await showView(page, view);
      const title = page.locator("support-fit .result h3").first();
      await expect.soft(title).toBeVisible();
      for (const role of /** @type {const} */ (["button", "navigation", "combobox", "radio"])) {
        await expect.soft(page.getByRole(role).filter({ visible: true }), role).toHaveCount(0);
      }
      const titles = page.locator("support-fit .result :is(h3, h4)").filter({ visible: true });
      for (const one of await titles.all()) {
        const next = one.locator("xpath=following-sibling::*").filter({ visible: true });
        expect.soft(await next.count(), (await one.textContent()) ?? "").toBeGreaterThan(0);
      }
      const ink = await title.evaluate((title) => {
        const canvas = document.createElement("canvas").getContext("2d");
        if (!canvas) return 0;
        canvas.fillStyle = getComputedStyle(title).color;
        canvas.fillRect(0, 0, 1, 1);
        return Math.max(...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3));
      });
      expect.soft(ink, label).toBeLessThan(128);
      const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
      const pages = pdf.match(/\/Type\s*\/Page\b/g) ?? [];
      expect.soft(pages.length, label).toBeLessThan(8);
      await expect.soft(page.locator("support-fit .paper")).toHaveCount(0);
    });
  }
});
