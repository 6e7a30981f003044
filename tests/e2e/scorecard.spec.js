// How to tell whether it works: five measures with where they stand, where they should be, and how far they have come.

import { expect, test } from "@playwright/test";

import { WORDS, filled } from "./steps/content.js";
import { kept } from "./steps/drafts.js";
import { button, press } from "./steps/flow.js";
import { enter, openResult, problemAt, reload, scorecardOf } from "./steps/following.js";
import { layOutAll, misfits } from "./steps/measure.js";

/** @typedef {import("@playwright/test").Page} Page */

const { scorecard } = WORDS.ui.result;
const RESPONSE = WORDS.scorecard.response.name;
const SECURITY = WORDS.scorecard.security.name;

/**
 * @param {Page} page
 * @param {string} measure
 */
const row = (page, measure) =>
  scorecardOf(page).locator(".measures > li").filter({ hasText: measure });

/**
 * A field of a measure.
 *
 * @param {Page} page
 * @param {string} measure
 * @param {"today" | "target" | "now" | "review"} field
 */
const field = (page, measure, field) =>
  row(page, measure).getByLabel(new RegExp(`^${scorecard[field]}`));

test.beforeEach(({ page }) => openResult(page));

test("has the five measures, each with what is better", async ({ page }) => {
  await expect(scorecardOf(page).locator(".measures > li")).toHaveCount(5);
  await expect(row(page, RESPONSE)).toContainText(scorecard.is_lower);
  await expect(row(page, SECURITY)).toContainText(scorecard.is_higher);
});

test("names the measure and its unit in the name of each field", async ({ page }) => {
  const label = filled(scorecard.in_unit, { title: scorecard.today, name: scorecard.unit.hours });
  await expect(field(page, RESPONSE, "today")).toHaveAccessibleName(`${label}: ${RESPONSE}`);
});

test("keeps figures and the day of the review through a reload", async ({ page }) => {
  await enter(field(page, RESPONSE, "today"), "12.5");
  await enter(field(page, RESPONSE, "review"), "2027-05-01");
  await reload(page);
  await expect(field(page, RESPONSE, "today")).toHaveValue("12.5");
  await expect(field(page, RESPONSE, "review")).toHaveValue("2027-05-01");
});

test("takes a comma as well as a point", async ({ page }) => {
  await enter(field(page, RESPONSE, "today"), "12,5");
  await expect(field(page, RESPONSE, "today")).toHaveValue("12.5");
});

test("shows how far it has come once there is a figure for now", async ({ page }) => {
  await enter(field(page, RESPONSE, "today"), "10");
  await enter(field(page, RESPONSE, "target"), "2");
  await expect(row(page, RESPONSE)).not.toContainText("of the way");
  await enter(field(page, RESPONSE, "now"), "4");
  await expect(row(page, RESPONSE)).toContainText(filled(scorecard.progress, { n: "75" }));
  await enter(field(page, RESPONSE, "now"), "2");
  await expect(row(page, RESPONSE)).toContainText(scorecard.reached);
});

test("asks whether a target is meant that is worse than today", async ({ page }) => {
  await enter(field(page, SECURITY, "today"), "60");
  await enter(field(page, SECURITY, "target"), "40");
  await expect(row(page, SECURITY)).toContainText(WORDS.ui.headway.scorecard.worse_target);
});

test("says when the day of the review has come", async ({ page }) => {
  await enter(field(page, SECURITY, "review"), "2026-11-23");
  await expect(row(page, SECURITY)).not.toContainText(scorecard.due);
  await enter(field(page, SECURITY, "review"), "2026-11-22");
  await expect(row(page, SECURITY)).toContainText(scorecard.due);
});

for (const [what, text, problem] of [
  ["a word", "soon", scorecard.no_number],
  ["a number that could be two", "1,000", scorecard.no_number],
  [
    "a number out of bounds",
    "120",
    filled(WORDS.ui.refused.out_of_bounds, { low: "0", high: "100" }),
  ],
]) {
  test(`explains at the field why ${what} is refused`, async ({ page }) => {
    const figure = field(page, SECURITY, "today");
    await enter(figure, text);
    await expect(figure).toHaveAttribute("aria-invalid", "true");
    await expect(await problemAt(figure)).toHaveText(problem);
    await expect(page.getByRole("status")).toHaveText(problem);
  });
}

test("keeps a refused figure in its field while others change, and not in the draft", async ({
  page,
}) => {
  await enter(field(page, SECURITY, "today"), "120");
  await enter(field(page, SECURITY, "target"), "80");
  await expect(field(page, SECURITY, "today")).toHaveValue("120");
  expect(JSON.stringify(await kept(page))).not.toContain("120");
});

test("takes an entry by Enter and keeps the focus", async ({ page }) => {
  const figure = field(page, SECURITY, "today");
  await figure.fill("120");
  await figure.press("Enter");
  await expect(figure).toHaveAttribute("aria-invalid", "true");
  await expect(figure).toBeFocused();
});

test("changes nothing of the result", async ({ page }) => {
  const before = await page.locator("support-fit .shares").first().textContent();
  await enter(field(page, SECURITY, "today"), "60");
  await reload(page);
  await expect(page.locator("support-fit .shares").first()).toHaveText(before ?? "");
});

test("fits a page 320 px wide", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await enter(field(page, SECURITY, "today"), "120");
  await layOutAll(page);
  expect(await misfits(page)).toEqual([]);
});

test.describe("the last change", () => {
  test("is taken back when it was a figure that was written over", async ({ page }) => {
    await enter(field(page, RESPONSE, "today"), "12.5");
    await enter(field(page, RESPONSE, "today"), "3");
    await press(page, WORDS.ui.footer.undo);
    await expect(field(page, RESPONSE, "today")).toHaveValue("12.5");
    await expect(page.getByRole("heading", { name: scorecard.title })).toBeFocused();
    await expect(button(page, WORDS.ui.footer.undo)).toHaveCount(0);
  });

  test("is taken back when it was a day of a review that was cleared", async ({ page }) => {
    await enter(field(page, SECURITY, "review"), "2027-05-01");
    await enter(field(page, SECURITY, "review"), "");
    await press(page, WORDS.ui.footer.undo);
    await expect(field(page, SECURITY, "review")).toHaveValue("2027-05-01");
  });
});
