// The direction of drawings in right-to-left pages, and text that stays in place.

import { expect } from "@playwright/test";

import { WORDS, organization } from "./steps/content.js";
import { LEANS, MODELS, QUESTIONS, answer, answerAll, heading, open } from "./steps/flow.js";
import { openAt } from "./steps/full.js";
import { DESKTOP } from "./steps/measure.js";
import { test } from "./steps/reading.js";
import { bars, indexRow, parts, section, shareTable, showView, unfold } from "./steps/result.js";

test.describe("In a right-to-left page", () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      document.addEventListener("DOMContentLoaded", () => (document.documentElement.dir = "rtl"));
    });
  });

  /**
   * The distance of a bar from the left and the right end of its drawing.
   *
   * @param {import("@playwright/test").Locator} bar
   */
  const gaps = (bar) =>
    bar.evaluate((rect) => {
      const inner = rect.getBoundingClientRect();
      const outer = /** @type {Element} */ (rect.parentElement).getBoundingClientRect();
      return { left: inner.left - outer.left, right: outer.right - inner.right };
    });

  test("progress and the bars of the shares start at the right", async ({ page }) => {
    await open(page);
    await answerAll(page, LEANS.slice(0, 3));
    await heading(page, QUESTIONS[3]).waitFor();
    const { left, right } = await gaps(page.locator("support-fit form svg path").first());
    expect.soft(left).toBeGreaterThan(10);
    expect.soft(right).toBeLessThan(2);
    for (const label of LEANS.slice(3)) await answer(page, label);
    await shareTable(page).waitFor();
    const shares = await shareTable(page).locator("svg.bar .fill").all();
    expect(shares).toHaveLength(3);
    for (const bar of shares) {
      const { left, right } = await gaps(bar);
      expect.soft(left).toBeGreaterThan(2);
      expect.soft(right).toBeLessThan(2);
    }
  });

  test("the drawings of a full result are mirrored, and so is the way to the other views", async ({
    page,
  }) => {
    await page.setViewportSize(DESKTOP);
    await openAt(page, "result", organization("P10"));
    await test.step("the row of views starts at the right", async () => {
      const ways = parts(page).getByRole("button");
      const [first, last] = [await ways.first().boundingBox(), await ways.last().boundingBox()];
      expect.soft(first?.x).toBeGreaterThan(last?.x ?? 0);
    });
    await showView(page, "why");
    await unfold(page);
    await test.step("the bars of the index start at the right", async () => {
      for (const name of MODELS) {
        const { left, right } = await gaps(indexRow(page, name).locator("svg.bar .fill"));
        expect.soft(left).toBeGreaterThan(2);
        expect.soft(right).toBeLessThan(2);
      }
    });
    await test.step("bars for the leader point to the left", async () => {
      for (const bar of (await bars(page).all()).slice(0, 8)) {
        const isForLeader = (await bar.locator("> summary .points").textContent())?.startsWith("+");
        const { left, right } = await gaps(bar.locator("> summary svg .fill"));
        if (isForLeader) expect.soft(left).toBeLessThan(right);
        else expect.soft(right).toBeLessThan(left);
      }
    });
    await test.step("the words over the bars are on the side of the bars", async () => {
      const sides = section(page, WORDS.ui.result.why.bars).locator(".sides > span");
      await expect.soft(sides.last()).toHaveText("Points for fully outsourced IT");
      const [other, leader] = [await sides.first().boundingBox(), await sides.last().boundingBox()];
      expect.soft(leader?.x).toBeLessThan(other?.x ?? 0);
    });
    await test.step("the months of the timeline run to the left", async () => {
      await showView(page, "plan");
      const months = section(page, "Your 24-month plan").locator(".timeline > .months > span");
      const boxes = await Promise.all((await months.all()).map((month) => month.boundingBox()));
      expect.soft(boxes[0]?.x).toBeGreaterThan(boxes.at(-1)?.x ?? 0);
      const spans = section(page, "Your 24-month plan").locator("svg.strip .span");
      const { left, right } = await gaps(spans.first());
      expect.soft(right).toBeLessThan(left);
    });
    await test.step("the weights under a slider run in the direction of the slider", async () => {
      await showView(page, "what-if");
      await unfold(page);
      const now = page.locator("support-fit svg.weights .now").first();
      const { left, right } = await gaps(now);
      expect.soft(right).toBeLessThan(left);
    });
  });
});

test("The index and its range fit on one line on a desktop", async ({ reading }) => {
  const page = await reading("P2", "why");
  await unfold(page);
  for (const name of MODELS) {
    const cell = indexRow(page, name).getByRole("cell");
    await cell.scrollIntoViewIfNeeded();
    const lines = await cell.evaluate((cell) => {
      const range = document.createRange();
      range.selectNodeContents(/** @type {Node} */ (cell.firstChild));
      return new Set([...range.getClientRects()].map(({ top }) => top)).size;
    });
    expect.soft(lines).toBe(1);
  }
});
