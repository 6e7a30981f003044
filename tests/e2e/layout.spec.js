// The direction of drawings in right-to-left pages, and text that stays in place.

import { expect } from "@playwright/test";

import { organization } from "./steps/content.js";
import {
  LEANS,
  MODELS,
  QUESTIONS,
  answer,
  answerAll,
  heading,
  open,
  painted,
} from "./steps/flow.js";
import { openAt } from "./steps/full.js";
import { DESKTOP, layOutAll } from "./steps/measure.js";
import { test } from "./steps/reading.js";
import { bars, indexRow, section, shareTable } from "./steps/result.js";

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

  test("the drawings of a full result are mirrored, except for the map", async ({ page }) => {
    await page.setViewportSize(DESKTOP);
    await openAt(page, "result", organization("P10"));
    await layOutAll(page);
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
      const sides = section(page, "Why they rank this way").locator(".sides > span");
      await expect.soft(sides.last()).toHaveText("Points for fully outsourced IT");
      const [other, leader] = [await sides.first().boundingBox(), await sides.last().boundingBox()];
      expect.soft(leader?.x).toBeLessThan(other?.x ?? 0);
    });
    await test.step("the months of the timeline run to the left", async () => {
      const months = section(page, "Your 24-month plan").locator(".timeline > .months > span");
      const boxes = await Promise.all((await months.all()).map((month) => month.boundingBox()));
      expect.soft(boxes[0]?.x).toBeGreaterThan(boxes.at(-1)?.x ?? 0);
      const spans = section(page, "Your 24-month plan").locator("svg.months .span");
      const { left, right } = await gaps(spans.first());
      expect.soft(right).toBeLessThan(left);
    });
    await test.step("the weights under a slider run in the direction of the slider", async () => {
      const now = page.locator("support-fit svg.weights .now").first();
      const { left, right } = await gaps(now);
      expect.soft(right).toBeLessThan(left);
    });
    await test.step("the map keeps its directions", async () => {
      const map = section(page, "Control vs. convenience").locator("svg.map");
      const place = async (/** @type {string} */ mark) =>
        (await map.locator(mark).boundingBox())?.x;
      // Less control is to the left of more control.
      expect
        .soft(await place(".fill.outsourced"))
        .toBeLessThan((await place(".fill.in-house")) ?? 0);
    });
  });
});

test("The index and its range fit on one line on a desktop", async ({ reading }) => {
  const page = await reading("P2");
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

test("Nothing jumps when a part of the result scrolls into view", async ({ page }) => {
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
