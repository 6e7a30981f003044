// Every screen in little room: narrow, zoomed, with wide spacing, and from right to left.

import { expect, test } from "@playwright/test";

import { organization } from "./steps/content.js";
import { LEANS, MODELS, QUESTIONS, answerAll, heading, open, painted } from "./steps/flow.js";
import { openAt } from "./steps/full.js";
import { DESKTOP, PHONE, addRules, layOutAll, misfits } from "./steps/measure.js";
import { bars, indexRow, section, shareTable } from "./steps/result.js";
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
        await layOutAll(page);
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
      await layOutAll(page);
      await addRules(
        page,
        `
          * {
            line-height: 1.5 !important;
            letter-spacing: 0.12em !important;
            word-spacing: 0.16em !important;
          }
          p { margin-block-end: 2em !important; }
        `,
      );
      expect(await misfits(page)).toEqual([]);
    });
  }
});

test.describe("with letters twice as large", () => {
  for (const [screen, show] of Object.entries(SCREENS)) {
    test(`nothing is cut off or scrolls sideways on ${screen}`, async ({ page }) => {
      await page.setViewportSize(DESKTOP);
      await show(page);
      await layOutAll(page);
      // As a visitor has it who asks the browser for such letters; without zoom.
      await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
      const size = await page
        .locator("support-fit .root")
        .evaluate((root) => getComputedStyle(root).fontSize);
      expect(size).toBe("32px");
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
      await layOutAll(page);
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
    const { left, right } = await gaps(page.locator("support-fit form svg path").first());
    expect(left).toBeGreaterThan(10);
    expect(right).toBeLessThan(2);
  });

  test("the bars of the shares start at the right", async ({ page }) => {
    await open(page);
    await answerAll(page, LEANS);
    await shareTable(page).waitFor();
    for (const bar of await shareTable(page).locator("svg.bar .fill").all()) {
      const { left, right } = await gaps(bar);
      expect(left).toBeGreaterThan(2);
      expect(right).toBeLessThan(2);
    }
  });

  test.describe("in the full result", () => {
    test.beforeEach(async ({ page }) => {
      await page.setViewportSize(DESKTOP);
      await openAt(page, "result", organization("P10"));
      await layOutAll(page);
    });

    test("the bars of the index start at the right", async ({ page }) => {
      for (const name of MODELS) {
        const { left, right } = await gaps(indexRow(page, name).locator("svg.bar .fill"));
        expect(left).toBeGreaterThan(2);
        expect(right).toBeLessThan(2);
      }
    });

    test("bars for the leader point to the left", async ({ page }) => {
      for (const bar of (await bars(page).all()).slice(0, 8)) {
        const isForLeader = (await bar.locator("> summary .points").textContent())?.startsWith("+");
        const { left, right } = await gaps(bar.locator("> summary svg .fill"));
        if (isForLeader) expect(left).toBeLessThan(right);
        else expect(right).toBeLessThan(left);
      }
    });

    test("the words over the bars stand on the side of the bars", async ({ page }) => {
      const sides = section(page, "Why this order").locator(".sides > span");
      await expect(sides.last()).toHaveText("Points for fully outsourced IT");
      const [other, leader] = [await sides.first().boundingBox(), await sides.last().boundingBox()];
      expect(leader?.x).toBeLessThan(other?.x ?? 0);
    });

    test("the months of the timeline run to the left", async ({ page }) => {
      const months = section(page, "The first two years").locator(".timeline > .months > span");
      const boxes = await Promise.all((await months.all()).map((month) => month.boundingBox()));
      expect(boxes[0]?.x).toBeGreaterThan(boxes.at(-1)?.x ?? 0);
      const spans = section(page, "The first two years").locator("svg.months .span");
      const { left, right } = await gaps(spans.first());
      expect(right).toBeLessThan(left);
    });

    test("the weights under a slider run as the slider does", async ({ page }) => {
      const now = page.locator("support-fit svg.weights .now").first();
      const { left, right } = await gaps(now);
      expect(right).toBeLessThan(left);
    });

    test("the map keeps its directions", async ({ page }) => {
      const map = section(page, "Control or convenience").locator("svg.map");
      const place = async (/** @type {string} */ mark) =>
        (await map.locator(mark).boundingBox())?.x;
      // Less control is left of more control.
      expect(await place(".fill.outsourced")).toBeLessThan((await place(".fill.in-house")) ?? 0);
    });
  });
});

test("the index and its range stand on one line on a desktop", async ({ page }) => {
  await page.setViewportSize(DESKTOP);
  await openAt(page, "result", organization("P2"));
  await layOutAll(page);
  for (const name of MODELS) {
    const lines = await indexRow(page, name)
      .getByRole("cell")
      .evaluate((cell) => {
        const range = document.createRange();
        range.selectNodeContents(/** @type {Node} */ (cell.firstChild));
        return new Set([...range.getClientRects()].map(({ top }) => top)).size;
      });
    expect(lines).toBe(1);
  }
});

test("nothing jumps when a part that was far away comes near", async ({ page }) => {
  await openAt(page, "result", organization("P10"));
  const headings = await page.locator(".result > section > h4").all();
  /** @param {Element} element */
  const top = (element) => element.getBoundingClientRect().top;
  for (const one of headings.reverse()) {
    const before = await one.evaluate((element) => {
      element.scrollIntoView({ block: "center" });
      return element.getBoundingClientRect().top;
    });
    await painted(page);
    await painted(page);
    const moved = (await one.evaluate(top)) - before;
    expect.soft(Math.abs(Math.round(moved)), `${await one.textContent()} moves by px`).toBe(0);
  }
  expect(headings.length).toBeGreaterThan(10);
});
